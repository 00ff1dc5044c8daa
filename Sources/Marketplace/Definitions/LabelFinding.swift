/// Whether a creator has a label, who says so, and by which figures (SPEC D4).
public struct LabelFinding: Hashable, Sendable {
    public let label: WorkingLabel
    public let state: WorkingLabel.State
    /// Nil where nothing can be said.
    public let origin: Origin?
    /// The figures that the label is computed from, as far as they are open.
    public let inputs: [Input]
    /// What the figures (their sum, where there are two) are held against.
    public let threshold: MarketStatistics.Threshold

    /// Who says it.
    public enum Origin: Hashable, Sendable {
        /// The source of the record; it wins over the formula.
        case stated
        /// The formula.
        case computed
    }

    public struct Input: Hashable, Sendable {
        public let metric: Metric
        public let figure: Figure
    }
}

extension MarketStatistics {
    /// What is to be said of a label of a creator of this market.
    public func finding(of label: WorkingLabel, for creator: Creator) -> LabelFinding {
        let threshold = threshold(of: label)
        guard creator.isAuthorized else {
            return LabelFinding(label: label, state: .closed, origin: nil, inputs: [], threshold: threshold)
        }
        let inputs = label.inputs.map { LabelFinding.Input(metric: $0, figure: creator.metrics[$0]) }
        if let stated = creator.statedLabels[label] {
            return LabelFinding(
                label: label, state: stated ? .yes : .no, origin: .stated, inputs: inputs, threshold: threshold)
        }
        let figure = inputs.dropFirst().reduce(inputs.first?.figure ?? .missing) { $0 + $1.figure }
        let state = Self.state(of: figure, label, threshold.value)
        return LabelFinding(
            label: label, state: state, origin: state == .yes || state == .no ? .computed : nil, inputs: inputs,
            threshold: threshold)
    }

    private func threshold(of label: WorkingLabel) -> Threshold {
        switch label {
        case .quickToRespond: Threshold(minimum: definitions.quickHours, ofMarket: nil, count: 0)
        case .postsFrequently: frequent
        case .reliableWithSamples: reliable
        }
    }

    private static func state(of figure: Figure, _ label: WorkingLabel, _ bar: FixedDecimal) -> WorkingLabel.State {
        switch figure {
        case .closed: .closed
        case .missing, .range: .missing
        case .known(let value): (label == .quickToRespond ? value <= bar : value >= bar) ? .yes : .no
        }
    }
}

extension WorkingLabel {
    /// What the label is computed from; of two figures their sum counts.
    public var inputs: [Metric] {
        switch self {
        case .quickToRespond: [.responseHours]
        case .postsFrequently: [.videos, .lives]
        case .reliableWithSamples: [.sampleFulfilmentRate]
        }
    }
}
