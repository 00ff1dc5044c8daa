/// A creator's score, where it comes from, and how it was worked out (SPEC D4).
public struct ScoreFinding: Hashable, Sendable {
    public let outcome: Outcome
    /// Each input in the order of the definition. Empty where nothing was computed.
    public let inputs: [Input]

    public enum Outcome: Hashable, Sendable {
        /// As the source states it, 0 to 100.
        case stated(FixedDecimal)
        /// As computed, 0 to 100, rounded to six places.
        case computed(FixedDecimal)
        /// Too few inputs are known.
        case tooFewInputs
        /// No score is computed in this market.
        case notOffered
        /// The creator has not authorised it.
        case closed
    }

    /// One figure that the score is made of.
    public struct Input: Hashable, Sendable {
        public let metric: Metric
        public let figure: Figure
        /// As the site defines it.
        public let weight: FixedDecimal
        /// Nil where the figure is not known, or its currency not the market's.
        public let rank: PercentileRank?
        /// The weight over the known inputs, 0 to 1; nil where the input is not among them.
        public let rescaledWeight: Double?

        /// What the input adds to the score, 0 to 100.
        public var contribution: Double? {
            guard let rank, let rescaledWeight else { return nil }
            return 100 * rank.share * rescaledWeight
        }
    }

    public var value: FixedDecimal? {
        switch outcome {
        case .stated(let value), .computed(let value): value
        case .tooFewInputs, .notOffered, .closed: nil
        }
    }
}

extension MarketStatistics {
    /// The score of a creator of this market: the weighted mean of percentile ranks over the known inputs, times 100.
    public func score(of creator: Creator) -> ScoreFinding {
        guard creator.isAuthorized, creator.metrics[.score] != .closed else {
            return ScoreFinding(outcome: .closed, inputs: [])
        }
        let isOffered = definitions.scoreMarkets.contains(market)
        let inputs = isOffered ? self.inputs(of: creator) : []
        if let stated = creator.metrics[.score].value { return ScoreFinding(outcome: .stated(stated), inputs: inputs) }
        guard isOffered else { return ScoreFinding(outcome: .notOffered, inputs: []) }
        let known = inputs.filter { $0.rank != nil }
        let needsSales = definitions.scoreWeights.contains { $0.metric == .gmv }
        let hasSales = known.contains { $0.metric == .gmv }
        guard !known.isEmpty, known.count >= definitions.scoreMinimumInputs, hasSales || !needsSales,
            let score = FixedDecimal(rounding: known.reduce(0) { $0 + ($1.contribution ?? 0) })
        else { return ScoreFinding(outcome: .tooFewInputs, inputs: inputs) }
        return ScoreFinding(outcome: .computed(score), inputs: inputs)
    }

    private func inputs(of creator: Creator) -> [ScoreFinding.Input] {
        let ranks = definitions.scoreWeights.map { rank(of: $0.metric, in: creator.metrics, currency: creator.currency) }
        let total = zip(definitions.scoreWeights, ranks).reduce(0) { $1.1 == nil ? $0 : $0 + $1.0.weight.double }
        return zip(definitions.scoreWeights, ranks).map { input, rank in
            ScoreFinding.Input(
                metric: input.metric, figure: creator.metrics[input.metric], weight: input.weight, rank: rank,
                rescaledWeight: rank == nil ? nil : input.weight.double / total)
        }
    }
}
