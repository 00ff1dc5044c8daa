import Marketplace
import Templating

/// What a list and a page say of an invitation.
enum InvitationValues {
    static func values(of invitation: Invitation, root: String, in frame: PageFrame) -> TemplateRecord {
        [
            "id": .text(invitation.id.text), "nickname": .text(invitation.nickname), "username": .text(invitation.creator.text),
            "creator_href": .text(root + "creators/\(invitation.creator).html"),
            "language": .text(invitation.market.language),
            "market_name": .text(frame.words[invitation.market]), "purpose_name": .text(invitation.message.purpose.name),
            "state_name": .text(stateName(invitation.state)), "state": .text(invitation.state.rawValue),
            "template_name": .text(invitation.template), "sender": .text(invitation.member),
            "sent_text": .text(frame.words.instant(invitation.sent, in: frame.site.timeZone)),
            "sent_iso": .text(invitation.sent.rfc3339),
        ]
    }

    static func stateName(_ state: Invitation.State) -> String {
        switch state {
        case .sent: "Sent"
        case .seen: "Seen"
        case .interested: "Interested"
        case .declined: "Declined"
        case .expired: "Expired"
        }
    }
}
