/// What a build works out about a creator from the whole market, where the source does not state it.
public struct ComputedFigures: Hashable, Sendable {
    /// 0 to 100.
    public var score: FixedDecimal?
    public var labels = LabelMap<Bool>()

    public init() {}
}

/// How each derived figure of a creator came about, for the page that shows it. Holds no closed figure.
public struct Findings: Hashable, Sendable {
    public let score: ScoreFinding
    /// In the order of `WorkingLabel.allCases`.
    public let labels: [LabelFinding]
    /// Each input of the score and where it stands in the market, from `score`, in markets without a score too.
    public let positions: [Position]
    /// How many creators are listed in the market.
    public let creatorCount: Int

    /// Where a figure stands in the market.
    public struct Position: Hashable, Sendable {
        public let metric: Metric
        public let figure: Figure
        /// Nil where it is not known, or its currency not the market's.
        public let rank: PercentileRank?
    }
}

extension MarketStatistics {
    /// Everything that is derived for a creator of this market, with the way there.
    public func findings(for creator: Creator) -> Findings {
        let open = creator.openMetrics
        return Findings(
            score: score(of: creator), labels: WorkingLabel.allCases.map { finding(of: $0, for: creator) },
            positions: definitions.scoreWeights.map { input in
                Findings.Position(
                    metric: input.metric, figure: open[input.metric],
                    rank: rank(of: input.metric, in: open, currency: creator.currency))
            },
            creatorCount: creatorCount)
    }

    /// The results alone, for the record of the creator.
    public func computedFigures(for creator: Creator) -> ComputedFigures {
        var computed = ComputedFigures()
        if case .computed(let score) = score(of: creator).outcome { computed.score = score }
        for label in WorkingLabel.allCases {
            let finding = finding(of: label, for: creator)
            if finding.origin == .computed { computed.labels[label] = finding.state == .yes }
        }
        return computed
    }
}
