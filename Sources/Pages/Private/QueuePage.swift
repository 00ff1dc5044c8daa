public import Foundation
public import Marketplace
public import Templating

/// What waits for a company, in the order in which it leaves (SPEC I6).
public struct QueuePage: Page {
    public let template = "pages/queue"
    public let path = "queue"
    private let entries: [Entry]
    private let quota: InvitationQuota
    private let notice: Saying?

    /// One invitation that waits.
    public struct Entry: Sendable {
        public let invitation: QueuedInvitation
        /// When it will leave, if nothing is sent besides.
        public let departure: Date
        /// What holds it up besides the limits.
        public let obstacle: Saying?

        public init(invitation: QueuedInvitation, departure: Date, obstacle: Saying?) {
            (self.invitation, self.departure, self.obstacle) = (invitation, departure, obstacle)
        }
    }

    public init(entries: [Entry], quota: InvitationQuota, notice: Saying?) {
        (self.entries, self.quota, self.notice) = (entries, quota, notice)
    }

    public static let shape: TemplateShape = [
        "quota": .record(QuotaValues.shape), "notice": .text, "is_empty": .flag, "heading": .text,
        "entries": .list(entryShape),
    ]

    public func title(in frame: PageFrame) -> String? { frame.words(.titleQueue) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryQueue) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        [
            "quota": .record(QuotaValues.values(of: quota, in: frame)), "notice": .text(notice.map { frame.words($0) }),
            "is_empty": .flag(entries.isEmpty),
            "heading": .text(frame.words.count(entries.count, .waitingOne, .waitingMany)),
            "entries": .list(
                entries.enumerated().map { index, entry in
                    values(of: entry, isFirst: index == 0, isLast: index == entries.count - 1, in: frame)
                }),
        ]
    }

    private static let entryShape: TemplateShape = [
        "nickname": .text, "username": .text, "href": .text, "market_name": .text, "purpose_name": .text, "sender": .text,
        "template_name": .text, "departure_text": .text, "departure_iso": .text, "obstacle": .text, "message": .html,
        "move_action": .text, "cancel_action": .text, "can_rise": .flag, "can_sink": .flag,
    ]

    private func values(of entry: Entry, isFirst: Bool, isLast: Bool, in frame: PageFrame) -> TemplateRecord {
        let invitation = entry.invitation
        let recipient = invitation.draft.recipient
        return [
            "nickname": .text(recipient.nickname), "username": .text(recipient.username.text),
            "href": .text(root + "creators/\(recipient.username).html"), "market_name": .text(frame.words[recipient.market]),
            "purpose_name": .text(frame.words[invitation.draft.message.purpose].name), "sender": .text(invitation.member),
            "template_name": .text(invitation.draft.template),
            "departure_text": .text(frame.text(of: entry.departure)),
            "departure_iso": .text(entry.departure.rfc3339), "obstacle": .text(entry.obstacle.map { frame.words($0) }),
            "message": .html(InvitationMarkdown.html(from: invitation.draft.message.text)),
            "move_action": .text("queue/\(invitation.id)/move"), "cancel_action": .text("queue/\(invitation.id)/cancel"),
            "can_rise": .flag(!isFirst), "can_sink": .flag(!isLast),
        ]
    }
}
