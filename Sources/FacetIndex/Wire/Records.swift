import Marketplace

/// Writes blocks of records: some creators, column by column (docs/index-format.md, "Records").
struct Records: Sendable {
    let columns: MarketColumns
    let scales: [FigureScale]
    /// Columns A and B.
    private let packedCodes: ([UInt8], [UInt8])
    /// For each figure what is written for each row.
    private let numbers: [[UInt64]]
    /// For each figure the rows of which only a range is known, with its upper end.
    private let ranges: [[Int: Int64?]]
    /// Bytes of a category's number.
    let categoryWidth: Int

    init(_ columns: MarketColumns) {
        self.columns = columns
        let codes = columns.codes
        let rows = 0..<columns.count
        packedCodes = (
            rows.map { codes[0][$0] + 3 * codes[1][$0] + 18 * codes[2][$0] },
            rows.map { codes[3][$0] + 3 * codes[4][$0] + 9 * codes[5][$0] + 27 * codes[6][$0] }
        )
        let scales = columns.figures.map(FigureScale.init)
        self.scales = scales
        numbers = zip(columns.figures, scales).map { column, scale in column.values.map { scale.number(for: $0) } }
        ranges = columns.figures.map { column in
            Dictionary(uniqueKeysWithValues: column.ranges.map { ($0.row, $0.upper) })
        }
        categoryWidth = columns.categories.count < 255 ? 1 : 2
    }

    enum Values {
        case none
        case all
        case figure(Int)
    }

    func append(_ rows: some RandomAccessCollection<Int>, withRows: Bool, values: Values, to writer: inout ByteWriter) {
        let (a, b) = packedCodes
        writer.append(rows.lazy.map { a[$0] })
        writer.append(rows.lazy.map { b[$0] })
        for place in 0..<MarketColumns.categoriesPerRow {
            let numbers = rows.lazy.map { Int(columns.rowCategories[$0 * MarketColumns.categoriesPerRow + place]) }
            writer.append(planes: numbers, width: categoryWidth)
        }
        if withRows { writer.append(planes: rows, width: 3) }
        let figures =
            switch values {
            case .none: 0..<0
            case .all: columns.figures.indices
            case .figure(let figure): figure..<figure + 1
            }
        for figure in figures { appendValues(of: figure, rows, to: &writer) }
    }

    /// One figure of some creators.
    func appendValues(of figure: Int, _ rows: some RandomAccessCollection<Int>, to writer: inout ByteWriter) {
        let numbers = numbers[figure]
        for row in rows { writer.append(varint: numbers[row]) }
        if !columns.figures[figure].ranges.isEmpty { appendRanges(of: figure, rows, to: &writer) }
    }

    /// The upper ends of those of whom only a range is known: the column's exceptions.
    func appendRanges(of figure: Int, _ rows: some RandomAccessCollection<Int>, to writer: inout ByteWriter) {
        let uppers = ranges[figure]
        let found = rows.enumerated().compactMap { place, row in uppers[row].map { (place, $0) } }
        writer.append(count: found.count)
        var last = 0
        for (place, upper) in found {
            writer.append(count: place - last)
            last = place
            writer.append(varint: upper.map { scales[figure].number(for: $0) } ?? 0)
        }
    }
}

/// With how many places the values of a figure are written as integers.
struct FigureScale: Sendable {
    /// 0 to 6.
    let places: Int
    /// Millionths that make one.
    let unit: Int64

    /// The fewest places that lose nothing, of range ends too.
    init(_ column: MarketColumns.FigureColumn) {
        var (places, unit): (Int, Int64) = (0, 1_000_000)
        func needsMore(_ value: Int64) -> Bool { value != MarketColumns.FigureColumn.unknown && value % unit != 0 }
        let uppers = column.ranges.lazy.compactMap(\.upper)
        while places < 6, column.values.contains(where: needsMore) || uppers.contains(where: needsMore) {
            places += 1
            unit /= 10
        }
        (self.places, self.unit) = (places, unit)
    }

    /// 0 for unknown, else the value + 1; figures are never below 0.
    func number(for value: Int64) -> UInt64 {
        value == MarketColumns.FigureColumn.unknown ? 0 : UInt64(max(0, value / unit)) + 1
    }
}
