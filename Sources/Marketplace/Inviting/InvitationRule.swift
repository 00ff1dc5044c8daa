public import Foundation

/// A rule that an invitation can be refused by. The raw value stands in answers.
public enum InvitationRule: String, CaseIterable, Sendable, Hashable {
    case dailyLimit = "daily_limit"
    case creatorCooldown = "creator_cooldown"
    case notListed = "not_listed"
    /// The creator does not want invitations from this company, or from any.
    case optedOut = "opted_out"
    case messageRequired = "message_required"
    case messageTooLong = "message_too_long"
    case contactRequired = "contact_required"
    /// An invitation with other words waits for this creator.
    case alreadyQueued = "already_queued"
    case purposeNotAllowed = "purpose_not_allowed"
    /// A variable of the message has no value for this creator, or is none.
    case variableUnresolved = "variable_unresolved"
}

extension InvitationRule {
    /// Whether waiting heals it, so that the invitation can be queued.
    public var endsByItself: Bool { self == .dailyLimit || self == .creatorCooldown }
}

/// Why an invitation was not sent, and when that ends, where time heals it.
public struct Refusal: Error, Hashable, Sendable {
    public let rule: InvitationRule
    public let until: Date?

    public init(rule: InvitationRule, until: Date? = nil) {
        (self.rule, self.until) = (rule, until)
    }
}
