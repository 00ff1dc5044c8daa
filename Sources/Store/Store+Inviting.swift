public import Foundation
import GRDB
public import Marketplace

/// Who invites, and how a request that is repeated is known again.
public struct Submission: Hashable, Sendable {
    public let member: Member
    /// Chosen by who asks, and the same when it asks again because the answer was lost: nothing is sent twice then, and the
    /// answer is that of the first time. Nil promises nothing.
    public let key: String?
    /// Whether what a limit forbids waits until it is allowed.
    public let queuesRefused: Bool

    public init(by member: Member, key: String? = nil, queuesRefused: Bool = false) {
        (self.member, self.key, self.queuesRefused) = (member, key, queuesRefused)
    }
}

/// A key came again with another request: the one who asks believes that something was sent which was not.
public struct SubmissionConflict: Error, Hashable, Sendable {}

extension Store {
    /// Invites creators with one message, each where the limits allow it; see `send(_:as:)`.
    public func send(
        _ message: InvitationMessage, to recipients: [Recipient], by member: Member, limits: InvitationLimits = .standard,
        timeZone: TimeZone, now clock: @escaping Clock,
        newID: @escaping @Sendable () -> InvitationID = { InvitationID(UUID()) }
    ) async throws -> Receipt {
        try await send(
            recipients.map { InvitationDraft(message, to: $0) }, as: Submission(by: member), limits: limits,
            timeZone: timeZone, now: clock, newID: newID)
    }

    /// Invites creators, each where the limits allow it (SPEC I3), in their order.
    ///
    /// Decision and record are one transaction, so the limits are exact for any number of tasks and processes, and what
    /// the receipt calls sent or queued is on the disk. Both limits count the company's invitations for all purposes, and no
    /// other company's. A creator who is named twice is cooling down at the second.
    ///
    /// - Parameters:
    ///   - submission: who invites, in the name of their company.
    ///   - timeZone: what the company's day is counted in.
    ///   - clock: read when the write lock is held.
    ///   - newID: gives the keys of the invitations, a new one each time.
    /// - Throws: `SubmissionConflict`, `StoreError`; nothing was sent then.
    public func send(
        _ drafts: [InvitationDraft], as submission: Submission, limits: InvitationLimits = .standard,
        timeZone: TimeZone, now clock: @escaping Clock,
        newID: @escaping @Sendable () -> InvitationID = { InvitationID(UUID()) }
    ) async throws -> Receipt {
        let company = submission.member.company
        return try await write("send invitations through") { db in
            var book = try InvitationBook(db, company: company, limits: limits, timeZone: timeZone, now: clock())
            let outcomes = try drafts.map { draft in
                let earlier = try Self.earlierResult(of: draft, submission, db)
                let result = try earlier ?? Self.decide(on: draft, submission, in: &book, newID: newID, db)
                return Receipt.Outcome(username: draft.recipient.username, result: result)
            }
            return Receipt(outcomes: outcomes, quota: book.quota)
        }
    }

    private static func decide(
        on draft: InvitationDraft, _ submission: Submission, in book: inout InvitationBook, newID: () -> InvitationID,
        _ db: Database
    ) throws -> Receipt.Result {
        guard let refusal = try book.refusal(for: draft.recipient.username, db) else {
            let invitation = Invitation(draft, id: newID(), by: submission.member, sent: book.now)
            try book.enter(invitation, submission: submission.key, db)
            // What waited for this creator would reach them a second time.
            try removeFromQueue(creator: draft.recipient.username, of: book.company, db)
            return .sent(invitation)
        }
        guard submission.queuesRefused, refusal.rule.endsByItself else { return .refused(refusal) }
        let waiting = QueuedInvitation(
            id: newID(), company: book.company, member: submission.member.email, draft: draft, queued: book.now)
        let entered = try book.enqueue(waiting, submission: submission.key, db)
        return entered.map(Receipt.Result.queued) ?? .refused(Refusal(rule: .alreadyQueued))
    }

    /// What became of a creator when this submission came before.
    ///
    /// - Throws: `SubmissionConflict` where it said something else then.
    private static func earlierResult(
        of draft: InvitationDraft, _ submission: Submission, _ db: Database
    ) throws -> Receipt.Result? {
        guard let key = submission.key else { return nil }
        let creator = draft.recipient.username
        let company = submission.member.company.text
        let sent: SQL = """
            \(InvitationRow.selection)
            WHERE company = \(company) AND submission = \(key) AND creator_key = \(creator.folded)
            """
        if let row = try SQLRequest<InvitationRow>(literal: sent).fetchOne(db) {
            let invitation = try row.invitation()
            guard invitation.message == draft.message else { throw SubmissionConflict() }
            return .sent(invitation)
        }
        let waiting: SQL = """
            \(QueueRow.selection)
            WHERE queue.company = \(company) AND queue.submission = \(key) AND queue.creator_key = \(creator.folded)
            """
        guard let row = try SQLRequest<QueueRow>(literal: waiting).fetchOne(db) else { return nil }
        let invitation = try row.invitation()
        guard invitation.draft.message == draft.message else { throw SubmissionConflict() }
        return .queued(invitation)
    }

    /// What is left of a company's day. It says nothing sure about an invitation that is sent later.
    public func quota(
        of company: Slug, limits: InvitationLimits = .standard, timeZone: TimeZone, now: Date
    ) async throws -> InvitationQuota {
        try await read("count the invitations in") { db in
            try InvitationBook(db, company: company, limits: limits, timeZone: timeZone, now: now).quota
        }
    }

    /// What would become of invitations that were sent at this moment, besides the day's limit (SPEC I6).
    ///
    /// - Returns: for each creator in their order, why not, or nil where they can be invited; and the day's quota.
    public func forecast(
        for creators: [Username], of company: Slug, limits: InvitationLimits = .standard, timeZone: TimeZone, now: Date
    ) async throws -> InvitationForecast {
        let unlimited = InvitationLimits(dailyCount: .max, cooldown: limits.cooldown)
        return try await read("look ahead in") { db in
            let book = try InvitationBook(db, company: company, limits: unlimited, timeZone: timeZone, now: now)
            let waiting: SQLRequest<String> = "SELECT creator_key FROM queued_invitation WHERE company = \(company.text)"
            let queued = try Set(waiting.fetchAll(db))
            return InvitationForecast(
                refusals: try creators.map { try book.refusal(for: $0, db) },
                isQueued: creators.map { queued.contains($0.folded) },
                quota: InvitationQuota(limit: limits.dailyCount, used: book.quota.used, resets: book.quota.resets))
        }
    }
}

/// What would become of invitations that were sent at this moment.
public struct InvitationForecast: Hashable, Sendable {
    /// One for each creator; nil where the creator can be invited. The day's limit is not among them.
    public let refusals: [Refusal?]
    /// Whether an invitation waits for the creator already.
    public let isQueued: [Bool]
    public let quota: InvitationQuota
}

extension Invitation {
    init(_ draft: InvitationDraft, id: InvitationID, by member: Member, sent: Date) {
        self.init(
            id: id, company: member.company, member: member.email, creator: draft.recipient.username,
            nickname: draft.recipient.nickname, market: draft.recipient.market, message: draft.message, sent: sent,
            template: draft.template)
    }
}
