import Foundation
public import Marketplace
public import Templating

/// One page of a list: a market, or a category in a market, by followers.
public struct ListingPage: Page {
    public let template = "pages/listing"
    public let path: String
    public var market: Market? { shelf.market }
    private let shelf: Shelf
    private let page: Int
    private let creators: [PublicCreator]

    /// A list with all that its pages share.
    public struct Shelf: Sendable {
        public let market: Market
        /// Nil for the whole market.
        public let category: Category?
        /// Creators in the list.
        public let total: Int
        /// Creators in the whole market.
        public let marketTotal: Int
        /// The market's categories that have creators, in the site's order, with how many.
        public let categoryCounts: [(category: Category, count: Int)]
        /// What choosing each value in the whole market would give.
        public let filterCounts: FilterCounts
        /// Whether anybody in the market has a score.
        public let hasScores: Bool
        /// Whether the market has a feed of its newest creators.
        public let hasFeed: Bool
        /// The root of the market's index, below the folder of the index; nil where there is none.
        public let indexPath: String?
        /// What is in the root, so that the market's page needs no request for it.
        public let indexRoot: [UInt8]?

        public init(
            market: Market, category: Category?, total: Int, marketTotal: Int,
            categoryCounts: [(category: Category, count: Int)], filterCounts: FilterCounts = FilterCounts([:]),
            hasScores: Bool = false, hasFeed: Bool = false, indexPath: String? = nil, indexRoot: [UInt8]? = nil
        ) {
            self.market = market
            self.category = category
            self.total = total
            self.marketTotal = marketTotal
            self.categoryCounts = categoryCounts
            self.filterCounts = filterCounts
            self.hasScores = hasScores
            self.hasFeed = hasFeed
            self.indexPath = indexPath
            self.indexRoot = indexRoot
        }

        /// Below the top of the site: "ID", "ID/health".
        var folder: String { market.rawValue + (category.map { "/\($0.slug)" } ?? "") }
    }

    /// - Parameters:
    ///   - page: 1-based.
    ///   - creators: those of this page, in order.
    public init(shelf: Shelf, page: Int, creators: [PublicCreator]) {
        self.shelf = shelf
        self.page = page
        self.creators = creators
        path = Self.path(of: page, in: shelf)
    }

    public func preview(on site: Site) -> PagePreview {
        let first = (page - 1) * site.pageSize + 1
        return PagePreview(
            data: .list(creators, firstPosition: first, total: shelf.total, site: site),
            feedPath: shelf.hasFeed ? CreatorFeed.path(of: shelf.market) : nil)
    }

    /// Where a page of a list stands below the top of the site.
    public static func path(of page: Int, in shelf: Shelf) -> String { Pagination.path(of: page, in: shelf.folder) }

    public static let shape =
        ([
            "category_name": .text, "categories": .list(["name": .text, "count_text": .text, "href": .text, "current": .flag]),
            "cards": .list(Card.shape), "index_root": .text, "index_href": .text, "empty_reason": .text,
        ] as TemplateShape).merging(QueryPage.shape)

    public func title(in frame: PageFrame) -> String? {
        let (words, market) = (frame.words, frame.words[shelf.market])
        let subject = shelf.category.map { category in
            words(
                .titleListCategory,
                ["category": category.name.prefix(1).uppercased() + category.name.dropFirst(), "market": market])
        }
        let title = subject ?? words(.titleList, ["market": market])
        return page > 1 ? words(.titlePage, ["title": title, "number": String(page)]) : title
    }

