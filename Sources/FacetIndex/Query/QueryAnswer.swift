public import Marketplace

/// What the catalogue says to a query.
public struct QueryAnswer: Hashable, Sendable {
    /// How many creators match.
    public let total: Int
    /// Those of the page, in order.
    public let rows: [Int]
    /// For each facet what each of its values would give in place of its own filter, in the facet's order; values that
    /// would give none are there with 0.
    public let counts: [Facet: [FacetCount]]

    /// A value of a facet with how many creators it would give.
    public struct FacetCount: Hashable, Sendable {
        public let value: String
        public let count: Int
    }
}

extension QueryAnswer {
    /// `counts` by value.
    public var valueCounts: [Facet: [String: Int]] {
        counts.mapValues { counts in Dictionary(uniqueKeysWithValues: counts.map { ($0.value, $0.count) }) }
    }
}
