public import Marketplace

/// The newest creators of a market for feed readers (Atom, RFC 4287).
public struct CreatorFeed: Sendable {
    /// A creator with the first day of which an import told of them.
    public struct Entry: Sendable {
        public let creator: PublicCreator
        public let since: CalendarDate

        public init(creator: PublicCreator, since: CalendarDate) {
            (self.creator, self.since) = (creator, since)
        }
    }

    /// What the feed holds at most.
    public static let limit = 50

    /// Below the top of the site.
    public let path: String
    public let bytes: [UInt8]

    /// - Parameter entries: those of the market in any order.
    /// - Returns: nil where there is nobody to tell of, or where the site does not say where it will be published: the
    ///   addresses in a feed must be absolute.
    public init?(of market: Market, entries: [Entry], owner: Company, site: Site, words: Wording) {
        path = Self.path(of: market)
        guard let address = site.address(of: path), let list = site.address(of: "\(market)/index.html"), !entries.isEmpty else {
            return nil
        }
        let newest = entries.sorted { ($1.since, $0.creator.username) < ($0.since, $1.creator.username) }.prefix(Self.limit)
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
            <id>\(XMLText.escaped(address))</id>
            <title>\(XMLText.escaped(words(.titleFeed, ["market": words[market]]) + " · " + site.name))</title>
            <updated>\(Self.instant(newest.first?.since))</updated>
            <author><name>\(XMLText.escaped(owner.name))</name></author>
            <link rel="self" type="application/atom+xml" href="\(XMLText.escaped(address))"/>
            <link rel="alternate" type="text/html" href="\(XMLText.escaped(list))"/>

            """
        for entry in newest { text += Self.element(of: entry, site: site, words) }
        bytes = Array((text + "</feed>\n").utf8)
    }

    /// Where the feed of a market stands, below the top of the site.
    static func path(of market: Market) -> String { "\(market)/feed.xml" }

    /// The address of a creator's page is their id: it stays as long as the site does.
    private static func element(of entry: Entry, site: Site, _ words: Wording) -> String {
        let address = XMLText.escaped(site.address(of: site.link(to: entry.creator.username)) ?? "")
        let name = XMLText.escaped("\(entry.creator.nickname) (@\(entry.creator.username))")
        let day = instant(entry.since)
        return "<entry><id>\(address)</id><title>\(name)</title><published>\(day)</published><updated>\(day)</updated>"
            + "<link rel=\"alternate\" type=\"text/html\" href=\"\(address)\"/>"
            + "<summary>\(XMLText.escaped(CreatorPage.summary(of: entry.creator, words)))</summary></entry>\n"
    }

    /// The beginning of a day, in Greenwich.
    private static func instant(_ day: CalendarDate?) -> String { (day?.description ?? "") + "T00:00:00Z" }
}
