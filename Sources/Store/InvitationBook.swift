import Foundation
import GRDB
import Marketplace

/// One company's day as a transaction sees it: what the limits allow, and what is entered under them.
///
/// Made inside a transaction that was begun IMMEDIATE, it stays right until the transaction's end.
struct InvitationBook {
    let now: Date
    let company: Slug
    private let limits: InvitationLimits
    private let day: DateInterval
    private var sentToday: Int
    /// Where the messages of this transaction stand in the store.
    private var messageKeys: [InvitationMessage: String] = [:]

    init(_ db: Database, company: Slug, limits: InvitationLimits, timeZone: TimeZone, now: Date) throws {
        self.now = now.roundedDownToMillisecond
        self.company = company
        self.limits = limits
        day = InvitationDay.containing(self.now, in: timeZone)
        // The whole day, not the part before now: a clock that was set back gives nothing away.
        let count: SQLRequest<Int> = """
            SELECT COUNT(*) FROM invitation
            WHERE company = \(company.text) AND sent >= \(day.start.milliseconds) AND sent < \(day.end.milliseconds)
            """
        sentToday = try count.fetchOne(db) ?? 0
    }

    var quota: InvitationQuota { InvitationQuota(limit: limits.dailyCount, used: sentToday, resets: day.end) }

    /// Why a creator cannot be invited at this moment; nil where they can (SPEC I3, N3).
    func refusal(for creator: Username, _ db: Database) throws -> Refusal? {
        if try OptOutRow.holds(for: creator, company: company, db) { return Refusal(rule: .optedOut) }
        if try ErasureMark(db).holds(for: creator.folded, db) { return Refusal(rule: .optedOut) }
        let last: SQLRequest<Int64> = """
            SELECT MAX(sent) FROM invitation WHERE company = \(company.text) AND creator_key = \(creator.folded)
            """
        let lastSent = try last.fetchOne(db).map(Date.init(milliseconds:))
        return limits.refusal(sentToday: sentToday, lastSent: lastSent, now: now, day: day)
    }

    /// Enters a new invitation and its message.
    mutating func enter(_ invitation: Invitation, submission: String?, _ db: Database) throws {
        let key = try self.key(of: invitation.message, newKey: invitation.id, db)
        try enter(invitation, messageKey: key, submission: submission, db)
    }

    /// Enters an invitation whose message is in the store already.
    mutating func enter(_ invitation: Invitation, messageKey: String, submission: String?, _ db: Database) throws {
        try InvitationRow.insert(invitation, message: messageKey, submission: submission, db)
        try InboxRow.open(for: invitation.creator, at: now, db)
        sentToday += 1
    }

    /// Puts an invitation at the end of the company's queue; the same one that waits for the creator already stays instead.
    ///
    /// - Returns: nil where another one waits for the creator.
    mutating func enqueue(_ invitation: QueuedInvitation, submission: String?, _ db: Database) throws -> QueuedInvitation? {
        let creator = invitation.draft.recipient.username
        let present: SQL = """
            \(QueueRow.selection) WHERE queue.company = \(company.text) AND queue.creator_key = \(creator.folded)
            """
        if let row = try SQLRequest<QueueRow>(literal: present).fetchOne(db) {
            let waiting = try row.invitation()
            return waiting.draft.message == invitation.draft.message ? waiting : nil
        }
        let last: SQLRequest<Int64> = """
            SELECT MAX(position) FROM queued_invitation WHERE company = \(company.text)
            """
        let position = (try last.fetchOne(db) ?? 0) + 1
        let key = try self.key(of: invitation.draft.message, newKey: invitation.id, db)
        try QueueRow.insert(invitation, message: key, submission: submission, position: position, db)
        return invitation
    }

    /// The row of a message, which is made for the first of the creators that get it.
    private mutating func key(of message: InvitationMessage, newKey: InvitationID, _ db: Database) throws -> String {
        if let key = messageKeys[message] { return key }
        try InvitationRow.insert(message, key: newKey.text, db)
        messageKeys[message] = newKey.text
        return newKey.text
    }
}
