public import Marketplace

/// What the index holds of the creators of one market, a column a property, in the order of rows: by followers from the
/// largest, unknown last, ties by username.
public struct MarketColumns: Sendable {
    public let market: Market
    public let usernames: [Username]
    /// What names are ordered by.
    let nameKeys: [String]
    /// The words that a search by name goes through: those of the username, then those of the nickname.
    let words: [[String]]
    /// The market's categories in the site's order.
    let categories: [Slug]
    /// Three a row: position in `categories` + 1, or 0 for none.
    let rowCategories: [UInt16]
    /// For each of `Facet.choices` a code a row: position in `Facet.values` + 1, or 0 where unknown.
    let codes: [[UInt8]]
    /// In the order of `RangeFigure.allCases`.
    let figures: [FigureColumn]

    /// One figure of every creator.
    struct FigureColumn: Sendable {
        /// Millionths a row; `unknown` where nothing can be held against a bound.
        var values: [Int64] = []
        /// Where only a range is known: its upper end in millionths, or nil where it is open; its lower end is the value.
        var ranges: [(row: Int, upper: Int64?)] = []

        /// Below every figure.
        static let unknown = Int64.min
    }

    public var count: Int { usernames.count }

    /// - Parameters:
    ///   - creators: those who are listed in the market, in the order of rows.
    ///   - categories: the market's, in the site's order.
    ///   - currency: what amounts are held against bounds in; those of another are unknown.
    public init(market: Market, creators: [PublicCreator], categories: CategoryList, currency: Currency) {
        self.market = market
        self.categories = categories.all.map(\.slug)
        let numbers = Dictionary(uniqueKeysWithValues: zip(self.categories, UInt16(1)...))
        usernames = creators.map(\.username)
        nameKeys = creators.map { FoldedName.sortKey(of: $0.nickname) }
        words = creators.map { FoldedName.words(of: $0.username.text) + FoldedName.words(of: $0.nickname) }
        var rowCategories = [UInt16](repeating: 0, count: creators.count * Self.categoriesPerRow)
        for (row, creator) in creators.enumerated() {
            let known = creator.categories.compactMap { numbers[$0] }.prefix(Self.categoriesPerRow)
            for (place, number) in known.enumerated() { rowCategories[row * Self.categoriesPerRow + place] = number }
        }
        self.rowCategories = rowCategories
        codes = Facet.choices.map { facet in creators.map { UInt8(($0.position(in: facet) ?? -1) + 1) } }
        figures = RangeFigure.allCases.map { figure in
            Self.column(of: figure.metric, creators: creators, currency: currency)
        }
    }

    /// The most that a creator has (SPEC D1).
    static let categoriesPerRow = 3

    private static func column(of metric: Metric, creators: [PublicCreator], currency: Currency) -> FigureColumn {
        var column = FigureColumn()
        column.values.reserveCapacity(creators.count)
        for (row, creator) in creators.enumerated() {
            let isComparable = metric.kind != .money || creator.currency == currency
            switch isComparable ? creator.metrics[metric] : .missing {
            case .known(let value): column.values.append(value.millionths)
            case .range(let from, let to):
                column.values.append(from.millionths)
                column.ranges.append((row, to?.millionths))
            case .closed, .missing: column.values.append(FigureColumn.unknown)
            }
        }
        return column
    }

    func column(of figure: RangeFigure) -> FigureColumn { figures[figure.number] }
}

extension RangeFigure {
    /// The position in `allCases`, which is the figure's number in the files.
    var number: Int {
        switch self {
        case .score: 0
        case .followers: 1
        case .gmv: 2
        case .units: 3
        case .views: 4
        case .gpmVideo: 5
        case .gpmLive: 6
        case .engagement: 7
        case .rating: 8
        case .products: 9
        }
    }
}

extension CreatorSort {
    /// The position in `allCases`, which is the sort's number in the files.
    var number: Int {
        switch self {
        case .score: 0
        case .followers: 1
        case .gmv: 2
        case .gpmVideo: 3
        case .gpmLive: 4
        case .views: 5
        case .name: 6
        }
    }
}
