public import Foundation
public import Marketplace
public import Templating

/// What became of an invitation to several creators.
public struct InviteResultsPage: Page {
    public let template = "pages/invite-results"
    public let path: String
    private let results: [Result]
    private let quota: InvitationQuota
    private let again: Again

    public struct Result: Sendable {
        public let username: String
        public let nickname: String
        /// Where it was sent.
        public let invitation: InvitationID?
        /// Whether it waits.
        public let isQueued: Bool
        /// Why not, where it was refused.
        public let reason: Saying?
        public let until: Date?
        /// Whether waiting would heal it.
        public let canBeQueued: Bool

        public init(
            username: String, nickname: String, invitation: InvitationID?, isQueued: Bool, reason: Saying?, until: Date?,
            canBeQueued: Bool
        ) {
            self.username = username
            self.nickname = nickname
            self.invitation = invitation
            self.isQueued = isQueued
            self.reason = reason
            self.until = until
            self.canBeQueued = canBeQueued
        }
    }

    /// What waits for those whom a limit refused, where they are sent to, and with which fields besides the creators.
    public struct Again: Sendable {
        /// Below the top of the site.
        public let path: String
        public let fields: [(name: String, value: String)]

        public init(path: String, fields: [(name: String, value: String)]) { (self.path, self.fields) = (path, fields) }
    }

    /// - Parameters:
    ///   - again: what was sent; offered once more, to wait, for those whom a limit refused.
    ///   - path: the address that was asked, below the top of the site.
    public init(results: [Result], quota: InvitationQuota, again: Again, path: String) {
        (self.results, self.quota, self.again, self.path) = (results, quota, again, path)
    }

    public static let shape: TemplateShape = [
        "sent_count_text": .text, "queued_count_text": .text, "refused_count_text": .text, "has_refused": .flag,
        "has_queued": .flag, "queue_href": .text, "quota": .record(QuotaValues.shape),
        "again": .list(["action": .text, "button": .text, "fields": .list(["name": .text, "value": .text])]),
        "results": .list([
            "nickname": .text, "username": .text, "href": .text, "is_sent": .flag, "is_queued": .flag, "is_refused": .flag,
            "invitation_href": .text, "reason": .text, "until_text": .text,
        ]),
    ]

    public func title(in frame: PageFrame) -> String? { frame.words(.titleInvitations) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryResults) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let words = frame.words
        let sentCount = results.count { $0.invitation != nil }
        let queuedCount = results.count { $0.isQueued }
        let refusedCount = results.count - sentCount - queuedCount
        return [
            "sent_count_text": .text(headline(sent: sentCount, queued: queuedCount, words)),
            "queued_count_text": .text(
                sentCount > 0 && queuedCount > 0
                    ? words.count(queuedCount, .queuedOne, .queuedMany) : nil),
            "refused_count_text": .text(words.count(refusedCount, .refusedOne, .refusedMany)),
            "has_refused": .flag(refusedCount > 0 && refusedCount < results.count), "has_queued": .flag(queuedCount > 0),
            "queue_href": .text(root + "queue"),
            "quota": .record(QuotaValues.values(of: quota, in: frame)), "again": again(in: frame).map { .list([$0]) },
            "results": .list(results.map { values(of: $0, in: frame) }),
        ]
    }

    private func headline(sent: Int, queued: Int, _ words: Wording) -> String {
        if sent == 0, queued == 0 { return words(results.count == 1 ? .nothingSentOne : .nothingSentMany) }
        guard sent > 0 else { return words.count(queued, .waitingOne, .waitingMany) }
        return words.count(sent, .sentOne, .sentMany)
    }

    private func values(of result: Result, in frame: PageFrame) -> TemplateRecord {
        [
            "nickname": .text(result.nickname), "username": .text(result.username),
            "href": .text(root + "creators/\(PercentEncoding.encode(result.username)).html"),
            "is_sent": .flag(result.invitation != nil), "is_queued": .flag(result.isQueued),
            "is_refused": .flag(result.invitation == nil && !result.isQueued),
            "invitation_href": .text(result.invitation.map { root + "invitations/\($0)" }),
            "reason": .text(result.reason.map { frame.words($0) }),
            "until_text": .text(result.until.map { frame.text(of: $0) }),
        ]
    }

    /// The same once more, for those whom waiting helps.
    private func again(in frame: PageFrame) -> TemplateRecord? {
        let waiting = results.filter(\.canBeQueued)
        guard !waiting.isEmpty else { return nil }
        // Who sends an invitation again names nobody: the address says whose it is.
        let creators = again.path == "invite" ? waiting.map { (name: "creator", value: $0.username) } : []
        let fields = creators + again.fields
        return [
            "action": .text(root + again.path),
            "button": .text(
                waiting.count == 1
                    ? frame.words(.sendLaterOne) : frame.words(.sendLaterMany, ["count": String(waiting.count)])),
            "fields": .list(fields.map { ["name": .text($0.name), "value": .text($0.value)] }),
        ]
    }
}
