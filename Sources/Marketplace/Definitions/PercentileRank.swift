/// Where a value stands among the values of a market: how many are below it, and how many equal it, itself included.
public struct PercentileRank: Hashable, Sendable {
    public let below: Int
    public let equal: Int
    /// How many values there are; at least 1.
    public let count: Int

    public init(below: Int, equal: Int, count: Int) {
        (self.below, self.equal, self.count) = (below, equal, count)
    }

    /// 0 to 1: (below + half of those equal) ÷ all.
    public var share: Double { (Double(below) + Double(equal) / 2) / Double(count) }
}

/// The known values of one figure in a market, ascending.
struct RankedValues: Sendable {
    private let ascending: [FixedDecimal]

    init(_ values: [FixedDecimal]) { ascending = values.sorted() }

    var count: Int { ascending.count }

    /// Nil where there are no values. O(log n).
    func rank(of value: FixedDecimal) -> PercentileRank? {
        guard !ascending.isEmpty else { return nil }
        let below = partition { $0 < value }
        let upTo = partition { $0 <= value }
        return PercentileRank(below: below, equal: upTo - below, count: ascending.count)
    }

    /// The ⌈share × n⌉-th smallest; nil where there are no values.
    func quantile(_ share: FixedDecimal) -> FixedDecimal? {
        guard !ascending.isEmpty else { return nil }
        let (quotient, remainder) = (share.millionths * Int64(ascending.count)).quotientAndRemainder(dividingBy: 1_000_000)
        let position = Int(quotient) + (remainder > 0 ? 1 : 0)
        return ascending[min(max(position, 1), ascending.count) - 1]
    }

    /// The arithmetic mean and the population's standard deviation; nil where there are no values.
    var meanAndDeviation: (mean: Double, deviation: Double)? {
        guard !ascending.isEmpty else { return nil }
        let count = Double(ascending.count)
        let mean = ascending.reduce(0) { $0 + $1.double } / count
        let variance = ascending.reduce(0) { $0 + ($1.double - mean) * ($1.double - mean) } / count
        return (mean, variance.squareRoot())
    }

    /// How many values at the beginning satisfy a condition that holds for a beginning only.
    private func partition(_ isBefore: (FixedDecimal) -> Bool) -> Int {
        var (low, high) = (0, ascending.count)
        while low < high {
            let middle = low + (high - low) / 2
            if isBefore(ascending[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
