import Foundation
import Marketplace
import Pages
import Store

/// One thing that a company did with a creator.
enum TimelineEvent {
    case invited(Invitation)
    case sawContacts(Reveal)

    /// Newest first.
    static func all(invitations: [Invitation], reveals: [Reveal]) -> [TimelineEvent] {
        (invitations.map(TimelineEvent.invited) + reveals.map(TimelineEvent.sawContacts)).sorted { $0.instant > $1.instant }
    }

    private var instant: Date {
        switch self {
        case .invited(let invitation): invitation.sent
        case .sawContacts(let reveal): reveal.revealed
        }
    }

    var shown: TimelinePage.Event {
        switch self {
        case .invited(let invitation): .invited(invitation)
        case .sawContacts(let reveal):
            .sawContacts(at: reveal.revealed, member: reveal.member, channels: reveal.channels)
        }
    }

    var json: JSONValue {
        switch self {
        case .invited(let invitation):
            .members([
                "kind": "invitation", "at": .string(invitation.sent.rfc3339), "member": .string(invitation.member),
                "invitation": .string(invitation.id.text), "state": .string(invitation.state.rawValue),
            ])
        case .sawContacts(let reveal):
            .members([
                "kind": "reveal", "at": .string(reveal.revealed.rfc3339), "member": .string(reveal.member),
                "channels": .array(reveal.channels.map { .string($0.rawValue) }),
            ])
        }
    }
}
