import Markdown
public import Marketplace
public import Templating

/// The front page: the markets, and the company whose marketplace it is.
public struct HomePage: Page {
    public let template = "pages/home"
    public let title: String
    public let summary: String
    public let path = "index.html"
    private let counts: [Market: Int]
    private let featured: [PublicCreator]

    /// - Parameters:
    ///   - counts: listed creators by market.
    ///   - featured: creators to show, in order.
    public init(site: Site, owner: Company, counts: [Market: Int], featured: [PublicCreator]) {
        title = site.name
        let total = counts.values.reduce(0, +)
        let markets = NumberText.count(site.markets.count, "market", "markets")
        summary =
            "\(NumberText.count(total, "creator", "creators")) in \(markets), presented by \(owner.name)"
            + (owner.name.hasSuffix(".") ? "" : ".")
        self.counts = counts
        self.featured = featured
    }

    public static let shape: TemplateShape = [
        "introduction": .html,
        "markets": .list([
            "code": .text, "name": .text, "href": .text, "current": .flag, "count": .text, "count_text": .text,
            "is_empty": .flag,
        ]),
        "total_text": .text, "featured": .list(Card.shape), "has_featured": .flag,
        "company": .record(CompanyValues.summaryShape),
    ]

    public func values(in frame: PageFrame) -> TemplateRecord {
        let total = counts.values.reduce(0, +)
        return [
            "introduction": .html(PublicMarkdown.html(from: frame.owner.introduction, redacting: frame.owner.contacts)),
            "markets": .list(frame.site.markets.map { marketValues($0) }),
            "total_text": .text(NumberText.count(total, "creator", "creators")),
            "featured": .list(featured.map { Card(creator: $0).values(root: root, in: frame) }),
            "has_featured": .flag(!featured.isEmpty),
            "company": .record(CompanyValues.summary(of: frame.owner, root: root)),
        ]
    }

    private func marketValues(_ market: Market) -> TemplateRecord {
        let count = counts[market] ?? 0
        return [
            "code": .text(market.rawValue), "name": .text(market.name), "href": .text("\(market)/index.html"),
            "current": .flag(false), "count": .text(NumberText.exact(count)),
            "count_text": .text(NumberText.count(count, "creator", "creators")), "is_empty": .flag(count == 0),
        ]
    }
}
