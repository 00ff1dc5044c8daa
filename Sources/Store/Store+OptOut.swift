public import Foundation
import GRDB
public import Marketplace

extension Store {
    /// Ends invitations to a creator, by one company or by all (SPEC N3). What waits for them is taken out of the queue.
    ///
    /// - Parameter company: nil for every company.
    public func optOut(_ creator: Username, of company: Slug?, at instant: Date) async throws {
        try await write("stop invitations in") { db in
            try db.execute(
                literal: """
                    INSERT INTO opt_out (creator_key, company, since)
                    VALUES (\(creator.folded), \(company?.text ?? ""), \(instant.milliseconds))
                    ON CONFLICT DO NOTHING
                    """)
            try Self.removeFromQueue(creator: creator, of: company, db)
        }
    }

    /// Allows invitations again, by one company, or by all that were not stopped one by one.
    public func optIn(_ creator: Username, of company: Slug?) async throws {
        try await write("allow invitations in") { db in
            try db.execute(
                literal: """
                    DELETE FROM opt_out WHERE creator_key = \(creator.folded) AND company = \(company?.text ?? "")
                    """)
        }
    }
}

/// What `opt_out` says.
enum OptOutRow {
    static func holds(for creator: Username, company: Slug, _ db: Database) throws -> Bool {
        let count: SQLRequest<Int> = """
            SELECT COUNT(*) FROM opt_out WHERE creator_key = \(creator.folded) AND company IN ('', \(company.text))
            """
        return try count.fetchOne(db) ?? 0 > 0
    }
}
