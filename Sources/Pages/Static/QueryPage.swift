public import Marketplace
public import Templating

/// The answer of the server to a query of a market's list: the same page as `ListingPage`, with what was asked for.
public struct QueryPage: Page {
    public let template = "pages/listing"
    public var path: String { Pagination.path(of: 1, in: query.market.rawValue) }
    public var market: Market? { query.market }
    let query: CreatorQuery
    let total: Int
    let cards: [[UInt8]]
    private let counts: FilterCounts
    private let hasScores: Bool
    private let indexPath: String

    /// - Parameters:
    ///   - total: how many creators match.
    ///   - cards: those of the page, in order, as `PageRenderer.card` made them.
    ///   - hasScores: whether anybody in the market has a score.
    ///   - indexPath: the root of the market's index, below the folder of the index.
    public init(
        query: CreatorQuery, total: Int, cards: [[UInt8]], counts: FilterCounts, hasScores: Bool, indexPath: String
    ) {
        self.query = query
        self.total = total
        self.cards = cards
        self.counts = counts
        self.hasScores = hasScores
        self.indexPath = indexPath
    }

    public func title(in frame: PageFrame) -> String? {
        frame.words(.titleList, ["market": frame.words[query.market]])
    }

    public func summary(in frame: PageFrame) -> String {
        frame.words(.summaryQuery, ["creators": frame.words.creators(total), "market": frame.words[query.market]])
    }

    public static let shape =
        ([
            "ready_cards": .html, "is_answered": .flag, "chips": .list(FilterChips.shape), "index_href": .text,
            "empty_reason": .text,
        ] as TemplateShape).merging(ListingValues.shape).merging(Pagination.shape).merging(FilterPanel.shape)

    public func values(in frame: PageFrame) -> TemplateRecord { values(in: frame, besides: []) }

    /// - Parameter besides: what every address of the list says besides the query.
    func values(in frame: PageFrame, besides: [(name: String, value: String)]) -> TemplateRecord {
        let site = frame.site
        let chips = FilterChips(query: query, site: site, words: frame.words, besides: besides)
        let pageCount = max(1, (total + query.pageSize - 1) / query.pageSize)
        let pagination = Pagination(page: query.page, pageCount: pageCount) { number in
            var other = query
            other.page = number
            return chips.address(other)
        }
        let panel = FilterPanel(query: query, counts: counts, offersManaged: frame.offersManaged, hasScores: hasScores)
        let values: TemplateRecord = [
            "ready_cards": .html(String(decoding: cards.joined(), as: UTF8.self)), "is_answered": .flag(true),
            "chips": .list(chips.values),
            "index_href": .text(root + "index/" + indexPath),
            "empty_reason": .text(emptyReason(pageCount: pageCount, frame.words)),
        ]
        let list = ListingValues(
            market: query.market, total: total, pageSize: query.pageSize, isEmpty: cards.isEmpty, words: frame.words)
        return values.merging(list.values).merging(pagination.values)
            .merging(panel.values(action: "./", clear: "./", in: frame))
    }

    /// SPEC C5.
    private func emptyReason(pageCount: Int, _ words: Wording) -> String {
        total > 0 ? words.count(pageCount, .queryEndedOne, .queryEndedMany) : words(.queryEmpty)
    }
}
