public import Foundation
public import Marketplace

/// Which of a company's invitations to list (SPEC H1). What is nil restricts nothing; all that is given must hold.
public struct InvitationQuery: Hashable, Sendable {
    public var company: Slug
    /// A part of the username or the nickname, in any case; white space around it does not count.
    public var text: String?
    /// Sent at this instant or later.
    public var from: Date?
    /// Sent before this instant.
    public var until: Date?
    public var purpose: Purpose?
    public var market: Market?
    public var state: Invitation.State?
    /// The e-mail address of who sent it, in any case.
    public var member: String?
    /// The name of the template that it was made from.
    public var template: String?

    public init(
        company: Slug, text: String? = nil, from: Date? = nil, until: Date? = nil, purpose: Purpose? = nil,
        market: Market? = nil, state: Invitation.State? = nil, member: String? = nil, template: String? = nil
    ) {
        self.company = company
        self.text = text
        self.from = from
        self.until = until
        self.purpose = purpose
        self.market = market
        self.state = state
        self.member = member
        self.template = template
    }
}

/// A part of a list of invitations.
public struct InvitationSlice: Hashable, Sendable {
    /// Newest first.
    public let invitations: [Invitation]
    /// Where the list goes on, for `Store.invitations(matching:after:limit:)`; nil at its end. Opaque; it holds only
    /// letters, digits, "-" and "_".
    public let next: String?
}
