/// A creator to invite, as the catalogue shows them at this moment.
public struct Recipient: Hashable, Sendable {
    public let username: Username
    public let nickname: String
    public let market: Market

    public init(username: Username, nickname: String, market: Market) {
        (self.username, self.nickname, self.market) = (username, nickname, market)
    }
}

/// An invitation before it is sent.
public struct InvitationDraft: Hashable, Sendable {
    public let recipient: Recipient
    /// With every variable resolved.
    public let message: InvitationMessage
    /// The name of the template that the message was made from, if it was.
    public let template: String?

    public init(_ message: InvitationMessage, to recipient: Recipient, template: String? = nil) {
        (self.message, self.recipient, self.template) = (message, recipient, template)
    }
}
