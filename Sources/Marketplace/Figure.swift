/// One figure about a creator, with what is known of it (SPEC C6: unknown is not zero).
public enum Figure: Hashable, Sendable {
    /// The value itself; zero is a value.
    case known(FixedDecimal)
    /// Only the band is known; without an upper end it reads "10,000 or more".
    case range(from: FixedDecimal, to: FixedDecimal?)
    /// The creator has not authorised it.
    case closed
    /// Nobody told.
    case missing

    /// What stands for a closed figure in a native file.
    public static let closedText = "closed"

    /// The value, where exactly known.
    public var value: FixedDecimal? {
        if case .known(let value) = self { value } else { nil }
    }

    /// As native files write it: "1300000", "1000..5000", "10000..", "closed". Nil where missing.
    public var nativeText: String? {
        switch self {
        case .known(let value): value.description
        case .range(let from, let to): from.description + ".." + (to?.description ?? "")
        case .closed: Self.closedText
        case .missing: nil
        }
    }

    /// What lists are ordered by: the value, or the lower end of a range. Nil where closed or missing.
    public var ordinal: FixedDecimal? {
        switch self {
        case .known(let value): value
        case .range(let from, _): from
        case .closed, .missing: nil
        }
    }

    /// Whether this one stands before `other` in a list from the largest; unknown figures stand last.
    /// Nil where they stand level.
    public func precedes(_ other: Figure) -> Bool? {
        switch (ordinal, other.ordinal) {
        case (let a?, let b?): a == b ? nil : a > b
        case (nil, nil): nil
        case (let a, _): a != nil
        }
    }
}
