import Marketplace

/// Counts creators by combinations of up to three values of different facets (docs/index-format.md, "The cube").
struct Cube {
    /// How many values there are: the categories, then `choices`.
    let valueCount: Int
    private let categoryCount: Int
    private let codes: [[UInt8]]
    private let columns: MarketColumns

    /// Facet and code of each choice that is counted: of yes and no the yes only.
    static let choices: [(facet: Int, code: UInt8)] =
        [(0, 1), (0, 2)] + (1...5).map { (1, UInt8($0)) } + [(2, 1), (2, 2), (3, 1), (4, 1), (5, 1), (6, 1)]

    init(_ columns: MarketColumns) {
        self.columns = columns
        codes = columns.codes
        categoryCount = columns.categories.count
        valueCount = categoryCount + Self.choices.count
        let facets = [Int](repeating: -1, count: categoryCount) + Self.choices.map(\.facet)
        self.facets = facets
        pairs = facets.indices.flatMap { a in
            (a + 1..<facets.count).filter { facets[a] != facets[$0] }.map { (a, $0) }
        }
    }

    /// Every combination of two values, in lexical order: no two categories, no two values of one facet.
    private let pairs: [(Int, Int)]
    /// For each value the facet that it is of; -1 for the category.
    private let facets: [Int]

    /// The values that a creator has, ascending.
    func values(of row: Int, into values: inout [Int]) {
        values.removeAll(keepingCapacity: true)
        for place in 0..<MarketColumns.categoriesPerRow {
            let number = Int(columns.rowCategories[row * MarketColumns.categoriesPerRow + place])
            if number > 0 { values.append(number - 1) }
        }
        if values.count > 1 { values.sort() }
        var choice = categoryCount
        for (facet, code) in Self.choices {
            if codes[facet][row] == code { values.append(choice) }
            choice += 1
        }
    }

    /// The counts of values, pairs and triples of all creators, in the order of the file.
    func counts() -> [Int] {
        let size = valueCount
        var singles = [Int](repeating: 0, count: size)
        var doubles = [Int](repeating: 0, count: size * size)
        var triples = [Int32](repeating: 0, count: size * size * size)
        var values: [Int] = []
        for row in 0..<columns.count {
            self.values(of: row, into: &values)
            for (i, a) in values.enumerated() {
                singles[a] += 1
                for (j, b) in values.enumerated().dropFirst(i + 1) where b >= categoryCount {
                    doubles[a * size + b] += 1
                    for c in values[(j + 1)...] { triples[(a * size + b) * size + c] += 1 }
                }
            }
        }
        var result = singles
        result += pairs.map { doubles[$0.0 * size + $0.1] }
        for (a, b) in pairs {
            for c in b + 1..<size where facets[c] != facets[a] && facets[c] != facets[b] {
                result.append(Int(triples[(a * size + b) * size + c]))
            }
        }
        return result
    }

    /// The counts of creators, values and pairs by bucket: `[cell * bucketCount + bucket]`.
    ///
    /// - Parameter buckets: the bucket of each row.
    func counts(by buckets: [Int], bucketCount: Int) -> [Int] {
        let size = valueCount
        var cells = [Int](repeating: -1, count: size * size)
        for (index, pair) in pairs.enumerated() { cells[pair.0 * size + pair.1] = 1 + size + index }
        var result = [Int](repeating: 0, count: (1 + size + pairs.count) * bucketCount)
        var values: [Int] = []
        for (row, bucket) in buckets.enumerated() {
            self.values(of: row, into: &values)
            result[bucket] += 1
            for (i, a) in values.enumerated() {
                result[(1 + a) * bucketCount + bucket] += 1
                for b in values[(i + 1)...] where b >= categoryCount { result[cells[a * size + b] * bucketCount + bucket] += 1 }
            }
        }
        return result
    }
}
