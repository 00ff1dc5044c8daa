import Marketplace
import Templating

/// What a list and a page say of an invitation.
enum InvitationValues {
    static let shape: TemplateShape = [
        "id": .text, "nickname": .text, "username": .text, "creator_href": .text, "language": .text, "market_name": .text,
        "purpose_name": .text, "state_name": .text, "state": .text, "template_name": .text, "sender": .text,
        "sent_text": .text, "sent_iso": .text,
    ]

    static func values(of invitation: Invitation, root: String, in frame: PageFrame) -> TemplateRecord {
        [
            "id": .text(invitation.id.text), "nickname": .text(invitation.nickname), "username": .text(invitation.creator.text),
            "creator_href": .text(root + "creators/\(invitation.creator).html"),
            "language": .text(invitation.market.language),
            "market_name": .text(frame.words[invitation.market]),
            "purpose_name": .text(frame.words[invitation.message.purpose].name),
            "state_name": .text(frame.words[invitation.state]), "state": .text(invitation.state.rawValue),
            "template_name": .text(invitation.template), "sender": .text(invitation.member),
            "sent_text": .text(frame.text(of: invitation.sent)),
            "sent_iso": .text(invitation.sent.rfc3339),
        ]
    }
}
