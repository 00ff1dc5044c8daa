import Marketplace

/// The filters of a query as sets of rows.
struct QueryFilters {
    /// The rows that pass everything but facets.
    let base: Bitset
    /// For each facet that is filtered, the rows that have a chosen value.
    let facets: [Facet: Bitset]

    /// - Parameters:
    ///   - closed: rows whose figures were closed since the table was made, and count as unknown.
    ///   - selections: each is all that may pass.
    init(_ query: CreatorQuery, _ view: TableView, closed: Bitset? = nil, within selections: [Bitset] = []) throws {
        var base = Bitset(rowCount: view.rowCount, isFull: true)
        for selection in selections { base.formIntersection(selection) }
        for figure in RangeFigure.allCases {
            guard let bounds = query.bounds[figure] else { continue }
            let range = BoundedRows(figure, view)
            var rows = try range.rows(within: bounds, includingUnknown: query.includesUnknown)
            if let closed, figure.canBeClosed {
                if query.includesUnknown { rows.formUnion(closed) } else { rows.subtract(closed) }
            }
            base.formIntersection(rows)
        }
        if let text = query.text { base.formIntersection(try NameSearch(view).rows(matching: text)) }
        self.base = base

        let values = try ValueBitsets(view)
        var facets: [Facet: Bitset] = [:]
        if !query.categories.isEmpty {
            let positions = query.categories.compactMap(view.table.categories.firstIndex)
            facets[.category] = values.union(of: positions, in: .category)
        }
        for (facet, positions) in query.choices {
            var rows = values.union(of: positions, in: facet)
            if let closed, facet.canBeClosed { rows.subtract(closed) }
            facets[facet] = rows
        }
        self.facets = facets
    }

    /// The rows that pass everything.
    var hits: Bitset { hits(without: nil) }

    /// The rows that pass everything but the filter of a facet.
    func hits(without facet: Facet?) -> Bitset {
        facets.reduce(into: base) { hits, filter in
            if filter.key != facet { hits.formIntersection(filter.value) }
        }
    }
}

/// The rows that have each value of each facet.
struct ValueBitsets {
    private let words: UnsafeBufferPointer<UInt64>
    private let wordCount: Int
    private let rowCount: Int
    private let categoryCount: Int

    init(_ view: TableView) throws(IndexDamage) {
        rowCount = view.rowCount
        wordCount = TableLayout.wordCount(of: rowCount)
        categoryCount = view.table.categories.count
        let valueCount = categoryCount + Facet.choices.reduce(0) { $0 + $1.values.count }
        words = try view.numbers(.valueBitsets, as: UInt64.self, count: valueCount * wordCount)
    }

    /// - Parameter position: in the market's categories, or in `Facet.values`.
    func rows(of position: Int, in facet: Facet) -> UnsafeBufferPointer<UInt64> {
        let before = facet == .category ? 0 : Self.starts[facet, default: 0] + categoryCount
        return UnsafeBufferPointer(rebasing: words[(before + position) * wordCount..<(before + position + 1) * wordCount])
    }

    func union(of positions: [Int], in facet: Facet) -> Bitset {
        positions.reduce(into: Bitset(rowCount: rowCount)) { $0.formUnion(rows(of: $1, in: facet)) }
    }

    /// How many values of choices stand before those of each facet.
    private static let starts: [Facet: Int] = {
        var (starts, next): ([Facet: Int], Int) = ([:], 0)
        for facet in Facet.choices {
            starts[facet] = next
            next += facet.values.count
        }
        return starts
    }()
}
