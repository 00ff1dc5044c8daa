/// What a creator does with an invitation.
public enum InboxAction: String, CaseIterable, Sendable, Hashable {
    /// Opens it. Nothing but the creator's own hand or script does that: a GET changes nothing.
    case see
    /// Wants to hear more, and gets the company's contacts for it (SPEC N2).
    case beInterested
    case decline
}

extension Invitation.State {
    /// Where an invitation stands after an action of its creator; the same state where the action changes nothing, nil where
    /// it comes too late. A creator may change their mind as long as the invitation stands.
    public func after(_ action: InboxAction) -> Invitation.State? {
        switch (action, self) {
        case (.see, .sent): .seen
        case (.see, _): self
        case (_, .expired): nil
        case (.beInterested, _): .interested
        case (.decline, _): .declined
        }
    }

    /// Whether time alone ends it.
    public var canExpire: Bool { self == .sent || self == .seen }
}
