/// What the formulas of SPEC D4 compare a creator with: the open figures of the listed creators of one market.
public struct MarketStatistics: Sendable {
    public let market: Market
    public let definitions: Definitions
    /// The currency that most of the market's money figures are in. Amounts in another one can't be compared with these,
    /// so they count as unknown here.
    public let currency: Currency
    /// How many creators are listed.
    public let creatorCount: Int
    /// Videos and lives from which on a creator posts frequently.
    public let frequent: Threshold
    /// The sample fulfilment, 0 to 1, from which on a creator is reliable.
    public let reliable: Threshold
    private let values: [Metric: RankedValues]

    /// A threshold that is the larger of a constant and of what the market has.
    public struct Threshold: Hashable, Sendable {
        /// The site's constant.
        public let minimum: FixedDecimal
        /// The market's quantile, or its mean plus deviations, rounded to six places; nil where nobody's figure is known.
        public let ofMarket: FixedDecimal?
        /// How many creators' figures it rests on.
        public let count: Int

        public var value: FixedDecimal { max(minimum, ofMarket ?? minimum) }
    }

    /// - Parameter creators: those who are listed in the market; what they have not authorised is not looked at.
    ///   O(n log n).
    public init(market: Market, creators: some Collection<Creator>, definitions: Definitions) {
        self.market = market
        self.definitions = definitions
        creatorCount = creators.count
        let currency = Self.commonestCurrency(of: creators, in: market)
        self.currency = currency
        var known: [Metric: [FixedDecimal]] = [:]
        var posts: [FixedDecimal] = []
        var fulfilment: [FixedDecimal] = []
        for creator in creators where creator.isAuthorized {
            for input in definitions.scoreWeights {
                let figure = Self.comparable(creator.metrics[input.metric], input.metric, in: creator.currency, currency)
                if let value = figure.value { known[input.metric, default: []].append(value) }
            }
            if let count = (creator.metrics[.videos] + creator.metrics[.lives]).value { posts.append(count) }
            if let share = creator.metrics[.sampleFulfilmentRate].value { fulfilment.append(share) }
        }
        values = known.mapValues(RankedValues.init)
        let rankedPosts = RankedValues(posts)
        frequent = Threshold(
            minimum: definitions.frequentMinimum, ofMarket: rankedPosts.quantile(definitions.frequentQuantile),
            count: rankedPosts.count)
        let ranked = RankedValues(fulfilment)
        let bar = ranked.meanAndDeviation.map { $0.mean + definitions.reliableDeviations.double * $0.deviation }
        reliable = Threshold(
            minimum: definitions.reliableMinimum, ofMarket: bar.flatMap(FixedDecimal.init(rounding:)), count: ranked.count)
    }

    /// Where a figure of a creator stands; nil unless it is known, comparable and an input of the score.
    public func rank(of metric: Metric, in metrics: Metrics, currency: Currency) -> PercentileRank? {
        let figure = Self.comparable(metrics[metric], metric, in: currency, self.currency)
        return figure.value.flatMap { values[metric]?.rank(of: $0) }
    }

    private static func comparable(_ figure: Figure, _ metric: Metric, in currency: Currency, _ wanted: Currency) -> Figure {
        metric.kind == .money && currency != wanted ? .missing : figure
    }

    /// Of two that are equally common the market's own, else the first by code.
    private static func commonestCurrency(of creators: some Collection<Creator>, in market: Market) -> Currency {
        var counts: [Currency: Int] = [:]
        for creator in creators where creator.isAuthorized {
            let hasMoney = Metric.allCases.contains { $0.kind == .money && creator.metrics[$0].ordinal != nil }
            if hasMoney { counts[creator.currency, default: 0] += 1 }
        }
        let most = counts.values.max() ?? 0
        let commonest = Currency.allCases.filter { counts[$0, default: 0] == most }
        return commonest.contains(market.currency)
            ? market.currency : commonest.min { $0.rawValue < $1.rawValue } ?? market.currency
    }
}
