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
        /// Digest, and a column a segment; none in a small market.
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

    func write(segments: [Range<Int>], put: (_ bytes: [UInt8], _ stem: String) throws -> WireName) throws -> Written {
        guard !segments.isEmpty else { return Written(borders: borders, isReached: isReached, names: []) }
        let number = figure.number
        var rows = [[Int]](repeating: [], count: unknownBucket)
        for (row, bucket) in buckets.enumerated() where bucket < unknownBucket { rows[bucket].append(row) }
        let bucketNames = try rows.enumerated().map { bucket, rows in
            var writer = ByteWriter()
            writer.append(count: rows.count)
            records.append(rows, withRows: true, values: .figure(number), to: &writer)
            return try put(Deflate.packed(writer.bytes), "bucket-\(number)-\(bucket)")
        }
        var digest = ByteWriter()
        for count in cube.counts(by: buckets, bucketCount: unknownBucket + 1) { digest.append(count: count) }
        for name in bucketNames { digest.append(name.bytes) }
        let digestName = try put(Deflate.packed(digest.bytes), "digest-\(number)")
        let columnNames = try segments.enumerated().map { segment, rows in
            try put(Deflate.packed(column(of: rows, bucketNames: bucketNames)), "column-\(number)-\(segment)")
        }
        return Written(borders: borders, isReached: isReached, names: [digestName] + columnNames)
    }

    private func column(of rows: Range<Int>, bucketNames: [WireName]) -> [UInt8] {
        var writer = ByteWriter()
        writer.append(buckets[rows].lazy.map { $0 == unknownBucket ? 0 : UInt8($0 + 1) })
        records.appendRanges(of: figure.number, rows, to: &writer)
        for name in bucketNames { writer.append(name.bytes) }
        return writer.bytes
    }
}
