public import Foundation
public import Marketplace
public import Templating

/// One invitation, as the creator reads it.
public struct InvitationPage: Page {
    public let template = "pages/invitation"
    public let path: String
    private let invitation: Invitation
    private let isNew: Bool
    private let submission: String
    private let events: [(kind: String, instant: Date, reason: String?)]
    private let delivery: InboxDelivery?
    private let mail: String?

    /// - Parameters:
    ///   - events: what happened to it after it was sent, oldest first.
    ///   - delivery: how the member can bring the creator the link to the inbox.
    ///   - mail: what became of the mail, in words; nil where none is sent.
    ///   - isNew: whether it was sent just now.
    ///   - submission: by what a second click on “Send again” is known.
    public init(
        invitation: Invitation, events: [(kind: String, instant: Date, reason: String?)] = [], delivery: InboxDelivery? = nil,
        mail: String? = nil, isNew: Bool, submission: String
    ) {
        (self.events, self.delivery, self.mail) = (events, delivery, mail)
        (self.invitation, self.isNew, self.submission) = (invitation, isNew, submission)
        path = "invitations/\(invitation.id)"
    }

    public static let shape = InvitationValues.shape.merging([
        "message": .html, "purpose_statement": .text, "contacts": .list(["name": .text, "address": .text]),
        "resend_action": .text, "submission": .text, "timeline_href": .text,
        "events": .list(["name": .text, "text": .text, "iso": .text, "reason": .text]),
        "delivery": .record(InboxDelivery.shape), "mail": .text, "notice": .text,
    ])

    public func title(in frame: PageFrame) -> String? { frame.words(.titleInvitation, ["name": invitation.nickname]) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryInvitation) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        InvitationValues.values(of: invitation, root: root, in: frame).merging([
            "message": .html(InvitationMarkdown.html(from: invitation.message.text)),
            "purpose_statement": .text(frame.words[invitation.message.purpose].statement),
            "contacts": .list(
                invitation.message.contacts.entries(preferring: frame.site.channels(in: invitation.market)).map {
                    ["name": .text(frame.words[$0.channel]), "address": .text($0.address)]
                }
            ),
            "resend_action": .text(root + "invitations/\(invitation.id)/resend"), "submission": .text(submission),
            "timeline_href": .text(root + "timeline/\(invitation.creator)"),
            "events": .list(
                events.map { kind, instant, reason in
                    [
                        "name": .text(frame.words.event(kind)),
                        "text": .text(frame.text(of: instant)), "iso": .text(instant.rfc3339),
                        "reason": .text(reason.map(frame.words.declineReason)),
                    ]
                }),
            "delivery": delivery.map { .record($0.values(creator: invitation.creator, root: root, frame.words)) },
            "mail": .text(mail),
            "notice": .text(isNew ? frame.words(.invitationIsSent, ["name": invitation.nickname]) : nil),
        ])
    }
}
