public import Foundation
import GRDB
public import Marketplace

extension Store {
    /// Notes that a creator asked to be erased. Until it is done they get no invitations, and nothing closed or hidden of them
    /// is shown: their contacts and figures are switched off.
    public func requestErasure(of creator: Username, at instant: Date) async throws {
        try await keep(CreatorWish(showsContact: false, isAuthorized: false), of: creator, at: instant)
        try await optOut(creator, of: nil, at: instant)
        try await write("note a request in") { db in
            try db.execute(
                literal: """
                    INSERT INTO erasure_request (creator_key, creator, requested)
                    VALUES (\(creator.folded), \(creator.text), \(instant.milliseconds)) ON CONFLICT DO NOTHING
                    """)
            guard db.changesCount > 0 else { return }
            try Ledger.append(.init(kind: .erasureRequested, creator: creator, at: instant), db)
        }
    }

    /// When a creator asked to be erased; nil where they did not.
    public func erasureRequest(of creator: Username) async throws -> Date? {
        try await read("look a request up in") { db in
            let row: SQLRequest<Int64> = "SELECT requested FROM erasure_request WHERE creator_key = \(creator.folded)"
            return try row.fetchOne(db).map(Date.init(milliseconds:))
        }
    }

    /// Whether the store has anything of a creator, or the mark of their erasure.
    public func knows(_ creator: Username) async throws -> Bool {
        let tables = [
            "invitation", "queued_invitation", "reveal", "pick", "shortlist_creator", "creator_tag", "creator_note", "opt_out",
            "creator_wish", "inbox", "erasure_request", "ledger_subject",
            "contact_source",
        ]
        return try await read("look a creator up in") { db in
            if try ErasureMark(db).holds(for: creator.folded, db) { return true }
            return try tables.contains { table in
                let sql = "SELECT EXISTS (SELECT 1 FROM \(table) WHERE creator_key = ?)"
                return try Bool.fetchOne(db, sql: sql, arguments: [creator.folded]) ?? false
            }
        }
    }

    /// Who asked to be erased and was not yet, the one who waits longest first.
    public func erasureRequests() async throws -> [(creator: Username, requested: Date)] {
        try await read("list the requests in") { db in
            try Row.fetchAll(db, sql: "SELECT creator, requested FROM erasure_request ORDER BY requested, creator")
                .compactMap { row in
                    Username(row["creator"] as String).map { ($0, Date(milliseconds: row["requested"])) }
                }
        }
    }
}
