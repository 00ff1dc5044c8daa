public import Marketplace

/// A creator to invite, as the catalogue shows them at this moment.
public struct Recipient: Hashable, Sendable {
    public let username: Username
    public let nickname: String
    public let market: Market

    public init(username: Username, nickname: String, market: Market) {
        (self.username, self.nickname, self.market) = (username, nickname, market)
    }
}

/// What became of an attempt to invite.
public struct Receipt: Hashable, Sendable {
    public enum Result: Hashable, Sendable {
        /// It is in the store and will not be lost.
        case sent(Invitation)
        /// A limit forbids it; nothing was stored.
        case refused(Refusal)
    }

    /// What became of one creator's invitation.
    public struct Outcome: Hashable, Sendable {
        public let username: Username
        public let result: Result

        /// Nil where it was refused.
        public var invitation: Invitation? {
            if case .sent(let invitation) = result { invitation } else { nil }
        }

        /// Nil where it was sent.
        public var refusal: Refusal? {
            if case .refused(let refusal) = result { refusal } else { nil }
        }
    }

    /// One for each recipient, in their order.
    public let outcomes: [Outcome]
    /// What is left of the company's day after it.
    public let quota: InvitationQuota
}
