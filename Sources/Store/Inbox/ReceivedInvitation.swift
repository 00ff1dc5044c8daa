public import Foundation
public import Marketplace

/// An invitation as its creator has it, with what became of it.
public struct ReceivedInvitation: Hashable, Sendable {
    public let invitation: Invitation
    /// After it was sent, oldest first.
    public let events: [InvitationEvent]

    /// The company's contacts: there only while the creator is interested (SPEC N2).
    public var contacts: ContactDetails? { invitation.state == .interested ? invitation.message.contacts : nil }
}

/// Something that happened to an invitation after it was sent.
public struct InvitationEvent: Hashable, Sendable {
    /// Later ones have larger numbers, over all companies.
    public let number: Int64
    public let invitation: InvitationID
    public let kind: Kind
    public let instant: Date
    /// Why it was declined, in the creator's words.
    public let reason: String?

    /// The raw value is what the store keeps and what programs get.
    public enum Kind: String, CaseIterable, Sendable, Hashable {
        case seen
        case interested
        case declined
        case expired
        /// Handed over to the mail system.
        case mailed

        /// Whether the creator answered.
        public var isReply: Bool { self == .interested || self == .declined }

        init?(_ state: Invitation.State) {
            switch state {
            case .sent: return nil
            case .seen: self = .seen
            case .interested: self = .interested
            case .declined: self = .declined
            case .expired: self = .expired
            }
        }
    }
}
