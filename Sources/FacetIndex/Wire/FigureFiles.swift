import Marketplace

/// The files of one figure: its buckets, what is counted by them, and the bucket of each row.
struct FigureFiles {
    /// Scaled, ascending.
    let borders: [Int64]
    /// For each border whether somebody has just this value, or a range that ends there.
    private let isReached: [Bool]
    private let figure: RangeFigure
    private let columns: MarketColumns
    private let records: Records
    private let cube: Cube
    /// The bucket of each row; `unknownBucket` where the figure is unknown.
    private let buckets: [Int]
    private var unknownBucket: Int { borders.count + 1 }

    /// What the root says of the figure.
    struct Written: Sendable {
        let borders: [Int64]
        let isReached: [Bool]
        /// The set of buckets, and a column a segment; none in a small market.
        let names: [WireName]
    }

    init(_ figure: RangeFigure, _ columns: MarketColumns, _ orders: SortOrders, records: Records, cube: Cube) {
        self.figure = figure
        self.columns = columns
        self.records = records
        self.cube = cube
        let column = columns.column(of: figure)
        let unit = records.scales[figure.number].unit
        let known = orders.byFigure[figure.number].reversed().lazy.map { column.values[Int($0)] }
            .filter { $0 != MarketColumns.FigureColumn.unknown }.map { $0 / unit }
        let ascending = Array(known)
        let cut = Borders(ascending: ascending)
        borders = cut.borders
        let upperEnds = Set(column.ranges.compactMap { range in range.upper.map { $0 / unit } })
        isReached = cut.borders.map { border in
            ascending[Borders.lowerBound(of: border, in: ascending)] == border || upperEnds.contains(border)
        }
        let unknown = cut.borders.count + 1
        buckets = column.values.map { $0 == MarketColumns.FigureColumn.unknown ? unknown : cut.bucket(of: $0 / unit) }
    }

    /// - Parameters:
    ///   - put: takes a file.
    ///   - putSet: takes numbered files that have one name.
    func write(
        segments: [Range<Int>], put: (_ bytes: [UInt8], _ stem: String) throws -> WireName,
        putSet: (_ set: [[UInt8]], _ stem: String) throws -> WireName
    ) throws -> Written {
        guard !segments.isEmpty else { return Written(borders: borders, isReached: isReached, names: []) }
        let number = figure.number
        var rows = [[Int]](repeating: [], count: unknownBucket)
        for (row, bucket) in buckets.enumerated() where bucket < unknownBucket { rows[bucket].append(row) }
        let counts = cube.counts(by: buckets, bucketCount: unknownBucket + 1)
        let cells = Array(stride(from: 0, to: counts.count, by: unknownBucket + 1))
        // From the last bucket down, so that those above are known.
        var above = [Int](repeating: 0, count: cells.count)
        var files: [[UInt8]] = []
        for (bucket, rows) in rows.enumerated().reversed() {
            var writer = ByteWriter()
            writer.append(count: rows.count)
            records.append(rows, withRows: true, values: .figure(number), to: &writer)
            for count in above { writer.append(count: count) }
            for cell in cells { writer.append(count: counts[cell + unknownBucket]) }
            files.append(Deflate.packed(writer.bytes))
            for (place, cell) in cells.enumerated() { above[place] += counts[cell + bucket] }
        }
        let setName = try putSet(files.reversed(), "bucket-\(number)")
        let columnNames = try segments.enumerated().map { segment, rows in
            try put(Deflate.packed(column(of: rows)), "column-\(number)-\(segment)")
        }
        return Written(borders: borders, isReached: isReached, names: [setName] + columnNames)
    }

    private func column(of rows: Range<Int>) -> [UInt8] {
        var writer = ByteWriter()
        writer.append(buckets[rows].lazy.map { $0 == unknownBucket ? 0 : UInt8($0 + 1) })
        records.appendRanges(of: figure.number, rows, to: &writer)
        return writer.bytes
    }
}
