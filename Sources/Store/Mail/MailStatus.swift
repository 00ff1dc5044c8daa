public import Foundation
public import Marketplace

/// What became of the mail that carries an invitation.
public struct MailStatus: Hashable, Sendable {
    public enum State: String, CaseIterable, Sendable, Hashable {
        /// It will be handed over when it is due.
        case waiting
        /// It is being handed over.
        case sending
        /// The mail command took it.
        case sent
        /// The mail command refused it every time.
        case failed
        /// The server ended while it was handed over: it is not sent again, as it may have gone out.
        case unclear
        /// There was nothing to send any more: no address, or the creator answered or stopped before.
        case cancelled
    }

    public let state: State
    public let attempts: Int
    public let changed: Date
    /// Why it failed or was not sent; holds no address.
    public let fault: String?
}

/// A mail that was taken out of the outbox to be handed over, once.
public struct ClaimedMail: Hashable, Sendable {
    public let invitation: Invitation
    /// How many times it was tried, this time included.
    public let attempts: Int
}

/// How handing over a mail ended.
public enum MailOutcome: Hashable, Sendable {
    case sent
    /// It may work later.
    case retry(at: Date, fault: String)
    case failed(String)
    case cancelled(String)
}
