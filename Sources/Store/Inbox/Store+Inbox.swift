public import Foundation
import GRDB
public import Marketplace

extension Store {
    /// Whose inbox a link opens; nil where it is none, or was revoked. Changes nothing.
    public func creator(ofInbox token: InboxToken, key: InboxKey) async throws -> Username? {
        try await read("look an inbox up in") { db in
            let row: SQLRequest<InboxRow> = "SELECT * FROM inbox WHERE selector = \(token.selector)"
            guard let row = try row.fetchOne(db), token.proves(row.tag(key)) else { return nil }
            return Username(row.creator)
        }
    }

    /// The links to the inboxes of creators who have one, by folded username. Whoever was invited has one.
    public func inboxes(of creators: [Username], key: InboxKey) async throws -> [String: InboxToken] {
        try await read("look inboxes up in") { db in
            let rows: SQLRequest<InboxRow> = "SELECT * FROM inbox WHERE creator_key IN \(creators.map(\.folded))"
            return try rows.fetchAll(db).reduce(into: [:]) { $0[$1.creatorKey] = $1.token(key) }
        }
    }

    /// The link to a creator's inbox, which is made where there is none yet.
    ///
    /// - Parameter revokes: whether every link that was given before stops working.
    public func inbox(of creator: Username, key: InboxKey, revokes: Bool = false, at instant: Date) async throws -> InboxToken {
        try await write("open an inbox in") { db in
            try InboxRow.open(for: creator, at: instant, db)
            if revokes {
                try db.execute(
                    literal: "UPDATE inbox SET generation = generation + 1 WHERE creator_key = \(creator.folded)")
                try Ledger.append(.init(kind: .inboxRevoked, creator: creator, at: instant), db)
            }
            let row: SQLRequest<InboxRow> = "SELECT * FROM inbox WHERE creator_key = \(creator.folded)"
            guard let row = try row.fetchOne(db) else { preconditionFailure("the inbox was opened just now") }
            return row.token(key)
        }
    }
}

/// A row of `inbox`.
struct InboxRow: Decodable, FetchableRecord {
    let creatorKey: String
    let creator: String
    let selector: String
    let generation: Int64

    static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase

    func tag(_ key: InboxKey) -> [UInt8] { key.tag(selector: selector, creatorKey: creatorKey, generation: generation) }

    func token(_ key: InboxKey) -> InboxToken { InboxToken(selector: selector, tag: tag(key)) }

    /// Makes the inbox of a creator who has none.
    static func open(for creator: Username, at instant: Date, _ db: Database) throws {
        try db.execute(
            literal: """
                INSERT INTO inbox (creator_key, creator, selector, generation, created)
                VALUES (\(creator.folded), \(creator.text), \(InboxToken.newSelector()), 1, \(instant.milliseconds))
                ON CONFLICT (creator_key) DO NOTHING
                """)
    }
}
