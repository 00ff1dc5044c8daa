public import Foundation

/// The key of an invitation: an opaque text that stands in addresses.
public struct InvitationID: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Nil unless `text` is a UUID (RFC 9562) in lower case.
    public init?(_ text: String) {
        guard let uuid = UUID(uuidString: text), uuid.uuidString.lowercased() == text else { return nil }
        self.text = text
    }

    public init(_ uuid: UUID) {
        text = uuid.uuidString.lowercased()
    }

    public var description: String { text }
}

/// What a creator gets to read.
public struct InvitationMessage: Hashable, Sendable {
    public let purpose: Purpose
    /// Markdown.
    public let text: String
    /// The company's contacts that a creator who is interested gets.
    public let contacts: ContactDetails

    public init(purpose: Purpose, text: String, contacts: ContactDetails) {
        (self.purpose, self.text, self.contacts) = (purpose, text, contacts)
    }
}

/// An invitation that was sent.
public struct Invitation: Hashable, Sendable {
    /// Where an invitation stands.
    public enum State: String, CaseIterable, Sendable, Hashable {
        /// On its way, or there and not opened.
        case sent
        /// The creator opened it.
        case seen
        /// The creator wants to hear more, and has the company's contacts.
        case interested
        case declined
        /// Nobody answered in time.
        case expired

        /// Whether the creator answered.
        public var isReply: Bool { self == .interested || self == .declined }
    }

    public let id: InvitationID
    public let company: Slug
    /// The e-mail address of the member who sent it.
    public let member: String
    public let creator: Username
    /// The creator's nickname and market when it was sent.
    public let nickname: String
    public let market: Market
    public let message: InvitationMessage
    public let state: State
    public let sent: Date
    /// The name of the template that the message was made from, if it was, as it was called then.
    public let template: String?

    public init(
        id: InvitationID, company: Slug, member: String, creator: Username, nickname: String, market: Market,
        message: InvitationMessage, state: State = .sent, sent: Date, template: String? = nil
    ) {
        self.id = id
        self.company = company
        self.member = member
        self.creator = creator
        self.nickname = nickname
        self.market = market
        self.message = message
        self.state = state
        self.sent = sent
        self.template = template
    }
}
