import Crypto
import Foundation
import GRDB
import Marketplace

/// The table `ledger`: entries are added and never changed, and each holds the hash of the one before.
enum Ledger {
    /// What is to be entered.
    struct Draft {
        let kind: LedgerEntry.Kind
        var creator: Username?
        var detail: [String: String] = [:]
        let at: Date

        init(kind: LedgerEntry.Kind, creator: Username? = nil, detail: [String: String] = [:], at: Date) {
            (self.kind, self.creator, self.detail, self.at) = (kind, creator, detail, at)
        }
    }

    /// What the first entry follows.
    static let origin = String(repeating: "0", count: 64)

    static func append(_ draft: Draft, _ db: Database) throws {
        let subject = try draft.creator.map { try self.subject(of: $0, db) } ?? ""
        let head = try Row.fetchOne(db, sql: "SELECT number, hash FROM ledger_head")
        let number = (head?["number"] as Int64? ?? 0) + 1
        let detail = try StoredJSON.encode(draft.detail)
        let hash = hash(
            previous: head?["hash"] ?? origin, number: number, instant: draft.at.milliseconds, kind: draft.kind.rawValue,
            subject: subject, detail: detail)
        try db.execute(
            literal: """
                INSERT INTO ledger (number, instant, kind, subject, detail, hash)
                VALUES (\(number), \(draft.at.milliseconds), \(draft.kind.rawValue), \(subject), \(detail), \(hash))
                """)
        try db.execute(literal: "DELETE FROM ledger_head")
        try db.execute(literal: "INSERT INTO ledger_head (number, hash) VALUES (\(number), \(hash))")
    }

    static func hash(previous: String, number: Int64, instant: Int64, kind: String, subject: String, detail: String) -> String {
        let text = [previous, String(number), String(instant), kind, subject, detail].joined(separator: "\n")
        return SHA256.hash(data: Data(text.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// The name that stands for a creator in the ledger; a random one, given at the first entry.
    static func subject(of creator: Username, _ db: Database) throws -> String {
        let known: SQLRequest<String> = "SELECT subject FROM ledger_subject WHERE creator_key = \(creator.folded)"
        if let subject = try known.fetchOne(db) { return subject }
        let subject = UUID().uuidString.lowercased()
        try db.execute(
            literal: "INSERT INTO ledger_subject (creator_key, subject) VALUES (\(creator.folded), \(subject))")
        return subject
    }
}
