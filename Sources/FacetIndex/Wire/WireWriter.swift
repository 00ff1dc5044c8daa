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
    func write() async throws -> WrittenRoot {
        let records = Records(columns)
        let cube = Cube(columns)
        let segments = stride(from: 0, to: hasSegments ? count : 0, by: settings.segmentSize).map {
            $0..<min($0 + settings.segmentSize, count)
        }
        let segmentNames = try await Lanes.map(Array(segments.enumerated().map { ($0, $1) })) { number, rows in
            var writer = ByteWriter()
            records.append(rows, withRows: false, values: .none, to: &writer)
            return try put(Deflate.packed(writer.bytes), as: "segment-\(number)")
        }
        let figures = try await Lanes.map(Array(RangeFigure.allCases)) { figure in
            let files = FigureFiles(figure, columns, orders, records: records, cube: cube)
            return try files.write(segments: segments, put: { try put($0, as: $1) }, putSet: { try put($0, as: $1) })
        }
        let nameColumns = try writeNameColumns(segments)
        let lists = ScopeLists(columns, orders, cube: cube, settings: settings)
        let scopes = lists.scopes
        let heads = try await Lanes.map(lists.all) { try write($0, of: scopes[$0.scope], records) }
        let scopeNames = try await Lanes.map(scopes) { try writeScope($0, records) }
        let directory = try await writeCards(records)
        let names = try await writeNames()

        var root = ByteWriter()
        root.append("PLZ3".utf8)
        let sizes = [count, settings.segmentSize, settings.recordDepth, settings.nameFileCount(for: count)]
        for size in sizes { root.append(count: size) }
        root.append(count: settings.headSizes.count)
        for size in settings.headSizes { root.append(count: size) }
        root.append(count: records.categoryWidth)
        root.append(count: columns.categories.count)
        for category in columns.categories { root.append(text: category.text) }
        for (figure, files) in zip(RangeFigure.allCases, figures) {
            root.append(count: records.scales[figure.number].places)
            root.append(count: columns.column(of: figure).ranges.isEmpty ? 0 : 2)
            root.append(count: files.borders.count)
            var last: Int64 = 0
            for (border, isReached) in zip(files.borders, files.isReached) {
                root.append(varint: UInt64(border - last) << 1 | (isReached ? 1 : 0))
                last = border
            }
        }
        for number in cube.counts() { root.append(count: number) }
        for name in segmentNames { root.append(name.bytes) }
        if hasSegments {
            for files in figures { for name in files.names { root.append(name.bytes) } }
            for name in nameColumns { root.append(name.bytes) }
        }
        for place in scopes.indices {
            let names = zip(lists.all, heads).filter { $0.0.scope == place }.map(\.1)
            root.append(count: names.count << 1 | (scopeNames[place] == nil ? 0 : 1))
            for name in names { root.append(name.bytes) }
            if let name = scopeNames[place] { root.append(name.bytes) }
        }
        root.append(directory.bytes)
        root.append(names.bytes)
        for part in [press.opener.dictionary, press.opener.beginning] {
            root.append(count: part.count)
            root.append(part)
        }
        let packed = Deflate.packed(root.bytes)
        return WrittenRoot(path: path("root", try put(packed, as: "root")), bytes: packed)
    }

    private func path(_ stem: String, _ name: WireName) -> String { "\(columns.market.rawValue)/\(stem)-\(name.text).bin" }

    private func put(_ bytes: [UInt8], as stem: String) throws -> WireName {
        let name = WireName(of: bytes)
        try sink(WireFile(path: path(stem, name), bytes: bytes))
        return name
    }

    /// Files that have one name, as whoever wants one of them knows its number.
    private func put(_ set: [[UInt8]], as stem: String) throws -> WireName {
        let name = WireName(of: Array(set.joined()))
        for (number, bytes) in set.enumerated() {
            try sink(WireFile(path: path("\(stem)-\(number)", name), bytes: bytes))
        }
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
            // 7.7 kB instead of 7.4, in two fifths of the time.
            try put(Deflate.packed(content, level: Deflate.fastLevel), as: "names-\(number)")
        }
        return try put(Deflate.packed(names.flatMap(\.bytes)), as: "directory-names")
    }

    // MARK: Cards and lists

    /// All cards, in chunks that end where a username says so.
    private func writeCards(_ records: Records) async throws -> WireName {
        guard count > settings.smallSize else { return .none }
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

    /// The heads of one list, the first last, as it names the others.
    private func write(_ list: ScopeLists.List, of scope: ScopeLists.Scope, _ records: Records) throws -> WireName {
        let stem = "\(scope.stem)-\(list.sort.rawValue)"
        let isWhole = scope.count <= settings.smallSize
        let borders = settings.headBorders
        func head(_ number: Int, rest: [UInt8]) throws -> WireName {
            let rows = list.rows[min(borders[number], list.rows.count)..<min(borders[number + 1], list.rows.count)]
            var meta = ByteWriter()
            meta.append(count: rows.count)
            records.append(rows, withRows: true, values: .all, to: &meta)
            if isWhole { appendNames(of: rows, to: &meta) }
            return try put(
                CardFile.bytes(meta: meta, pieces: rows.map { cards[$0] }, rest: rest), as: "head-\(stem)-\(number)")
        }
        let further = try settings.headSizes.indices.dropFirst().filter { borders[$0] < list.rows.count }
            .map { try head($0, rest: []) }
        var rest = ByteWriter()
        rest.append(count: further.count)
        for name in further { rest.append(name.bytes) }
        return try head(0, rest: rest.bytes)
    }

    /// Everybody of a scope with what filters ask for; nil where other files say it.
    private func writeScope(_ scope: ScopeLists.Scope, _ records: Records) throws -> WireName? {
        let isMarket = scope.stem == "all"
        guard scope.hasFile, scope.count > settings.smallSize, isMarket != hasSegments else { return nil }
        let rows = isMarket ? Array(0..<count) : scope.rows
        let hasAll = rows.count <= settings.recordDepth
        var writer = ByteWriter()
        records.append(rows, withRows: true, values: hasAll ? .all : .figure(RangeFigure.followers.number), to: &writer)
        for figure in RangeFigure.allCases where !hasAll && figure != .followers {
            var values = ByteWriter()
            records.appendValues(of: figure.number, rows, to: &values)
            let name = try put(Deflate.packed(values.bytes), as: "values-\(scope.stem)-\(figure.number)")
            writer.append(name.bytes)
        }
        return try put(Deflate.packed(writer.bytes), as: "scope-\(scope.stem)")
    }
}
