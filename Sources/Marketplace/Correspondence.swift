public import Foundation

/// How a site keeps up with its creators: what `site.yaml` says of invitations after they were sent.
public struct Correspondence: Hashable, Sendable {
    /// Seconds after which an invitation that nobody answered ends.
    public var invitationLifetime: TimeInterval
    /// How mail leaves; nil where it does not.
    public var mail: MailSettings?
    /// On what the site keeps contact details, in words of its own ("consent, by contract of 2026").
    public var contactBasis: String
    /// Days that entries are kept; what is nil is kept for good.
    public var retention: Retention

    /// 30 days, no mail, "legitimate interest", everything kept.
    public static let standard = Correspondence()

    public init(
        invitationLifetime: TimeInterval = 30 * 86_400, mail: MailSettings? = nil, contactBasis: String = "legitimate interest",
        retention: Retention = Retention()
    ) {
        self.invitationLifetime = invitationLifetime
        self.mail = mail
        self.contactBasis = contactBasis
        self.retention = retention
    }

    /// How long what is kept.
    public struct Retention: Hashable, Sendable {
        /// Invitations that were answered or ended, with their messages.
        public var invitations: TimeInterval?
        /// The log of who saw whose contacts.
        public var reveals: TimeInterval?

        public init(invitations: TimeInterval? = nil, reveals: TimeInterval? = nil) {
            (self.invitations, self.reveals) = (invitations, reveals)
        }
    }
}

/// The system's mail command, as `sendmail` is called.
public struct MailSettings: Hashable, Sendable {
    /// The program and its arguments; it reads a message from its standard input and finds whom it is for in its headers.
    public let command: [String]
    /// The address that mails are from.
    public let sender: String

    public init(command: [String], sender: String) {
        (self.command, self.sender) = (command, sender)
    }
}
