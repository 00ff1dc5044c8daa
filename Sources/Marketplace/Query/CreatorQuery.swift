/// A question to the catalogue of one market: filters that all hold, an order, and a page (SPEC C3, C4).
public struct CreatorQuery: Hashable, Sendable {
    public var market: Market
    /// Slugs of categories of which one must be the creator's; empty for any. Sorted, each once.
    public var categories: [Slug] = []
    /// Positions in `Facet.values` of which one must be the creator's, ascending, each once; never empty.
    public var choices: [Facet: [Int]] = [:]
    /// Never without either end.
    public var bounds: [RangeFigure: FigureBounds] = [:]
    /// Whether a creator whose figure is unknown satisfies its bounds. Choices are never satisfied by what is unknown.
    public var includesUnknown = false
    /// Words of the name, as they were written; nil for any name.
    public var text: String?
    public var sort = CreatorSort.standard
    /// 1-based.
    public var page = 1
    /// 1 to 100.
    public var pageSize: Int

    public static let pageSizes = 1...100

    public init(market: Market, pageSize: Int = Site.standardPageSize) {
        self.market = market
        self.pageSize = pageSize
    }

    /// How many creators stand before the page, and how many with it.
    public var positions: Range<Int> {
        let (start, overflow) = (page - 1).multipliedReportingOverflow(by: pageSize)
        guard !overflow, start < Int.max - pageSize else { return Int.max - 1..<Int.max - 1 }
        return start..<start + pageSize
    }

    /// Whether any filter is set; order and page are none.
    public var isFiltered: Bool {
        !categories.isEmpty || !choices.isEmpty || !bounds.isEmpty || text != nil
    }
}
