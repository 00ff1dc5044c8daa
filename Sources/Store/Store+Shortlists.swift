public import Foundation
import GRDB
public import Marketplace

/// Creators that a company keeps together by name.
public struct Shortlist: Hashable, Sendable {
    /// A UUID in lower case.
    public let id: String
    public let name: String
    /// The e-mail address of the member who made it.
    public let member: String
    public let created: Date
    /// In the order in which they were added.
    public let creators: [Username]
}

extension Store {
    /// Creators that a shortlist may have.
    public static let shortlistLimit = 1_000

    /// A company's shortlists, by name.
    public func shortlists(of company: Slug) async throws -> [Shortlist] {
        try await read("list the shortlists of") { db in
            let all: SQL = "\(ShortlistRow.selection) WHERE company = \(company.text) ORDER BY name_key"
            return try SQLRequest<ShortlistRow>(literal: all).fetchAll(db).map { try $0.shortlist(db) }
        }
    }

    /// A shortlist of a company; nil where it has none with this key.
    public func shortlist(_ id: UUID, of company: Slug) async throws -> Shortlist? {
        try await read("look a shortlist up in") { try ShortlistRow.find(id, of: company, $0)?.shortlist($0) }
    }

    /// Makes a shortlist.
    ///
    /// - Returns: nil where the company has one of that name, or it would have more than `shortlistLimit` creators; the one
    ///   with this key where it was made already.
    public func makeShortlist(
        _ name: String, creators: [Username], by member: Member, at instant: Date, id: UUID
    ) async throws -> Shortlist? {
        try await write("make a shortlist in") { db in
            if let row = try ShortlistRow.find(id, of: member.company, db) { return try row.shortlist(db) }
            let key = SearchKey(name).text
            let same: SQLRequest<Int> = """
                SELECT COUNT(*) FROM shortlist WHERE company = \(member.company.text) AND name_key = \(key)
                """
            let members = ListChange.replace.applied(to: [], creators)
            guard try same.fetchOne(db) == 0, members.count <= Self.shortlistLimit else { return nil }
            try db.execute(
                literal: """
                    INSERT INTO shortlist (id, company, name, name_key, member, created)
                    VALUES (
                        \(ShortlistRow.key(id)), \(member.company.text), \(name), \(key), \(member.email),
                        \(instant.milliseconds)
                    )
                    """)
            try ShortlistRow.write(members, to: ShortlistRow.key(id), db)
            return try ShortlistRow.find(id, of: member.company, db)?.shortlist(db)
        }
    }

    /// Changes who is in a shortlist.
    ///
    /// - Returns: it, after the change; nil where the company has none with this key, or it would have more than
    ///   `shortlistLimit`, and nothing changed.
    public func changeShortlist(
        _ id: UUID, of company: Slug, _ change: ListChange, _ creators: [Username]
    ) async throws -> Shortlist? {
        try await write("change a shortlist in") { db in
            guard let row = try ShortlistRow.find(id, of: company, db) else { return nil }
            let after = change.applied(to: try row.shortlist(db).creators, creators)
            guard after.count <= Self.shortlistLimit else { return nil }
            try ShortlistRow.write(after, to: row.id, db)
            return try row.shortlist(db)
        }
    }

    /// - Returns: false where the company has none with this key.
    public func removeShortlist(_ id: UUID, of company: Slug) async throws -> Bool {
        try await write("remove a shortlist from") { db in
            try db.execute(
                literal: "DELETE FROM shortlist WHERE id = \(ShortlistRow.key(id)) AND company = \(company.text)")
            return db.changesCount > 0
        }
    }
}

/// A row of `shortlist`.
private struct ShortlistRow: Decodable, FetchableRecord {
    let id: String
    let name: String
    let member: String
    let created: Int64

    static let selection: SQL = "SELECT id, name, member, created FROM shortlist"

    static func key(_ id: UUID) -> String { id.uuidString.lowercased() }

    static func find(_ id: UUID, of company: Slug, _ db: Database) throws -> ShortlistRow? {
        let one: SQL = "\(selection) WHERE id = \(key(id)) AND company = \(company.text)"
        return try SQLRequest<ShortlistRow>(literal: one).fetchOne(db)
    }

    func shortlist(_ db: Database) throws -> Shortlist {
        let members: SQLRequest<String> = "SELECT creator FROM shortlist_creator WHERE shortlist = \(id) ORDER BY place"
        return Shortlist(
            id: id, name: name, member: member, created: Date(milliseconds: created),
            creators: try members.fetchAll(db).compactMap { Username($0) })
    }

    static func write(_ creators: [Username], to id: String, _ db: Database) throws {
        try db.execute(literal: "DELETE FROM shortlist_creator WHERE shortlist = \(id)")
        for (place, creator) in creators.enumerated() {
            try db.execute(
                literal: """
                    INSERT INTO shortlist_creator (shortlist, creator, creator_key, place)
                    VALUES (\(id), \(creator.text), \(creator.folded), \(place))
                    """)
        }
    }
}
