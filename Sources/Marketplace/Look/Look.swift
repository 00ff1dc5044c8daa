/// How a site differs in looks from the program's own: what `site.yaml` says under `look`.
public struct Look: Hashable, Sendable {
    /// What can be done next; nil for the program's own.
    public var accent: Colour?
    /// How round corners are, in rem; nil for the program's own.
    public var radius: FixedDecimal?
    /// What stands beside the name; nil for the program's own mark.
    public var logo: Logo?

    /// The program's own.
    public static let standard = Look()

    public init(accent: Colour? = nil, radius: FixedDecimal? = nil, logo: Logo? = nil) {
        (self.accent, self.radius, self.logo) = (accent, radius, logo)
    }

    /// A picture of the site's own.
    public struct Logo: Hashable, Sendable {
        /// In the folder of the site's assets.
        public let file: String

        public init(file: String) { self.file = file }
    }
}
