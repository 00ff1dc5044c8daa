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
        var values: [Int64]
        /// Where only a range is known: its upper end in millionths, or nil where it is open; its lower end is the value.
        var ranges: [(row: Int, upper: Int64?)] = []

        /// Below every figure.
        static let unknown = Int64.min

        /// All are unknown.
        init(count: Int) { values = [Int64](repeating: Self.unknown, count: count) }

        /// Rows go ascending.
        mutating func set(_ figure: Figure, of row: Int) {
            switch figure {
            case .known(let value): values[row] = value.millionths
            case .range(let from, let to):
                values[row] = from.millionths
                ranges.append((row, to?.millionths))
            case .closed, .missing: break
            }
        }
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
        let metrics = RangeFigure.allCases.map(\.metric)
        var usernames: [Username] = []
        var nameKeys: [String] = []
        var words: [[String]] = []
        var rowCategories = [UInt16](repeating: 0, count: creators.count * Self.categoriesPerRow)
        var codes = Facet.choices.map { _ in [UInt8](repeating: 0, count: creators.count) }
        var figures = metrics.map { _ in FigureColumn(count: creators.count) }
        // Goes through the creators once, as each of them is a large value.
        for (row, creator) in creators.enumerated() {
            usernames.append(creator.username)
            nameKeys.append(FoldedName.sortKey(of: creator.nickname))
            words.append(FoldedName.words(of: creator.username.text) + FoldedName.words(of: creator.nickname))
            let known = creator.categories.compactMap { numbers[$0] }.prefix(Self.categoriesPerRow)
            for (place, number) in known.enumerated() { rowCategories[row * Self.categoriesPerRow + place] = number }
            for (place, facet) in Facet.choices.enumerated() {
                codes[place][row] = UInt8((creator.position(in: facet) ?? -1) + 1)
            }
            for (place, metric) in metrics.enumerated() where metric.kind != .money || creator.currency == currency {
                figures[place].set(creator.metrics[metric], of: row)
            }
        }
        (self.usernames, self.nameKeys, self.words) = (usernames, nameKeys, words)
        (self.rowCategories, self.codes, self.figures) = (rowCategories, codes, figures)
    }

    /// The most that a creator has (SPEC D1).
    static let categoriesPerRow = 3

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
