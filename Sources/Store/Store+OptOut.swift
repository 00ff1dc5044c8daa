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
            let isNew = db.changesCount > 0
            try Self.removeFromQueue(creator: creator, of: company, db)
            guard isNew else { return }
            let detail = ["company": company?.text ?? "all"]
            try Ledger.append(.init(kind: .stopped, creator: creator, detail: detail, at: instant), db)
        }
    }

    /// Allows invitations again, by one company, or by all that were not stopped one by one.
    public func optIn(_ creator: Username, of company: Slug?, at instant: Date) async throws {
        try await write("allow invitations in") { db in
            try db.execute(
                literal: """
                    DELETE FROM opt_out WHERE creator_key = \(creator.folded) AND company = \(company?.text ?? "")
                    """)
            guard db.changesCount > 0 else { return }
            let detail = ["company": company?.text ?? "all"]
            try Ledger.append(.init(kind: .allowedAgain, creator: creator, detail: detail, at: instant), db)
        }
    }

    /// Whom a creator wants no invitations from.
    public func optOuts(of creator: Username) async throws -> OptOuts {
        try await read("list what a creator stopped in") { db in
            let rows: SQLRequest<String> = """
                SELECT company FROM opt_out WHERE creator_key = \(creator.folded) ORDER BY company
                """
            let companies = try rows.fetchAll(db)
            return OptOuts(isComplete: companies.contains(""), companies: companies.compactMap { Slug($0) })
        }
    }
}

/// Whom a creator wants no invitations from.
public struct OptOuts: Hashable, Sendable {
    /// Whether from nobody at all.
    public let isComplete: Bool
    /// The companies that were stopped one by one.
    public let companies: [Slug]

    public func holds(for company: Slug) -> Bool { isComplete || companies.contains(company) }
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
