public import Marketplace
public import Templating

/// One page of a list: a market, or a category in a market, by followers.
public struct ListingPage: Page {
    public let template = "pages/listing"
    public let title: String
    public let summary: String
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

        public init(
            market: Market, category: Category?, total: Int, marketTotal: Int,
            categoryCounts: [(category: Category, count: Int)]
        ) {
            self.market = market
            self.category = category
            self.total = total
            self.marketTotal = marketTotal
            self.categoryCounts = categoryCounts
        }

        /// Below the top of the site: "ID", "ID/health".
        var folder: String { market.rawValue + (category.map { "/\($0.slug)" } ?? "") }
    }

    /// - Parameters:
    ///   - page: 1-based.
    ///   - creators: those of this page, in order.
    public init(shelf: Shelf, page: Int, creators: [PublicCreator], site: Site) {
        self.shelf = shelf
        self.page = page
        self.creators = creators
        let subject = [shelf.category?.name, "creators in \(shelf.market.name)"].compactMap { $0 }.joined(separator: ": ")
        title = subject.prefix(1).uppercased() + subject.dropFirst() + (page > 1 ? ", page \(page)" : "") + " · " + site.name
        summary =
            "\(NumberText.count(shelf.total, "creator", "creators")) in \(shelf.market.name)"
            + (shelf.category.map { " for \($0.name)" } ?? "") + ", by followers."
        path = Pagination.path(of: page, in: shelf.folder)
    }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let size = frame.site.pageSize
        let first = (page - 1) * size + 1
        let pagination = Pagination(page: page, pageCount: max(1, (shelf.total + size - 1) / size), folder: shelf.folder)
        let values: TemplateRecord = [
            "market_name": .text(shelf.market.name), "category_name": .text(shelf.category?.name),
            "count_text": .text(NumberText.count(shelf.total, "creator", "creators")),
            "heading": .text(NumberText.count(shelf.total, "creator", "creators") + " in " + shelf.market.name),
            "total": .text(String(shelf.total)), "sorted_by": .text("followers"),
            "range_text": .text("\(NumberText.exact(first))–\(NumberText.exact(first + creators.count - 1))"),
            "categories": .list(categoryLinks),
            "cards": .list(creators.map { Card(creator: $0).values(root: root, in: frame) }),
            "is_empty": .flag(creators.isEmpty), "empty_reason": .text(Self.emptyReason),
        ]
        return values.merging(pagination.values(root: root))
    }

    /// SPEC C5.
    private static let emptyReason =
        "Nobody is listed here yet. Creators may not have authorised their data, or have no e-commerce permission."

    private var categoryLinks: [TemplateRecord] {
        let all: TemplateRecord = [
            "name": .text("All categories"), "count_text": .text(NumberText.exact(shelf.marketTotal)),
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
