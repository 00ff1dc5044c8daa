import Marketplace

/// Writes the files that browsers answer queries of one market from (docs/index-format.md).
struct WireWriter: Sendable {
    private let columns: MarketColumns
    private let orders: SortOrders
    private let cards: [CardPiece]
    private let press: CardPress
    private let settings: WireSettings
    /// Takes each file as it is made, from several lanes at once.
    private let sink: @Sendable (WireFile) throws -> Void

    /// - Parameter cards: one a row.
    init(
        columns: MarketColumns, orders: SortOrders, cards: [CardPiece], press: CardPress, settings: WireSettings,
        sink: @escaping @Sendable (WireFile) throws -> Void
    ) {
        precondition(cards.count == columns.count, "each row has a card")
        self.columns = columns
        self.orders = orders
        self.cards = cards
        self.press = press
        self.settings = settings
        self.sink = sink
    }

    private var count: Int { columns.count }
    private var hasSegments: Bool { count > settings.recordDepth }

    /// Writes everything.
    ///
    /// - Returns: the path of the root below the folder of the index.
    func write() async throws -> String {
        let records = Records(columns)
        let segments = stride(from: 0, to: hasSegments ? count : 0, by: settings.segmentSize).map {
            $0..<min($0 + settings.segmentSize, count)
        }
        let segmentNames = try await Lanes.map(Array(segments.enumerated().map { ($0, $1) })) { number, rows in
            var writer = ByteWriter()
            records.append(rows, withRows: false, values: .none, to: &writer)
            return try put(Deflate.packed(writer.bytes), as: "segment-\(number)")
        }
        let figures = try await Lanes.map(Array(RangeFigure.allCases)) { figure in
            try FigureFiles(figure, columns, orders, records: records).write(segments: segments, put: put)
        }
        let nameColumns = try writeNameColumns(segments)
        let lists = ScopeLists(columns, orders, settings: settings)
        let heads = try await Lanes.map(lists.all) { try write($0, records) }
        let directory = try await writeCards(records)
        let names = try await writeNames()

        var root = ByteWriter()
        root.append("PLZ1".utf8)
        let sizes = [
            count, settings.segmentSize, settings.headSize, settings.headCount, settings.recordDepth,
            settings.nameFileCount(for: count), records.categoryWidth, columns.categories.count,
        ]
        for size in sizes { root.append(count: size) }
        for category in columns.categories { root.append(text: category.text) }
        for (figure, files) in zip(RangeFigure.allCases, figures) {
            root.append(count: records.scales[figure.number].places)
            root.append(count: columns.column(of: figure).ranges.isEmpty ? 0 : 2)
            root.append(count: files.borders.count)
            var last: Int64 = 0
            for border in files.borders {
                root.append(varint: UInt64(border - last))
                last = border
            }
        }
        let cube = Cube(columns)
        for number in cube.counts() { root.append(count: number) }
        for name in segmentNames { root.append(name.bytes) }
        if hasSegments {
            for files in figures { for name in files.names { root.append(name.bytes) } }
            for name in nameColumns { root.append(name.bytes) }
        }
        for (scope, size) in lists.sizes.enumerated() {
            root.append(count: size)
            for (list, name) in zip(lists.all, heads) where list.scope == scope { root.append(name.bytes) }
        }
        root.append(directory.bytes)
        root.append(names.bytes)
        root.append(count: press.dictionary.count)
        root.append(press.dictionary)
        let packed = Deflate.packed(root.bytes)
        return path("root", try put(packed, as: "root"))
    }

    private func path(_ stem: String, _ name: WireName) -> String { "\(columns.market.rawValue)/\(stem)-\(name.text).bin" }

    private func put(_ bytes: [UInt8], as stem: String) throws -> WireName {
        let name = WireName(of: bytes)
        try sink(WireFile(path: path(stem, name), bytes: bytes))
        return name
    }

    // MARK: Names

