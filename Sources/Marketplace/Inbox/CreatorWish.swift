/// What a creator decided in their inbox about what is shown of them. It wins over what the agency's files say (SPEC N3).
public struct CreatorWish: Hashable, Sendable {
    /// Whether members see the contacts; nil where the creator has not said.
    public var showsContact: Bool?
    /// Whether the marketplace shows the figures; nil where the creator has not said.
    public var isAuthorized: Bool?

    public init(showsContact: Bool? = nil, isAuthorized: Bool? = nil) {
        (self.showsContact, self.isAuthorized) = (showsContact, isAuthorized)
    }

    /// A creator with the wish in place of what the record says.
    public func applied(to creator: Creator) -> Creator {
        var creator = creator
        if let showsContact { creator.showsContact = showsContact }
        if let isAuthorized { creator.isAuthorized = isAuthorized }
        return creator
    }
}

/// The wishes of a site's creators, and who was erased.
public struct CreatorWishes: Sendable {
    /// By folded username.
    public let wishes: [String: CreatorWish]
    /// Whether the creator with this folded username was erased.
    private let isErased: @Sendable (String) -> Bool
    /// Names all of it: two equal texts mean that nothing changed.
    public let stamp: String

    /// Nobody has said anything.
    public static let none = CreatorWishes(wishes: [:], stamp: "", isErased: { _ in false })

    public init(wishes: [String: CreatorWish], stamp: String, isErased: @escaping @Sendable (String) -> Bool) {
        (self.wishes, self.stamp, self.isErased) = (wishes, stamp, isErased)
    }

    /// The creators as they want to be shown; those who were erased are left out.
    public func applied(to creators: [Creator]) -> [Creator] {
        creators.compactMap { applied(to: $0) }
    }

    /// The creator as they want to be shown; nil where they were erased.
    public func applied(to creator: Creator) -> Creator? {
        let key = creator.username.folded
        guard !isErased(key) else { return nil }
        return wishes[key].map { $0.applied(to: creator) } ?? creator
    }

    /// Whether the creator was erased.
    public func erased(_ username: Username) -> Bool { isErased(username.folded) }
}
