public import Foundation
import GRDB
public import Marketplace

extension Store {
    /// Invites creators, each where the limits allow it (SPEC I3), in their order.
    ///
    /// Decision and record are one transaction, so the limits are exact for any number of tasks and processes, and what
    /// the receipt calls sent is on the disk. Both limits count the company's invitations for all purposes, and no other
    /// company's. A creator who is named twice is cooling down at the second.
    ///
    /// - Parameters:
    ///   - member: who invites, in the name of their company.
    ///   - timeZone: what the company's day is counted in.
    ///   - clock: read when the write lock is held.
    ///   - newID: gives the keys of the invitations, a new one each time.
    /// - Throws: `StoreError`; nothing was sent then.
    public func send(
        _ message: InvitationMessage, to recipients: [Recipient], by member: Member, limits: InvitationLimits = .standard,
        timeZone: TimeZone, now clock: @escaping Clock,
        newID: @escaping @Sendable () -> InvitationID = { InvitationID(UUID()) }
    ) async throws -> Receipt {
        try await write("send invitations through") { db in
            var book = try InvitationBook(db, company: member.company, limits: limits, timeZone: timeZone, now: clock())
            let outcomes = try recipients.map { recipient -> Receipt.Outcome in
                if let refusal = try book.refusal(for: recipient.username, db) {
                    return Receipt.Outcome(username: recipient.username, result: .refused(refusal))
                }
                let invitation = Invitation(
                    id: newID(), company: member.company, member: member.email, creator: recipient.username,
                    nickname: recipient.nickname, market: recipient.market, message: message, sent: book.now)
                try book.enter(invitation, db)
                return Receipt.Outcome(username: recipient.username, result: .sent(invitation))
            }
            return Receipt(outcomes: outcomes, quota: book.quota)
        }
    }

    /// What is left of a company's day. It says nothing sure about an invitation that is sent later.
    public func quota(
        of company: Slug, limits: InvitationLimits = .standard, timeZone: TimeZone, now: Date
    ) async throws -> InvitationQuota {
        try await read("count the invitations in") { db in
            try InvitationBook(db, company: company, limits: limits, timeZone: timeZone, now: now).quota
        }
    }
}

/// One company's day, and one message, as a transaction sees them.
private struct InvitationBook {
    let now: Date
    private let company: Slug
    private let limits: InvitationLimits
    private let day: DateInterval
    private var sentToday: Int
    /// Where the message stands in the store; nil before its first invitation.
    private var messageKey: String?

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

    func refusal(for creator: Username, _ db: Database) throws -> Refusal? {
        let last: SQLRequest<Int64> = """
            SELECT MAX(sent) FROM invitation WHERE company = \(company.text) AND creator_key = \(creator.folded)
            """
        let lastSent = try last.fetchOne(db).map(Date.init(milliseconds:))
        return limits.refusal(sentToday: sentToday, lastSent: lastSent, now: now, day: day)
    }

    mutating func enter(_ invitation: Invitation, _ db: Database) throws {
        let key = messageKey ?? invitation.id.text
        if messageKey == nil { try InvitationRow.insert(invitation.message, key: key, db) }
        messageKey = key
        try InvitationRow.insert(invitation, message: key, db)
        sentToday += 1
    }
}