    public func summary(in frame: PageFrame) -> String {
        let (words, market) = (frame.words, frame.words[shelf.market])
        let creators = words.creators(shelf.total)
        guard let category = shelf.category else {
            return words(.summaryList, ["creators": creators, "market": market])
        }
        return words(.summaryListCategory, ["creators": creators, "market": market, "category": category.name])
    }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let size = frame.site.pageSize
        let folder = shelf.folder
        let pagination = Pagination(page: page, pageCount: max(1, (shelf.total + size - 1) / size)) { [root] in
            root + Pagination.path(of: $0, in: folder)
        }
        var query = CreatorQuery(market: shelf.market, pageSize: size)
        query.categories = [shelf.category?.slug].compactMap { $0 }
        let panel = FilterPanel(
            query: query, counts: shelf.filterCounts, offersManaged: frame.offersManaged, hasScores: shelf.hasScores)
        // The market's own list says "./", which every other list leads to.
        let isOwnList = shelf.category == nil && page == 1
        let values: TemplateRecord = [
            "category_name": .text(shelf.category?.name), "categories": .list(categoryLinks(frame.words)),
            "cards": .list(creators.map { Card(creator: $0).values(root: root, in: frame) }),
            "index_root": isOwnList ? .text(shelf.indexRoot.map { Data($0).base64EncodedString() }) : nil,
            "index_href": isOwnList ? .text(shelf.indexPath.map { root + "index/" + $0 }) : nil,
            "empty_reason": .text(frame.words(.listEmpty)),
        ]
        let list = ListingValues(
            market: shelf.market, total: shelf.total, pageSize: size, isEmpty: creators.isEmpty, words: frame.words)
        return values.merging(list.values).merging(pagination.values)
            .merging(
                panel.values(
                    action: isOwnList ? "./" : root + "\(shelf.market)/", clear: root + "\(shelf.market)/index.html", in: frame)
            )
    }

    private func categoryLinks(_ words: Wording) -> [TemplateRecord] {
        let all: TemplateRecord = [
            "name": .text(words(.allCategories)), "count_text": .text(NumberText.exact(shelf.marketTotal)),
            "href": .text(root + "\(shelf.market)/index.html"), "current": .flag(shelf.category == nil),
        ]
        return [all]
            + shelf.categoryCounts.map { category, count in
                [
                    "name": .text(category.name), "count_text": .text(NumberText.exact(count)),
                    "href": .text(root + "\(shelf.market)/\(category.slug)/index.html"),
                    "current": .flag(shelf.category == category),
                ]
            }
    }
}

/// What every list of creators says of itself.
struct ListingValues {
    let market: Market
    let total: Int
    let pageSize: Int
    /// Whether the page has no cards.
    let isEmpty: Bool
    let words: Wording

    /// What the words of the cards mean, for those who cannot point at them.
    private var meanings: [TemplateRecord] {
        let figures: [Metric] = [.score, .followers, .gmv, .gpmVideo, .gpmLive, .videoViewsAverage, .rating, .products]
        let texts =
            figures.map { (words[$0].name, words[$0].definition) } + [(words(.sellsInLegend), words(.sellsMeans))]
            + WorkingLabel.allCases.map { (words[$0].name, words[$0].definition) }
        return texts.map { ["label": .text($0.0), "definition": .text($0.1)] }
    }

    /// Texts with their places, which the script of the filters fills in.
    private var scriptWords: TemplateRecord {
        [
            "text": .text("{text}"), "chip_from": .text(words.pattern(.chipFrom)), "chip_to": .text(words.pattern(.chipTo)),
            "chip_text": .text(words.pattern(.chipText)), "no_filter": .text(words.pattern(.scriptNoFilter)),
            "no_value": .text(words.pattern(.scriptNoValue)),
        ]
    }

    static let shape: TemplateShape = [
        "market_code": .text, "market_name": .text, "total": .text, "heading": .text, "heading_one": .text,
        "heading_many": .text, "page_size": .text, "is_empty": .flag,
        "script": .record([
            "text": .text, "chip_from": .text, "chip_to": .text, "chip_text": .text, "no_filter": .text, "no_value": .text,
        ]),
        "meanings": .list(["label": .text, "definition": .text]),
    ]

    var values: TemplateRecord {
        let market = words[market]
        let one = words(.listHeadingOne, ["market": market])
        return [
            "market_code": .text(self.market.rawValue), "market_name": .text(market), "total": .text(String(total)),
            "heading": .text(total == 1 ? one : words(.listHeadingMany, ["count": NumberText.exact(total), "market": market])),
            // The script fills in how many.
            "heading_one": .text(one),
            "heading_many": .text(words(.listHeadingMany, ["count": "{count}", "market": market])),
            "page_size": .text(String(pageSize)), "is_empty": .flag(isEmpty), "script": .record(scriptWords),
            "meanings": .list(meanings),
        ]
    }
}
