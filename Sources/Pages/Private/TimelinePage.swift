public import Foundation
public import Marketplace
public import Templating

/// Everything that a company did with one creator, and what it keeps about them.
public struct TimelinePage: Page {
    public let template = "pages/timeline"
    public let path: String
    private let username: Username
    private let nickname: String
    private let isListed: Bool
    private let events: [Event]
    private let tags: [String]
    private let note: (text: String, member: String, changed: Date)?

    /// One thing that was done.
    public enum Event: Sendable {
        case invited(Invitation)
        case sawContacts(at: Date, member: String, channels: [ContactChannel])
    }

    /// - Parameters:
    ///   - isListed: whether the company's catalogue has the creator still.
    ///   - events: newest first.
    public init(
        username: Username, nickname: String, isListed: Bool, events: [Event], tags: [String],
        note: (text: String, member: String, changed: Date)?
    ) {
        self.username = username
        self.nickname = nickname
        self.isListed = isListed
        self.events = events
        self.tags = tags
        self.note = note
        path = "timeline/\(username)"
    }

    public static let shape: TemplateShape = [
        "nickname": .text, "username": .text, "href": .text, "can_change": .flag, "invite_href": .text,
        "events": .list(eventShape), "is_empty": .flag, "tags": .list(["name": .text]), "tag_action": .text, "note": .text,
        "note_action": .text, "note_sender": .text, "note_text": .text, "picks_action": .text,
    ]

    public func title(in frame: PageFrame) -> String? { nickname }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryTimeline) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        [
            "nickname": .text(nickname), "username": .text(username.text),
            "href": .text(isListed ? root + "creators/\(username).html" : nil), "can_change": .flag(isListed),
            "invite_href": .text(isListed ? root + "invite?creator=\(username)" : nil),
            "events": .list(events.map { values(of: $0, in: frame) }), "is_empty": .flag(events.isEmpty),
            "tags": .list(tags.map { ["name": .text($0)] }), "tag_action": .text(root + "tags"),
            "note": .text(note?.text), "note_action": .text(root + "notes"),
            "note_sender": .text(note?.member),
            "note_text": .text(note.map { frame.text(of: $0.changed) }),
            "picks_action": .text(root + "picks"),
        ]
    }

    private static let eventShape = InvitationValues.shape.merging([
        "is_invitation": .flag, "invitation_href": .text, "is_reveal": .flag, "channels_text": .text,
    ])

    private func values(of event: Event, in frame: PageFrame) -> TemplateRecord {
        switch event {
        case .invited(let invitation):
            return InvitationValues.values(of: invitation, root: root, in: frame).merging([
                "is_invitation": .flag(true), "invitation_href": .text(root + "invitations/\(invitation.id)"),
            ])
        case .sawContacts(let instant, let member, let channels):
            return [
                "is_reveal": .flag(true), "sender": .text(member),
                "channels_text": .text(channels.map { frame.words[$0] }.joined(separator: ", ")),
                "sent_text": .text(frame.text(of: instant)),
                "sent_iso": .text(instant.rfc3339),
            ]
        }
    }
}
