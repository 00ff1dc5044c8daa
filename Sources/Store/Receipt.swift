public import Marketplace

/// What became of an attempt to invite.
public struct Receipt: Hashable, Sendable {
    public enum Result: Hashable, Sendable {
        /// It is in the store and will not be lost.
        case sent(Invitation)
        /// It waits in the store, and leaves when the limits allow it.
        case queued(QueuedInvitation)
        /// A limit forbids it; nothing was stored.
        case refused(Refusal)
    }

    /// What became of one creator's invitation.
    public struct Outcome: Hashable, Sendable {
        public let username: Username
        public let result: Result

        /// Nil unless it was sent.
        public var invitation: Invitation? {
            if case .sent(let invitation) = result { invitation } else { nil }
        }

        /// Nil unless it was refused.
        public var refusal: Refusal? {
            if case .refused(let refusal) = result { refusal } else { nil }
        }
    }

    /// One for each recipient, in their order.
    public let outcomes: [Outcome]
    /// What is left of the company's day after it.
    public let quota: InvitationQuota
}
