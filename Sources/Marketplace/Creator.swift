/// Everything that the agency knows of a creator, contacts and closed figures included. Private: pages are made from
/// `PublicCreator`.
public struct Creator: Hashable, Sendable {
    public enum AccountType: String, CaseIterable, Sendable, Hashable {
        case creator
        case official
        case marketing
    }

    public var username: Username
    public var nickname: String
    public var market: Market
    /// The profile text of the account, plain.
    public var bio: String?
    /// The long profile, Markdown.
    public var profile: LongText?
    /// A file name inside `photos/`.
    public var photo: String?
    /// 0 to 3 main industry labels, first-level categories, most important first.
    public var categories: [Slug] = []
    /// The company that the creator is linked to, by slug or by name.
    public var agency: String?
    public var hasCommercePermission = true
    public var accountType = AccountType.creator
    /// Whether the creator lets the marketplace show their data; where not, it is closed.
    public var isAuthorized = true
    /// Whether the creator lets members see their contacts.
    public var showsContact = true
    public var contacts = ContactDetails()
    /// What the money figures are in.
    public var currency: Currency
    public var metrics = Metrics()
    /// Labels as the source states them; what it does not state is not there.
    public var statedLabels = LabelMap<Bool>()
    /// The day that the figures are of.
    public var updated: CalendarDate?
    /// What a build worked out from the whole market; empty in what people's files say.
    public var computed = ComputedFigures()

    public init(username: Username, nickname: String, market: Market) {
        self.username = username
        self.nickname = nickname
        self.market = market
        self.currency = market.currency
    }
}

extension Creator {
    /// The figures that everyone may see: what the creator has not authorised is closed.
    public var openMetrics: Metrics { metrics.opened(isAuthorized: isAuthorized) }

    /// The order of lists: followers from the largest, unknown last, ties by username.
    public static func hasMoreFollowers(_ a: Creator, than b: Creator) -> Bool {
        a.metrics[.followers].precedes(b.metrics[.followers]) ?? (a.username < b.username)
    }
}
