import Marketplace
import Store

/// Invitations in answers to programs.
enum InvitationJSON {
    static func summary(of invitation: Invitation) -> JSONValue { .object(summaryMembers(of: invitation)) }

    /// - Parameters:
    ///   - events: what happened to it after it was sent.
    ///   - inbox: the address of the creator's inbox.
    ///   - mail: what became of the mail, where there is one.
    static func whole(
        _ invitation: Invitation, events: [InvitationEvent] = [], inbox: String? = nil, mail: MailStatus? = nil
    ) -> JSONValue {
        let contacts = invitation.message.contacts.entries().map {
            (key: $0.channel.rawValue, value: JSONValue.string($0.address))
        }
        return .object(
            summaryMembers(of: invitation) + [("message", .string(invitation.message.text)), ("contacts", .object(contacts))]
                + [("history", .array(events.map(InboxView.json)))] + (inbox.map { [("inbox", .string($0))] } ?? [])
                + (mail.map { [("mail", Self.json($0))] } ?? [])
        )
    }

    private static func json(_ mail: MailStatus) -> JSONValue {
        .members([
            "state": .string(mail.state.rawValue), "attempts": .integer(mail.attempts),
            "changed": .string(mail.changed.rfc3339),
            "fault": .string(mail.fault),
        ])
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
