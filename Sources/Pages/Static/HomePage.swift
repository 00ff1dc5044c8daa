import Markdown
public import Marketplace
public import Templating

/// The front page: the markets, and the company whose marketplace it is.
public struct HomePage: Page {
    public let template = "pages/home"
    public let path = "index.html"
    private let counts: [Market: Int]
    private let featured: [PublicCreator]

    /// - Parameters:
    ///   - counts: listed creators by market.
    ///   - featured: creators to show, in order.
    public init(counts: [Market: Int], featured: [PublicCreator]) {
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

    public func title(in frame: PageFrame) -> String? { nil }

    public func summary(in frame: PageFrame) -> String {
        // The sentence has a full stop of its own.
        let company = frame.owner.name.hasSuffix(".") ? String(frame.owner.name.dropLast()) : frame.owner.name
        return frame.words(
            .summaryHome,
            [
                "creators": frame.words.creators(counts.values.reduce(0, +)),
                "markets": frame.words.count(frame.site.markets.count, .marketsOne, .marketsMany), "company": company,
            ])
    }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let total = counts.values.reduce(0, +)
        return [
            "introduction": .html(PublicMarkdown.html(from: frame.owner.introduction, redacting: frame.owner.contacts)),
            "markets": .list(frame.site.markets.map { marketValues($0, frame.words) }),
            "total_text": .text(frame.words.creators(total)),
            "featured": .list(featured.map { Card(creator: $0).values(root: root, in: frame) }),
            "has_featured": .flag(!featured.isEmpty),
            "company": .record(CompanyValues.summary(of: frame.owner, root: root, frame.words)),
        ]
    }

    private func marketValues(_ market: Market, _ words: Wording) -> TemplateRecord {
        let count = counts[market] ?? 0
        return [
            "code": .text(market.rawValue), "name": .text(words[market]), "href": .text("\(market)/index.html"),
            "current": .flag(false), "count": .text(NumberText.exact(count)),
            "count_text": .text(words.creators(count)), "is_empty": .flag(count == 0),
        ]
    }
}
