extension Figure {
    /// The sum of two figures: of two values a value, with a range a range. Nothing becomes known by adding: where one is
    /// closed the sum is closed, else where one is missing, or the sum beyond `FixedDecimal`, it is missing.
    public static func + (a: Figure, b: Figure) -> Figure {
        combined(a, b) { low, high in
            guard let from = low.a.adding(low.b) else { return .missing }
            guard let highA = high.a, let highB = high.b else { return .range(from: from, to: nil) }
            return highA.adding(highB).map { .range(from: from, to: $0) } ?? .missing
        }
    }

    /// The difference of two figures, by the rules of `+`. What is taken from an open range has no upper end; nothing is
    /// known of what an open range leaves.
    public static func - (a: Figure, b: Figure) -> Figure {
        combined(a, b) { low, high in
            guard let highB = high.b, let from = low.a.subtracting(highB) else { return .missing }
            guard let highA = high.a else { return .range(from: from, to: nil) }
            return highA.subtracting(low.b).map { .range(from: from, to: $0) } ?? .missing
        }
    }

    /// Calls `work` with the ends of both, where both are known at all; two equal ends are a value again.
    private static func combined(
        _ a: Figure, _ b: Figure,
        _ work: (_ low: (a: FixedDecimal, b: FixedDecimal), _ high: (a: FixedDecimal?, b: FixedDecimal?)) -> Figure
    ) -> Figure {
        if a == .closed || b == .closed { return .closed }
        guard let endsA = a.ends, let endsB = b.ends else { return .missing }
        let result = work((endsA.low, endsB.low), (endsA.high, endsB.high))
        if case .range(let from, let to?) = result, from == to { return .known(from) }
        return result
    }

    private var ends: (low: FixedDecimal, high: FixedDecimal?)? {
        switch self {
        case .known(let value): (value, value)
        case .range(let from, let to): (from, to)
        case .closed, .missing: nil
        }
    }
}

extension FixedDecimal {
    /// Exact; nil beyond the range.
    public func adding(_ other: Self) -> Self? {
        let (sum, overflow) = millionths.addingReportingOverflow(other.millionths)
        return overflow ? nil : Self(millionths: sum)
    }

    /// Exact; nil beyond the range.
    public func subtracting(_ other: Self) -> Self? {
        let (difference, overflow) = millionths.subtractingReportingOverflow(other.millionths)
        return overflow ? nil : Self(millionths: difference)
    }

    /// The nearest double, for ratios.
    public var double: Double { Double(millionths) / 1_000_000 }

    /// The nearest value with six places, halves away from zero. Nil where the number is none or beyond the range.
    public init?(rounding number: Double) {
        let scaled = (number * 1_000_000).rounded()
        guard scaled.isFinite, abs(scaled) < 9.2e18 else { return nil }
        self.init(millionths: Int64(scaled))
    }
}
