public import Foundation
import GRDB
public import Marketplace

/// Somebody who is to be erased, as far as the catalogue knows them.
public struct ErasureSubject: Hashable, Sendable {
    public let username: Username
    /// What they are called in the catalogue.
    public let names: [String]
    /// Where they are reached.
    public let addresses: [String]

    public init(username: Username, names: [String] = [], addresses: [String] = []) {
        (self.username, self.names, self.addresses) = (username, names, addresses)
    }
}

/// What an erasure changed in the store.
public struct ErasureReport: Hashable, Sendable {
    /// Invitations that stay as numbers, without whom and what.
    public var invitations = 0
    public var queued = 0
    /// Entries of the log of reveals that no longer say whose.
    public var reveals = 0
    /// Tags, notes, picks and places in shortlists.
    public var remarks = 0
    /// Texts of others that named the creator.
    public var texts = 0
    /// Whether the creator was erased before.
    public var isRepeated = false
    /// Whether the file was rewritten, so that no byte of the old rows is left in it.
    public var isRewritten = false
}

extension Store {
    /// Erases a creator: nothing in the store says any more who they were, but for a salted mark by which they are not invited
    /// and not taken into the catalogue again.
    ///
    /// Invitations stay as numbers, as the limits count them. One transaction; then the whole file is written anew.
    ///
    /// - Throws: `StoreError`; nothing was erased then.
    public func erase(_ subject: ErasureSubject, at instant: Date) async throws -> ErasureReport {
        var report = try await write("erase a creator from") { db in
            var report = ErasureReport()
            let creator = subject.username
            let mark = try ErasureMark.salted(db).text(of: creator.folded)
            try db.execute(
                literal: "INSERT INTO erasure (mark, erased) VALUES (\(mark), \(instant.milliseconds)) ON CONFLICT DO NOTHING")
            report.isRepeated = db.changesCount == 0
            let names = try Self.names(of: subject, db)
            try Self.forgetInvitations(of: creator, &report, db)
            try Self.forgetRemarks(on: creator, &report, db)
            report.texts = try Self.cleanTexts(ErasedTexts(names), db)
            try Ledger.append(.init(kind: .erased, at: instant), db)
            return report
        }
        report.isRewritten = try await rewrite()
        return report
    }

    /// What is known of the name: also what the creator was called when they were invited. A name that somebody else has too
    /// is left in other people's texts.
    private static func names(of subject: ErasureSubject, _ db: Database) throws -> [String] {
        let key = subject.username.folded
        let past: SQLRequest<String> = """
            SELECT nickname FROM invitation WHERE creator_key = \(key)
            UNION SELECT nickname FROM queued_invitation WHERE creator_key = \(key)
            """
        let nicknames = try Set(subject.names + past.fetchAll(db)).filter { name in
            let others: SQLRequest<Int> = """
                SELECT COUNT(*) FROM invitation WHERE nickname_key = \(SearchKey(name).text) AND creator_key <> \(key)
                """
            return try others.fetchOne(db) == 0
        }
        return [subject.username.text] + subject.addresses + nicknames
    }

    private static func forgetInvitations(of creator: Username, _ report: inout ErasureReport, _ db: Database) throws {
        let key = creator.folded
        try removeFromQueue(creator: creator, of: nil, db)
        report.queued = db.changesCount
        let alias = "erased-" + UUID().uuidString.lowercased().prefix(8)
        let blank = UUID().uuidString.lowercased()
        let messages: SQLRequest<String> = "SELECT DISTINCT message FROM invitation WHERE creator_key = \(key)"
        let old = try messages.fetchAll(db)
        if !old.isEmpty { try db.execute(literal: "INSERT INTO message (id, body, contacts) VALUES (\(blank), '', '{}')") }
        try db.execute(
            literal: """
                UPDATE invitation_event SET reason = NULL
                WHERE invitation IN (SELECT id FROM invitation WHERE creator_key = \(key))
                """)
        try db.execute(
            literal: """
                UPDATE outbox SET state = 'cancelled', fault = NULL WHERE state IN ('waiting', 'sending')
                AND invitation IN (SELECT id FROM invitation WHERE creator_key = \(key))
                """)
        try db.execute(
            literal: """
                UPDATE invitation SET creator = \(alias), creator_key = \(alias), nickname = 'Erased', nickname_key = 'erased',
                    message = \(blank), template = NULL, submission = NULL
                WHERE creator_key = \(key)
                """)
        report.invitations = db.changesCount
        for message in old {
            try db.execute(
                literal: """
                    DELETE FROM message WHERE id = \(message)
                    AND NOT EXISTS (SELECT 1 FROM invitation WHERE message = \(message))
                    AND NOT EXISTS (SELECT 1 FROM queued_invitation WHERE message = \(message))
                    """)
        }
        try db.execute(literal: "UPDATE reveal SET creator = \(alias), creator_key = \(alias) WHERE creator_key = \(key)")
        report.reveals = db.changesCount
    }

    private static func forgetRemarks(on creator: Username, _ report: inout ErasureReport, _ db: Database) throws {
        for table in ["pick", "shortlist_creator", "creator_tag", "creator_note"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE creator_key = ?", arguments: [creator.folded])
            report.remarks += db.changesCount
        }
        for table in ["opt_out", "creator_wish", "inbox", "erasure_request", "ledger_subject", "contact_source"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE creator_key = ?", arguments: [creator.folded])
        }
    }

    private static let textColumns = [
        ("message", "id", "body"), ("message_template", "id", "body"), ("message_template", "id", "name"),
        ("shortlist", "id", "name"), ("invitation_event", "number", "reason"), ("creator_note", "rowid", "body"),
        ("creator_tag", "rowid", "tag"), ("invitation", "rowid", "template"), ("contact_source", "rowid", "source"),
    ]

    /// - Returns: how many texts changed.
    private static func cleanTexts(_ texts: ErasedTexts, _ db: Database) throws -> Int {
        var count = 0
        for (table, key, column) in textColumns {
            let all = "SELECT \(key) AS key, \(column) AS text FROM \(table) WHERE \(column) IS NOT NULL"
            for row in try Row.fetchAll(db, sql: all) {
                guard let clean = texts.applied(to: row["text"] as String) else { continue }
                let id: DatabaseValue = row["key"]
                try db.execute(sql: "UPDATE \(table) SET \(column) = ? WHERE \(key) = ?", arguments: [clean, id])
                count += 1
            }
        }
        return count
    }

    /// Writes the file anew and empties the log, so that neither holds old rows in its free space.
    ///
    /// - Returns: false where another process reads all the time; then the log is emptied when it lets go.
    private func rewrite() async throws -> Bool {
        do {
            try await pool.vacuum()
            for _ in 0..<20 {
                let isDone = try await pool.writeWithoutTransaction { db in
                    try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)").map { ($0[0] as Int) == 0 } ?? false
                }
                if isDone { return true }
                try await Task.sleep(for: .milliseconds(200))
            }
            return false
        } catch {
            throw failure(of: "rewrite", by: error)
        }
    }
}
