import Crypto
import Foundation
import GRDB

/// The attempts on one account from one client, as a transaction sees them.
///
/// An attempt is entered as a failure before the password is looked at, and taken back when it was right: so any number of
/// them at once, and a kill in between, count exactly.
struct AttemptBook {
    private let now: Date
    private let account: String
    private let client: String

    /// - Parameters:
    ///   - email: whose password is tried; need not be anybody's.
    ///   - client: what tells one client from another.
    init(email: String, client: String, now: Date) {
        self.now = now
        account = "account:" + SHA256.hash(data: Data(email.lowercased().utf8)).hexadecimal
        self.client = "client:" + client
    }

    private var subjects: [(subject: String, rule: AttemptRule)] { [(account, .account), (client, .client)] }

    /// Enters an attempt, unless one is not allowed yet.
    ///
    /// - Returns: nil where it was entered, else from when on the next one is allowed; nothing was changed then.
    func enter(_ db: Database) throws -> Date? {
        try forget(db)
        let waits = try subjects.compactMap { try end(of: $0.rule, for: $0.subject, db) }
        if let end = waits.max() { return end }
        for (subject, _) in subjects {
            try db.execute(
                literal: """
                    INSERT INTO sign_in_attempt (subject, failures, last) VALUES (\(subject), 1, \(now.milliseconds))
                    ON CONFLICT (subject) DO UPDATE
                    SET failures = sign_in_attempt.failures + 1, last = excluded.last
                    """)
        }
        return nil
    }

    /// Takes an entered attempt back, which was right: the account begins anew, the client loses this one failure.
    func succeed(_ db: Database) throws {
        try clearAccount(db)
        try db.execute(literal: "UPDATE sign_in_attempt SET failures = failures - 1 WHERE subject = \(client)")
        try db.execute(literal: "DELETE FROM sign_in_attempt WHERE subject = \(client) AND failures <= 0")
    }

    /// Ends every wait of the account.
    func clearAccount(_ db: Database) throws {
        try db.execute(literal: "DELETE FROM sign_in_attempt WHERE subject = \(account)")
    }

    /// When the wait is over; nil where there is none.
    private func end(of rule: AttemptRule, for subject: String, _ db: Database) throws -> Date? {
        let request: SQLRequest<Row> = "SELECT failures, last FROM sign_in_attempt WHERE subject = \(subject)"
        guard let row = try request.fetchOne(db) else { return nil }
        let failures: Int = row["failures"]
        let last = Date(milliseconds: row["last"])
        let delay = rule.delay(after: failures)
        // A clock that was set back makes nobody wait longer than the rule says.
        let end = min(last, now).addingTimeInterval(delay).roundedDownToMillisecond
        return end > now ? end : nil
    }

    private func forget(_ db: Database) throws {
        let before = now.addingTimeInterval(-AttemptRule.memory).milliseconds
        // Entries from a day to come are left from a clock that was wrong.
        let after = now.addingTimeInterval(AttemptRule.memory).milliseconds
        try db.execute(literal: "DELETE FROM sign_in_attempt WHERE last <= \(before) OR last > \(after)")
    }
}

extension Digest {
    /// Lower-case hexadecimal.
    var hexadecimal: String {
        map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
