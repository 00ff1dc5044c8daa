import Marketplace

/// Counts creators by combinations of up to three values of different facets (docs/index-format.md, "The cube").
struct Cube: Sendable {
    /// How many values there are: the categories, then `choices`.
    let valueCount: Int
    private let categoryCount: Int
    /// For each value the facet that it is of; -1 for the category.
    private let facets: [Int]
    /// Every combination of two values, in lexical order: no two categories, no two values of one facet.
    private let pairs: [(Int, Int)]
    /// The values of all rows, ascending in each; those of a row begin at its place in `starts`.
    private let values: [Int]
    private let starts: [Int]

    /// Facet and code of each choice that is counted: of yes and no the yes only.
    static let choices: [(facet: Int, code: UInt8)] =
        [(0, 1), (0, 2)] + (1...5).map { (1, UInt8($0)) } + [(2, 1), (2, 2), (3, 1), (4, 1), (5, 1), (6, 1)]

    init(_ columns: MarketColumns) {
        categoryCount = columns.categories.count
        valueCount = categoryCount + Self.choices.count
        let facets = [Int](repeating: -1, count: categoryCount) + Self.choices.map(\.facet)
        self.facets = facets
        pairs = facets.indices.flatMap { a in
            (a + 1..<facets.count).filter { facets[a] != facets[$0] }.map { (a, $0) }
        }
        var values: [Int] = []
        var starts = [0]
        values.reserveCapacity(columns.count * 8)
        starts.reserveCapacity(columns.count + 1)
        for row in 0..<columns.count {
            let places = row * MarketColumns.categoriesPerRow..<(row + 1) * MarketColumns.categoriesPerRow
            for number in columns.rowCategories[places].sorted() where number > 0 { values.append(Int(number) - 1) }
            for (place, choice) in Self.choices.enumerated() where columns.codes[choice.facet][row] == choice.code {
                values.append(categoryCount + place)
            }
            starts.append(values.count)
        }
        self.values = values
        self.starts = starts
    }

    var rowCount: Int { starts.count - 1 }

    /// The values that a creator has, ascending.
    func values(of row: Int) -> ArraySlice<Int> { values[starts[row]..<starts[row + 1]] }

    /// Facet and value, as a file's name has them; a category's is its own.
    static func stem(of choice: (facet: Int, code: UInt8)) -> String {
        let facet = Facet.choices[choice.facet]
        return "\(facet.rawValue)-\(facet.values[Int(choice.code) - 1])"
    }

    /// The counts of values, pairs and triples of all creators, in the order of the file.
    func counts() -> [Int] {
        let size = valueCount
        var singles = [Int](repeating: 0, count: size)
        var doubles = [Int](repeating: 0, count: size * size)
        var triples = [Int32](repeating: 0, count: size * size * size)
        for row in 0..<rowCount {
            let end = starts[row + 1]
            for i in starts[row]..<end {
                let a = values[i]
                singles[a] += 1
                for j in i + 1..<max(i + 1, end) where values[j] >= categoryCount {
                    let pair = a * size + values[j]
                    doubles[pair] += 1
                    for k in j + 1..<max(j + 1, end) { triples[pair * size + values[k]] += 1 }
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
        var cells = [Int](repeating: 0, count: size * size)
        for (index, pair) in pairs.enumerated() { cells[pair.0 * size + pair.1] = (1 + size + index) * bucketCount }
        var result = [Int](repeating: 0, count: (1 + size + pairs.count) * bucketCount)
        for (row, bucket) in buckets.enumerated() {
            let end = starts[row + 1]
            result[bucket] += 1
            for i in starts[row]..<end {
                let a = values[i]
                result[(1 + a) * bucketCount + bucket] += 1
                for j in i + 1..<max(i + 1, end) where values[j] >= categoryCount {
                    result[cells[a * size + values[j]] + bucket] += 1
                }
            }
        }
        return result
    }
}
