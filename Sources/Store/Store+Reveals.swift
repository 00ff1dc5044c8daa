public import Foundation
import GRDB
public import Marketplace

/// A member saw a creator's contacts (SPEC K3): who, whose, when. The addresses themselves are not kept here.
public struct Reveal: Hashable, Sendable {
    /// In whole milliseconds.
    public let revealed: Date
    /// The member's address, lower case.
    public let member: String
    public let company: Slug
    public let creator: Username
    /// What was shown, in the order in which it was.
    public let channels: [ContactChannel]
}

extension Store {
    /// Logs that a member sees a creator's contacts. Call it before they are shown: what is not logged must not be.
    ///
    /// - Parameters:
    ///   - channels: what is shown, in the order in which it is.
    ///   - instant: when.
    ///   - id: the key of the entry, a new one each time.
    /// - Throws: `StoreError`; nothing was logged then.
    public func recordReveal(
        of creator: Username, channels: [ContactChannel], to member: Member, at instant: Date, id: UUID = UUID()
    ) async throws {
        try await write("log a reveal in") { db in
            try db.execute(
                literal: """
                    INSERT INTO reveal (id, revealed, member, company, creator, creator_key, channels)
                    VALUES (
                        \(id.uuidString.lowercased()), \(instant.milliseconds), \(member.email), \(member.company.text),
                        \(creator.text), \(creator.folded), \(try StoredJSON.encode(channels))
                    )
                    """)
            let detail = [
                "company": member.company.text, "member": member.email,
                "channels": channels.map(\.rawValue).joined(separator: " "),
            ]
            try Ledger.append(.init(kind: .revealed, creator: creator, detail: detail, at: instant), db)
        }
    }

    /// Who saw a creator's contacts, of all companies, newest first; at most a thousand.
    public func reveals(ofCreator creator: Username) async throws -> [Reveal] {
        try await read("list the reveals of") { db in
            let rows: SQLRequest<RevealRow> = """
                SELECT revealed, member, company, creator, channels FROM reveal
                WHERE creator_key = \(creator.folded) ORDER BY revealed DESC, id DESC LIMIT 1000
                """
            return try rows.fetchAll(db).map { try $0.reveal() }
        }
    }

    /// What a company's members saw, newest first; of one creator where one is given, in any case.
    ///
    /// - Parameter limit: the most to give, 1 or more; less counts as 1.
    /// - Throws: `StoreError`.
    public func reveals(of company: Slug, creator: Username? = nil, limit: Int = 100) async throws -> [Reveal] {
        var conditions: [SQL] = ["company = \(company.text)"]
        if let creator { conditions.append("creator_key = \(creator.folded)") }
        let statement: SQL = """
            SELECT revealed, member, company, creator, channels FROM reveal
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY revealed DESC, id DESC LIMIT \(max(1, limit))
            """
        return try await read("list the reveals of") { db in
            try SQLRequest<RevealRow>(literal: statement).fetchAll(db).map { try $0.reveal() }
        }
    }
}

/// A row of `reveal`.
private struct RevealRow: Decodable, FetchableRecord {
    let revealed: Int64
    let member: String
    let company: String
    let creator: String
    let channels: String

    /// - Throws: `StoreFault` where the row is none that Plaza wrote.
    func reveal() throws -> Reveal {
        guard let company = Slug(company), let creator = Username(creator) else {
            throw StoreFault(reason: .damaged, detail: "a row of 'reveal' has an unknown company or creator")
        }
        return Reveal(
            revealed: Date(milliseconds: revealed), member: member, company: company, creator: creator,
            channels: try StoredJSON.decode([ContactChannel].self, from: channels))
    }
}
