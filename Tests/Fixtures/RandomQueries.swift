public import Marketplace

/// Queries of every kind: choices and bounds, many and none, that give thousands or nobody.
public struct RandomQueries {
    private var random: SeededGenerator
    private let market: Market

    public init(seed: UInt64, market: Market = .id) {
        random = SeededGenerator(seed: seed)
        self.market = market
    }

    public mutating func next() -> CreatorQuery {
        var query = CreatorQuery(market: market, pageSize: random.pick([1, 5, 24, 100]))
        if random.oneIn(2) {
            let slugs = RandomCreators.categories.all.map(\.slug)
            query.categories = Array(Set((0..<random.pick([1, 1, 2, 3])).map { _ in random.pick(slugs) })).sorted()
        }
        for facet in Facet.choices where random.oneIn(6) {
            let count = facet.isRepeatable ? Int.random(in: 1...3, using: &random) : 1
            query.choices[facet] = Set((0..<count).map { _ in Int.random(in: facet.values.indices, using: &random) }).sorted()
        }
        for figure in RangeFigure.allCases where random.oneIn(9) { query.bounds[figure] = bounds(of: figure) }
        query.includesUnknown = random.oneIn(3)
        if random.oneIn(8) {
            query.text = random.pick([
                "a", "ay", "ayu", "AYU beauty", "hoa", "dang duc", "ใจ", "มชา", "strasse", "live", "zoe", "子", "q", "lin le",
            ])
        }
        query.sort = random.pick(CreatorSort.allCases)
        query.page = random.pick([1, 1, 1, 2, 3, 50])
        return query
    }

    private mutating func bounds(of figure: RangeFigure) -> FigureBounds {
        let ends: [Int64] =
            switch figure {
            case .score: [0, 20_000_000, 50_000_000, 50_000_001, 101_000_000]
            case .rating: [1_000_000, 3_500_000, 4_999_999]
            case .engagement: [50_000, 250_000, 333_333]
            case .followers, .units, .views, .products: [0, 8_000_000, 1_024_000_000, 4_096_500_000, 900_000_000_000]
            case .gmv, .gpmVideo, .gpmLive: [0, 250_500_000, 4_000_000_000, 12_525_000_000, 12_525_000_001]
            }
        let first = random.pick(ends)
        let second = random.pick(ends)
        let minimum = random.oneIn(4) ? nil : FixedDecimal(millionths: min(first, second))
        let maximum =
            figure.maximumName == nil || (minimum != nil && random.oneIn(2))
            ? nil : FixedDecimal(millionths: max(first, second))
        return minimum == nil && maximum == nil
            ? FigureBounds(minimum: FixedDecimal(millionths: first)) : FigureBounds(minimum: minimum, maximum: maximum)
    }
}
