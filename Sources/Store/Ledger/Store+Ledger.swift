public import Foundation
import GRDB
public import Marketplace

extension Store {
    /// What the ledger says of a creator, oldest first.
    public func ledger(of creator: Username) async throws -> [LedgerEntry] {
        try await read("list the ledger of") { db in
            let rows: SQLRequest<LedgerRow> = """
                SELECT ledger.* FROM ledger JOIN ledger_subject ON ledger_subject.subject = ledger.subject
                WHERE ledger_subject.creator_key = \(creator.folded) ORDER BY number
                """
            return try rows.fetchAll(db).map { try $0.entry() }
        }
    }

    /// Goes through the whole ledger.
    ///
    /// - Returns: how many entries it has.
    /// - Throws: `LedgerFault` for the first place where it does not hold together, `StoreError`.
    /// - Complexity: linear in its length.
    public func checkLedger() async throws -> Int64 {
        let verdict: Result<Int64, LedgerFault> = try await read("check the ledger of") { db in
            let rows = try LedgerRow.fetchCursor(db, sql: "SELECT * FROM ledger ORDER BY number")
            var (previous, last) = (Ledger.origin, Int64(0))
            while let row = try rows.next() {
                guard row.number == last + 1 else { return .failure(.missing(before: row.number)) }
                guard row.hash == row.hash(after: previous) else { return .failure(.changed(number: row.number)) }
                (previous, last) = (row.hash, row.number)
            }
            let head = try Row.fetchOne(db, sql: "SELECT number, hash FROM ledger_head")
            let isWhole = (head?["number"] as Int64? ?? 0) == last && (head?["hash"] as String? ?? Ledger.origin) == previous
            return isWhole ? .success(last) : .failure(.cut(after: last))
        }
        return try verdict.get()
    }

    /// Enters something that is done outside of the store.
    public func enter(
        _ kind: LedgerEntry.Kind, of creator: Username?, detail: [String: String] = [:], at instant: Date
    ) async throws {
        try await write("enter into the ledger of") { db in
            try Ledger.append(.init(kind: kind, creator: creator, detail: detail, at: instant), db)
        }
    }
}

/// A row of `ledger`.
private struct LedgerRow: Decodable, FetchableRecord {
    let number: Int64
    let instant: Int64
    let kind: String
    let subject: String
    let detail: String
    let hash: String

    func hash(after previous: String) -> String {
        Ledger.hash(previous: previous, number: number, instant: instant, kind: kind, subject: subject, detail: detail)
    }

    /// - Throws: `StoreFault` where the row is none that Plaza wrote.
    func entry() throws -> LedgerEntry {
        guard let kind = LedgerEntry.Kind(rawValue: kind) else {
            throw StoreFault(reason: .damaged, detail: "a row of 'ledger' has an unknown kind")
        }
        return LedgerEntry(
            number: number, instant: Date(milliseconds: instant), kind: kind, subject: subject, detail: detail, hash: hash)
    }
}