    private func writeNameColumns(_ segments: [Range<Int>]) throws -> [WireName] {
        let bucketCount = 64
        var buckets = [UInt8](repeating: 0, count: count)
        for (place, row) in orders.byName.enumerated() { buckets[Int(row)] = UInt8(place * bucketCount / count + 1) }
        return try segments.enumerated().map { number, rows in
            var writer = ByteWriter()
            writer.append(buckets[rows])
            writer.append(count: 0)
            return try put(Deflate.packed(writer.bytes), as: "column-name-\(number)")
        }
    }

    private func writeNames() async throws -> WireName {
        let files = NameFiles(words: columns.words, fileCount: settings.nameFileCount(for: count))
        let names = try await Lanes.map(Array(files.contents.enumerated().map { ($0, $1) })) { number, content in
            try put(Deflate.packed(content), as: "names-\(number)")
        }
        return try put(Deflate.packed(names.flatMap(\.bytes)), as: "directory-names")
    }

    // MARK: Cards and lists

    /// All cards, in chunks that end where a username says so.
    private func writeCards(_ records: Records) async throws -> WireName {
        guard count > settings.headSize else { return .none }
        var chunks: [Range<Int>] = []
        var start = 0
        for (row, username) in columns.usernames.enumerated() {
            let isEnd = FNV.hash(username.text) % 8 == 0 || row + 1 - start == 64
            guard isEnd || row + 1 == count else { continue }
            chunks.append(start..<row + 1)
            start = row + 1
        }
        let names = try await Lanes.map(Array(chunks.enumerated().map { ($0, $1) })) { number, rows in
            var meta = ByteWriter()
            meta.append(count: rows.count)
            records.append(rows, withRows: false, values: .all, to: &meta)
            appendNames(of: rows, to: &meta)
            return try put(CardFile.bytes(meta: meta, pieces: Array(cards[rows])), as: "cards-\(number)")
        }
        var directory = ByteWriter()
        directory.append(count: chunks.count)
        for chunk in chunks { directory.append(count: chunk.count) }
        for name in names { directory.append(name.bytes) }
        return try put(Deflate.packed(directory.bytes), as: "directory-cards")
    }

    private func appendNames(of rows: some Sequence<Int>, to writer: inout ByteWriter) {
        for row in rows { writer.append(text: columns.usernames[row].text) }
        for row in rows { writer.append(text: columns.nameKeys[row]) }
    }

    /// The files of one list, the first head last, as it names the others.
    private func write(_ list: ScopeLists.List, _ records: Records) throws -> WireName {
        let stem = "\(list.scope == 0 ? "all" : columns.categories[list.scope - 1].text)-\(list.sort.rawValue)"
        let isWhole = list.count <= settings.headSize
        var names: [WireName] = []
        if !isWhole {
            var writer = ByteWriter()
            writer.append(count: list.rows.count)
            records.append(list.rows, withRows: true, values: .all, to: &writer)
            names.append(try put(Deflate.packed(writer.bytes), as: "records-\(stem)"))
        }
        let heads = stride(from: 0, to: min(list.rows.count, settings.headSize * settings.headCount), by: settings.headSize)
        func head(at start: Int, rest: [UInt8]) -> [UInt8] {
            let rows = list.rows[start..<min(start + settings.headSize, list.rows.count)]
            var meta = ByteWriter()
            meta.append(count: rows.count)
            records.append(rows, withRows: false, values: isWhole ? .all : .none, to: &meta)
            if isWhole { appendNames(of: rows, to: &meta) }
            return CardFile.bytes(meta: meta, pieces: rows.map { cards[$0] }, rest: rest)
        }
        let further = try heads.dropFirst().enumerated().map { number, start in
            try put(head(at: start, rest: []), as: "head-\(stem)-\(number + 1)")
        }
        var rest = ByteWriter()
        rest.append(count: further.count)
        for name in further + names { rest.append(name.bytes) }
        return try put(head(at: 0, rest: rest.bytes), as: "head-\(stem)-0")
    }
}
