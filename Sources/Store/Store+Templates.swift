public import Foundation
import GRDB
public import Marketplace

extension Store {
    /// A company's templates, by name, byte by byte of its folded form.
    public func templates(of company: Slug) async throws -> [MessageTemplate] {
        try await read("list the templates of") { db in
            let all: SQL = "\(TemplateRow.selection) WHERE company = \(company.text) ORDER BY name_key"
            return try SQLRequest<TemplateRow>(literal: all).fetchAll(db).map { try $0.template() }
        }
    }

    /// A template of a company; nil where it has none with this key.
    public func template(_ id: UUID, of company: Slug) async throws -> MessageTemplate? {
        try await read("look a template up in") { try TemplateRow.find(id, of: company, $0)?.template() }
    }

    /// Keeps a template: a new one, or the new content of the one with this key.
    ///
    /// - Parameter isNew: whether it is to be a new one; then one that has the key already stays as it is.
    /// - Returns: nil where another template of the company has the name.
    /// - Throws: `StoreError`.
    public func keep(
        _ content: MessageTemplate.Content, as id: UUID, isNew: Bool = false, by member: Member, at instant: Date
    ) async throws -> MessageTemplate? {
        try await write("keep a template in") { db in
            if isNew, let made = try TemplateRow.find(id, of: member.company, db) { return try made.template() }
            let key = SearchKey(content.name).text
            let other: SQLRequest<Int> = """
                SELECT COUNT(*) FROM message_template
                WHERE company = \(member.company.text) AND name_key = \(key) AND id <> \(TemplateRow.key(id))
                """
            guard try other.fetchOne(db) == 0 else { return nil }
            try db.execute(
                literal: """
                    INSERT INTO message_template (id, company, name, name_key, market, language, body, member, changed)
                    VALUES (
                        \(TemplateRow.key(id)), \(member.company.text), \(content.name), \(key), \(content.market?.rawValue),
                        \(content.language), \(content.text), \(member.email), \(instant.milliseconds)
                    )
                    ON CONFLICT (id) DO UPDATE SET
                        name = excluded.name, name_key = excluded.name_key, market = excluded.market,
                        language = excluded.language, body = excluded.body, member = excluded.member,
                        changed = excluded.changed
                    WHERE company = excluded.company
                    """)
            return try TemplateRow.find(id, of: member.company, db)?.template()
        }
    }

    /// Removes a template. Invitations made from it keep its name.
    ///
    /// - Returns: false where the company has none with this key.
    public func removeTemplate(_ id: UUID, of company: Slug) async throws -> Bool {
        try await write("remove a template from") { db in
            try db.execute(
                literal: "DELETE FROM message_template WHERE id = \(TemplateRow.key(id)) AND company = \(company.text)")
            return db.changesCount > 0
        }
    }
}

/// A row of `message_template`.
private struct TemplateRow: Decodable, FetchableRecord {
    let id: String
    let company: String
    let name: String
    let market: String?
    let language: String?
    let body: String
    let member: String
    let changed: Int64

    static let selection: SQL = "SELECT id, company, name, market, language, body, member, changed FROM message_template"

    static func key(_ id: UUID) -> String { id.uuidString.lowercased() }

    static func find(_ id: UUID, of company: Slug, _ db: Database) throws -> TemplateRow? {
        let one: SQL = "\(selection) WHERE id = \(key(id)) AND company = \(company.text)"
        return try SQLRequest<TemplateRow>(literal: one).fetchOne(db)
    }

    /// - Throws: `StoreFault` where the row is none that Plaza wrote.
    func template() throws -> MessageTemplate {
        guard let id = UUID(uuidString: id), let company = Slug(company) else {
            throw StoreFault(reason: .damaged, detail: "a row of 'message_template' has an unknown key or company")
        }
        let content = MessageTemplate.Content(
            name: name, market: market.flatMap { Market(rawValue: $0) }, language: language, text: body)
        return MessageTemplate(
            id: id, company: company, content: content, member: member, changed: Date(milliseconds: changed))
    }
}
