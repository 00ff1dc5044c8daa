import Marketplace
import Store

/// Invitations in answers to programs.
enum InvitationJSON {
    static func summary(of invitation: Invitation) -> JSONValue { .object(summaryMembers(of: invitation)) }

    /// - Parameters:
    ///   - events: what happened to it after it was sent.
    ///   - inbox: the address of the creator's inbox.
    static func whole(_ invitation: Invitation, events: [InvitationEvent] = [], inbox: String? = nil) -> JSONValue {
        let contacts = invitation.message.contacts.entries().map {
            (key: $0.channel.rawValue, value: JSONValue.string($0.address))
        }
        return .object(
            summaryMembers(of: invitation) + [("message", .string(invitation.message.text)), ("contacts", .object(contacts))]
                + [("history", .array(events.map(InboxView.json)))] + (inbox.map { [("inbox", .string($0))] } ?? [])
        )
    }

    private static func summaryMembers(of invitation: Invitation) -> [(key: String, value: JSONValue)] {
        [
            ("id", .string(invitation.id.text)), ("creator", .string(invitation.creator.text)),
            ("nickname", .string(invitation.nickname)), ("purpose", .string(invitation.message.purpose.rawValue)),
            ("market", .string(invitation.market.rawValue)), ("state", .string(invitation.state.rawValue)),
            ("sent", .string(invitation.sent.rfc3339)), ("member", .string(invitation.member)),
        ] + (invitation.template.map { [("template", .string($0))] } ?? [])
    }
}
