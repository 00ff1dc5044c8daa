import Foundation
public import Marketplace

/// What is said of one creator where they stand in an answer.
public struct RowPayload: Sendable {
    /// The creator's card, pressed.
    let card: CardPiece
    /// One JSON object with the public fields.
    let json: [UInt8]
    /// The same as a row of a CSV file, without the line break.
    let csv: [UInt8]

    public init(card: CardPiece, creator: PublicCreator) {
        let row = CreatorRow(creator)
        self.init(card: card, json: row.json, csv: row.csv)
    }

    init(card: CardPiece, json: [UInt8], csv: [UInt8]) {
        (self.card, self.json, self.csv) = (card, json, csv)
    }
}

/// Writes the table of one market (`TableLayout`).
struct TableWriter: Sendable {
    private let columns: MarketColumns
    private let orders: SortOrders
    private let root: String
    private let press: CardPress

    init(columns: MarketColumns, orders: SortOrders, root: String, press: CardPress) {
        (self.columns, self.orders, self.root, self.press) = (columns, orders, root, press)
    }

    /// The sections but those of the payload.
    private func sections() async throws -> [(TableLayout.Section, [UInt8])] {
        let meta = TableMeta(
            market: columns.market.rawValue, root: root, categories: columns.categories.map(\.text),
            opener: press.opener)
        var result: [(TableLayout.Section, [UInt8])] = [
            (.meta, meta.bytes), (.codes, columns.codes.flatMap { $0 }), (.categories, Self.bytes(of: columns.rowCategories)),
            (.valueBitsets, valueBitsets),
        ]
        let (names, ends) = names
        result += [(.names, names), (.nameEnds, Self.bytes(of: ends))]
        result += try await Lanes.map(RangeFigure.allCases, sections(of:)).flatMap { $0 }
        result.append((.nameOrder, Self.bytes(of: orders.byName)))
        for sort in CreatorSort.allCases {
            var ranks = [UInt32](repeating: 0, count: columns.count)
            for (rank, row) in orders.order(of: sort).enumerated() { ranks[Int(row)] = UInt32(rank) }
            result.append((.ranks(sort: sort.number), Self.bytes(of: ranks)))
        }
        return result
    }

    private var valueBitsets: [UInt8] {
        var sets = [Bitset](repeating: Bitset(rowCount: columns.count), count: columns.categories.count)
        for row in 0..<columns.count {
            for place in 0..<MarketColumns.categoriesPerRow {
                let number = columns.rowCategories[row * MarketColumns.categoriesPerRow + place]
                if number > 0 { sets[Int(number) - 1][row] = true }
            }
        }
        for (facet, codes) in zip(Facet.choices, columns.codes) {
            var values = [Bitset](repeating: Bitset(rowCount: columns.count), count: facet.values.count)
            for (row, code) in codes.enumerated() where code > 0 { values[Int(code) - 1][row] = true }
            sets += values
        }
        return sets.flatMap { Self.bytes(of: $0.words) }
    }

    private var names: ([UInt8], [UInt64]) {
        var bytes: [UInt8] = []
        var ends: [UInt64] = []
        ends.reserveCapacity(columns.count)
        for words in columns.words {
            for word in words {
                bytes.append(0)
                bytes.append(contentsOf: word.utf8)
            }
            ends.append(UInt64(bytes.count))
        }
        return (bytes, ends)
    }

    private func sections(of figure: RangeFigure) -> [(TableLayout.Section, [UInt8])] {
        let (column, order) = (columns.column(of: figure), orders.byFigure[figure.number])
        let values = order.lazy.map { column.values[Int($0)] }.prefix { $0 != MarketColumns.FigureColumn.unknown }
        let known = Array(values)
        var checkpoint = Bitset(rowCount: columns.count)
        var checkpoints: [UInt8] = []
        var done = 0
        for index in 1...TableLayout.checkpointCount {
            let end = TableLayout.checkpoint(index, of: known.count)
            for row in order[done..<end] { checkpoint[Int(row)] = true }
            done = end
            checkpoints += Self.bytes(of: checkpoint.words)
        }
        let ranges = column.ranges.flatMap { range -> [Int64] in
            [Int64(range.row), column.values[range.row], range.upper ?? TableLayout.openEnd]
        }
        let number = figure.number
        return [
            (.order(figure: number), Self.bytes(of: order)), (.values(figure: number), Self.bytes(of: known)),
            (.checkpoints(figure: number), checkpoints), (.ranges(figure: number), Self.bytes(of: ranges)),
        ]
    }

