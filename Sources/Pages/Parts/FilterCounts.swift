public import Marketplace

/// How many creators each value of each facet would give.
public struct FilterCounts: Sendable {
    private let counts: [Facet: [String: Int]]

    /// - Parameter counts: by value; a value that is not there has none.
    public init(_ counts: [Facet: [String: Int]]) { self.counts = counts }

    /// The counts where no filter is set.
    public init(of creators: [PublicCreator]) {
        var counts: [Facet: [String: Int]] = [:]
        for creator in creators {
            for category in creator.categories { counts[.category, default: [:]][category.text, default: 0] += 1 }
            for facet in Facet.choices {
                guard let position = creator.position(in: facet) else { continue }
                counts[facet, default: [:]][facet.values[position], default: 0] += 1
            }
        }
        self.counts = counts
    }

    /// All of them, with the names of facet and value, in an order that is always the same.
    public var all: [(name: String, count: Int)] {
        counts.flatMap { facet, values in values.map { (name: "\(facet.rawValue) \($0.key)", count: $0.value) } }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    subscript(facet: Facet, value: String) -> Int { counts[facet]?[value] ?? 0 }
}
