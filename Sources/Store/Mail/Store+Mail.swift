public import Foundation
import GRDB
public import Marketplace

extension Store {
    /// Begins to mail invitations, or ends it. Invitations from before are not mailed.
    public func setMailing(_ isOn: Bool, at instant: Date) async throws {
        try await write("set up the outbox of") { db in
            if isOn {
                let count = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM outbox_start") ?? 0
                if count == 0 { try db.execute(literal: "INSERT INTO outbox_start (since) VALUES (\(instant.milliseconds))") }
            } else {
                try db.execute(sql: "DELETE FROM outbox_start")
            }
        }
    }

    /// Takes the mail that is due first out of the outbox. Whoever gets it has it alone: a mail that was claimed and never
    /// finished becomes `unclear` after ten minutes, and is not sent again.
    ///
    /// - Returns: nil where nothing is due.
    public func claimMail(now clock: @escaping Clock) async throws -> ClaimedMail? {
        guard try await hasMailDue(at: clock()) else { return nil }
        return try await write("take a mail out of the outbox of") { db in
            let now = clock()
            try Self.fillOutbox(at: now, db)
            let late = now.addingTimeInterval(-600).milliseconds
            try db.execute(
                literal: """
                    UPDATE outbox SET state = 'unclear', changed = \(now.milliseconds)
                    WHERE state = 'sending' AND changed <= \(late)
                    """)
            let next: SQLRequest<String> = """
                SELECT invitation FROM outbox WHERE state = 'waiting' AND due <= \(now.milliseconds) ORDER BY due, invitation LIMIT 1
                """
            guard let id = try next.fetchOne(db) else { return nil }
            try db.execute(
                literal: """
                    UPDATE outbox SET state = 'sending', attempts = attempts + 1, changed = \(now.milliseconds)
                    WHERE invitation = \(id)
                    """)
            let row: SQL = "\(InvitationRow.selection) WHERE invitation.id = \(id)"
            guard let invitation = try SQLRequest<InvitationRow>(literal: row).fetchOne(db)?.invitation() else { return nil }
            let attempts: SQLRequest<Int> = "SELECT attempts FROM outbox WHERE invitation = \(id)"
            return ClaimedMail(invitation: invitation, attempts: try attempts.fetchOne(db) ?? 1)
        }
    }

    /// Looks without writing, as it is asked every second.
    private func hasMailDue(at now: Date) async throws -> Bool {
        try await read("look into the outbox of") { db in
            let request: SQLRequest<Bool> = """
                SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 'waiting' AND due <= \(now.milliseconds))
                OR EXISTS (SELECT 1 FROM outbox WHERE state = 'sending' AND changed <= \(now.addingTimeInterval(-600).milliseconds))
                OR EXISTS (SELECT 1 FROM invitation JOIN outbox_start ON invitation.sent >= outbox_start.since
                    WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.invitation = invitation.id))
                """
            return try request.fetchOne(db) ?? false
        }
    }

    /// Puts every invitation that has none yet into the outbox.
    private static func fillOutbox(at now: Date, _ db: Database) throws {
        try db.execute(
            literal: """
                INSERT INTO outbox (invitation, state, attempts, due, changed)
                SELECT invitation.id, 'waiting', 0, invitation.sent, \(now.milliseconds)
                FROM invitation JOIN outbox_start ON invitation.sent >= outbox_start.since
                WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.invitation = invitation.id)
                """)
    }

    /// Notes how handing a claimed mail over ended.
    public func finishMail(_ invitation: InvitationID, _ outcome: MailOutcome, at instant: Date) async throws {
        try await write("note what became of a mail in") { db in
            let (state, due, fault): (MailStatus.State, Date?, String?) =
                switch outcome {
                case .sent: (.sent, nil, nil)
                case .retry(let date, let fault): (.waiting, date, fault)
                case .failed(let fault): (.failed, nil, fault)
                case .cancelled(let fault): (.cancelled, nil, fault)
                }
            try db.execute(
                literal: """
                    UPDATE outbox SET state = \(state.rawValue), due = COALESCE(\(due?.milliseconds), due),
                        changed = \(instant.milliseconds), fault = \(fault)
                    WHERE invitation = \(invitation.text) AND state = 'sending'
                    """)
            guard db.changesCount > 0, state == .sent else { return }
            try EventRow.insert(.mailed, of: invitation.text, at: instant, db)
        }
    }

    /// What became of an invitation's mail; nil where none is to be sent.
    public func mail(of invitation: InvitationID) async throws -> MailStatus? {
        try await read("look a mail up in") { db in
            let row: SQLRequest<Row> =
                "SELECT state, attempts, changed, fault FROM outbox WHERE invitation = \(invitation.text)"
            guard let row = try row.fetchOne(db) else { return nil }
            guard let state = MailStatus.State(rawValue: row["state"]) else {
                throw StoreFault(reason: .damaged, detail: "a row of 'outbox' has an unknown state")
            }
            return MailStatus(
                state: state, attempts: row["attempts"], changed: Date(milliseconds: row["changed"]), fault: row["fault"])
        }
    }
}
