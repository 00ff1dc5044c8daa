/// A person of a company who signs in.
public struct Member: Hashable, Sendable {
    public enum Role: String, CaseIterable, Sendable, Hashable {
        /// Gets the sign-in link of `plaza serve`, where the company is the site's own.
        case owner
        case member
    }

    /// Lower case; the key of a member.
    public let email: String
    public let company: Slug
    public let role: Role

    public init(email: String, company: Slug, role: Role) {
        self.email = email.lowercased()
        self.company = company
        self.role = role
    }
}
