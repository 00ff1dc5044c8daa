import Marketplace

/// Counts what each value of each facet would give.
struct FacetCounts {
    private let view: TableView
    private let values: ValueBitsets
    private let codes: UnsafeBufferPointer<UInt8>
    private let categories: UnsafeBufferPointer<UInt16>

    private let closed: Bitset?

    init(_ view: TableView, closed: Bitset? = nil) throws(IndexDamage) {
        (self.view, self.closed) = (view, closed)
        values = try ValueBitsets(view)
        codes = try view.numbers(.codes, as: UInt8.self, count: Facet.choices.count * view.rowCount)
        categories = try view.numbers(.categories, as: UInt16.self, count: MarketColumns.categoriesPerRow * view.rowCount)
    }

    /// - Parameters:
    ///   - hits: the rows that pass all filters.
    ///   - total: how many these are.
    func counts(of filters: QueryFilters, hits: Bitset, total: Int) throws(IndexDamage) -> [Facet: [QueryAnswer.FacetCount]] {
        var result: [Facet: [QueryAnswer.FacetCount]] = [:]
        for facet in Facet.allCases {
            let isFiltered = filters.facets[facet] != nil
            var rows = isFiltered ? filters.hits(without: facet) : hits
            if let closed, facet.canBeClosed { rows.subtract(closed) }
            let counts = try counts(of: facet, in: rows, count: isFiltered || closed != nil ? rows.count : total)
            result[facet] = zip(valueNames(of: facet), counts).map { QueryAnswer.FacetCount(value: $0, count: $1) }
        }
        return result
    }

    private func valueNames(of facet: Facet) -> [String] {
        facet == .category ? view.table.categories.map(\.text) : facet.values
    }

    private func valueCount(of facet: Facet) -> Int {
        facet == .category ? view.table.categories.count : facet.values.count
    }

    /// Few rows are looked at one by one; many are counted a value at a time.
    private func counts(of facet: Facet, in rows: Bitset, count: Int) throws(IndexDamage) -> [Int] {
        let valueCount = valueCount(of: facet)
        let isSparse = count < rows.words.count * valueCount / Self.rowCost
        guard isSparse else { return (0..<valueCount).map { rows.count(with: values.rows(of: $0, in: facet)) } }
        guard let column = Facet.choices.firstIndex(of: facet) else { return try categoryCounts(in: rows, valueCount) }
        var counts = [Int](repeating: 0, count: 256)
        rows.forEach { counts[Int(codes[column * view.rowCount + $0])] += 1 }
        return Array(counts[1...valueCount])
    }

    /// How many words are counted in the time that looking at one row takes.
    private static let rowCost = 2

    private func categoryCounts(in rows: Bitset, _ valueCount: Int) throws(IndexDamage) -> [Int] {
        var counts = [Int](repeating: 0, count: valueCount + 1)
        rows.forEach { row in
            for place in 0..<MarketColumns.categoriesPerRow {
                let number = Int(categories[row * MarketColumns.categoriesPerRow + place])
                // The checksum tells damage; a number beyond the categories would be a fault of the writer.
                if number <= valueCount { counts[number] += 1 }
            }
        }
        return Array(counts.dropFirst())
    }
}
