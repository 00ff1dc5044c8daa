/// The constants of a site's open formulas (SPEC D4): what `site.yaml` may set, with the defaults of the specification.
public struct Definitions: Hashable, Sendable {
    /// Where a score is computed.
    public let scoreMarkets: Set<Market>
    /// What the score is a weighted mean of, in the order of `Metric.allCases`; weights are above 0.
    public let scoreWeights: [ScoreWeight]
    /// How many inputs of the score must be known, GMV among them where it has a weight.
    public let scoreMinimumInputs: Int
    /// Videos and lives in 30 days from which on a creator posts frequently, unless the market's quantile is higher.
    public let frequentMinimum: FixedDecimal
    /// The market's quantile of videos and lives, above 0 and at most 1.
    public let frequentQuantile: FixedDecimal
    /// The median answer, in hours, up to which a creator is quick to respond.
    public let quickHours: FixedDecimal
    /// The sample fulfilment from which on a creator is reliable, unless the market asks for more; 0 to 1.
    public let reliableMinimum: FixedDecimal
    /// How many standard deviations above the market's mean fulfilment a creator must stand.
    public let reliableDeviations: FixedDecimal

    public init(
        scoreMarkets: Set<Market> = [.id], scoreWeights: [Metric: FixedDecimal] = Definitions.standardWeights,
        scoreMinimumInputs: Int = 4, frequentMinimum: FixedDecimal = FixedDecimal(millionths: 12_000_000),
        frequentQuantile: FixedDecimal = FixedDecimal(millionths: 750_000),
        quickHours: FixedDecimal = FixedDecimal(millionths: 24_000_000),
        reliableMinimum: FixedDecimal = FixedDecimal(millionths: 800_000),
        reliableDeviations: FixedDecimal = FixedDecimal(millionths: 500_000)
    ) {
        self.scoreMarkets = scoreMarkets
        self.scoreWeights = Metric.allCases.compactMap { metric in
            scoreWeights[metric].flatMap { $0 > .zero ? ScoreWeight(metric: metric, weight: $0) : nil }
        }
        self.scoreMinimumInputs = scoreMinimumInputs
        self.frequentMinimum = frequentMinimum
        self.frequentQuantile = frequentQuantile
        self.quickHours = quickHours
        self.reliableMinimum = reliableMinimum
        self.reliableDeviations = reliableDeviations
    }

    public static let standard = Definitions()

    /// SPEC D4; they add up to 1.
    public static let standardWeights: [Metric: FixedDecimal] = [
        .gmv: FixedDecimal(millionths: 300_000), .videoViewsAverage: FixedDecimal(millionths: 150_000),
        .completionRate: FixedDecimal(millionths: 150_000), .videos: FixedDecimal(millionths: 100_000),
        .lives: FixedDecimal(millionths: 100_000), .liveViewersAverage: FixedDecimal(millionths: 100_000),
        .liveViewSecondsAverage: FixedDecimal(millionths: 100_000),
    ]
}

/// How much one figure counts in the score.
public struct ScoreWeight: Hashable, Sendable {
    public let metric: Metric
    /// Above 0; the weights of a creator's known inputs are rescaled to add up to 1.
    public let weight: FixedDecimal
}
