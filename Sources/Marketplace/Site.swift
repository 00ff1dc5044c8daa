public import Foundation

/// The configuration of a site: `site.yaml`, checked, with its defaults.
public struct Site: Hashable, Sendable {
    public let name: String
    /// Where the catalogue will be published, without a trailing slash; for canonical addresses.
    public let baseURL: String?
    /// Where the server is reached by pages that live on another host, without a trailing slash.
    public let serverURL: String?
    /// The owner's company.
    public let company: Slug
    /// What the days of the invitation limits are counted in.
    public let timeZone: TimeZone
    /// In the order of `Market.allCases`.
    public let markets: [Market]
    /// Cards on a page of a list, 1 to 100.
    public let pageSize: Int
    /// Those of all markets.
    public let categories: CategoryList
    /// The sets of markets that have one of their own (SPEC C2); elsewhere `categories` are the set.
    public let marketCategories: [Market: CategoryList]
    /// The constants of the open formulas.
    public let definitions: Definitions
    /// How it keeps up with its creators.
    public let correspondence: Correspondence
    /// How it differs in looks from the program's own.
    public let look: Look
    /// Whether search engines shall find the site.
    public let isForSearchEngines: Bool
    /// In which forms besides the plain one the catalogue's texts are written, for hosts that hand them out.
    public let precompressed: [Compression]
    /// How the pages of creators are kept.
    public let creatorPages: CreatorPages
    private let channels: [Market: [ContactChannel]]

    public static let standardPageSize = 24

    /// Nothing is checked here: `Catalogue` reads the file and tells what is wrong with it.
    public init(
        name: String, company: Slug, baseURL: String? = nil, serverURL: String? = nil, timeZone: TimeZone = .gmt,
        markets: Set<Market> = Set(Market.allCases), pageSize: Int = Site.standardPageSize,
        categories: CategoryList = .standard, channels: [Market: [ContactChannel]] = [:], definitions: Definitions = .standard,
        marketCategories: [Market: CategoryList] = [:], correspondence: Correspondence = .standard,
        look: Look = .standard, isForSearchEngines: Bool = true, precompressed: [Compression] = [],
        creatorPages: CreatorPages = .files
    ) {
        self.name = name
        self.company = company
        self.baseURL = baseURL
        self.serverURL = serverURL
        self.timeZone = timeZone
        self.markets = Market.allCases.filter(markets.contains)
        self.pageSize = pageSize
        self.categories = categories
        self.channels = channels
        self.definitions = definitions
        self.marketCategories = marketCategories
        self.correspondence = correspondence
        self.look = look
        self.isForSearchEngines = isForSearchEngines
        self.precompressed = precompressed
        self.creatorPages = creatorPages
    }

    /// The categories of a market, in the order in which they are shown.
    public func categories(in market: Market) -> CategoryList { marketCategories[market] ?? categories }

    /// The contact channels of an invitation in a market, in the order of the form (SPEC I2).
    public func channels(in market: Market) -> [ContactChannel] {
        channels[market] ?? market.standardChannels
    }
}

/// How a catalogue keeps the pages of its creators. The raw value is what `site.yaml` says.
public enum CreatorPages: String, CaseIterable, Hashable, Sendable {
    /// A file each.
    case files
    /// Many in a file, from which one page for all of them takes the one that is asked for: for catalogues that have more
    /// creators than a host takes files.
    case chunks
}

/// A form of a file that a host may hand out in place of the plain one. The raw value is the ending behind the file's name.
public enum Compression: String, CaseIterable, Hashable, Sendable {
    /// RFC 1952.
    case gzip = "gz"
    /// RFC 7932.
    case brotli = "br"
}