    private static func bytes<Number: FixedWidthInteger>(of numbers: [Number]) -> [UInt8] {
        numbers.withUnsafeBytes { Array($0) }
    }

    /// Writes the file; what is said of the rows is written as it is made, so that memory stays flat.
    ///
    /// - Parameters:
    ///   - payload: the encoded payloads of a batch of rows; called for one batch after the other.
    ///   - file: empty, open for writing.
    func write(payload: (Range<Int>) async throws -> [[UInt8]], batch: Int = 4_096, to file: FileHandle) async throws {
        var entries = ByteWriter()
        let sections = try await sections()
        let sectionCount = sections.count + 2
        var offset = TableLayout.headerByteCount + TableLayout.entryByteCount * sectionCount
        var body: [(offset: Int, bytes: [UInt8])] = []
        func place(_ section: TableLayout.Section, byteCount: Int, checksum: UInt64) -> Int {
            let start = (offset + TableLayout.alignment - 1) / TableLayout.alignment * TableLayout.alignment
            for number in [section.number, UInt64(start), UInt64(byteCount), checksum] { entries.append(littleEndian: number) }
            offset = start + byteCount
            return start
        }
        for (section, bytes) in sections {
            let checksum = bytes.withUnsafeBytes { TableLayout.checksum($0) }
            body.append((place(section, byteCount: bytes.count, checksum: checksum), bytes))
        }
        let startsOffset = place(.payloadStarts, byteCount: 8 * (columns.count + 1), checksum: 0)
        let payloadOffset = (offset + TableLayout.alignment - 1) / TableLayout.alignment * TableLayout.alignment

        for part in body { try Self.write(part.bytes, at: part.offset, to: file) }
        var starts: [UInt64] = [0]
        starts.reserveCapacity(columns.count + 1)
        try file.seek(toOffset: UInt64(payloadOffset))
        for start in stride(from: 0, to: columns.count, by: batch) {
            let rows = try await payload(start..<min(start + batch, columns.count))
            var bytes: [UInt8] = []
            bytes.reserveCapacity(rows.reduce(0) { $0 + $1.count })
            for row in rows {
                bytes += row
                starts.append((starts.last ?? 0) + UInt64(row.count))
            }
            try Self.write(bytes, to: file)
        }
        try Self.write(Self.bytes(of: starts), at: startsOffset, to: file)
        _ = place(.payload, byteCount: Int(starts.last ?? 0), checksum: 0)

        let list = entries.bytes
        var header = ByteWriter()
        header.append(TableLayout.magic)
        header.append(littleEndian: UInt64(columns.count))
        header.append(littleEndian: UInt64(sectionCount))
        header.append(littleEndian: list.withUnsafeBytes { TableLayout.checksum($0) } ^ UInt64(columns.count))
        try Self.write(header.bytes + list, at: 0, to: file)
    }

    private static func write(_ bytes: [UInt8], at offset: Int, to file: FileHandle) throws {
        try file.seek(toOffset: UInt64(offset))
        try write(bytes, to: file)
    }

    /// Writes them from where they lie.
    private static func write(_ bytes: [UInt8], to file: FileHandle) throws {
        try bytes.withUnsafeBytes { bytes in
            guard let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count > 0 else { return }
            try file.write(contentsOf: Data(bytesNoCopy: start, count: bytes.count, deallocator: .none))
        }
    }
}

extension ByteWriter {
    mutating func append(littleEndian number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { append($0) }
    }

    /// Puts a number in place of the first eight bytes.
    mutating func replaceStart(littleEndian number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { replaceStart(with: $0) }
    }
}

extension RowPayload {
    /// For the checksum, three lengths and the card's checksum.
    private static let headRoom = 32

    /// As it stands in the table: a checksum, the lengths, and the parts.
    public var encoded: [UInt8] {
        var writer = ByteWriter(byteCount: card.bytes.count + json.count + csv.count + Self.headRoom)
        writer.append(littleEndian: 0)  // the checksum of what follows, once that stands
        writer.append(count: card.bytes.count)
        writer.append(count: json.count)
        writer.append(count: csv.count)
        writer.append(varint: UInt64(card.checksum))
        writer.append(card.bytes)
        writer.append(json)
        writer.append(csv)
        let checksum = writer.bytes.withUnsafeBytes { TableLayout.checksum(UnsafeRawBufferPointer(rebasing: $0[8...])) }
        writer.replaceStart(littleEndian: checksum)
        return writer.bytes
    }
}

extension ByteReader {
    mutating func littleEndian() throws(IndexDamage) -> UInt64 {
        try bytes(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
