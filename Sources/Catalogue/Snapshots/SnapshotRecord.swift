import Marketplace

/// What one file said of one creator on one day: a line of `snapshots/DAY.jsonl`.
struct SnapshotRecord: Hashable {
    let username: Username
    let market: Market
    /// The id of the format that the file had.
    let format: String
    /// The name of the file that was imported, without its folder.
    let file: String
    /// What the money figures are in.
    let currency: Currency
    /// Tells this row from another of the same file; see `ImportedRow`.
    let row: String
    /// What the file stated; the rest is missing.
    var metrics = Metrics()
    /// What else it said: one JSON object, as the source wrote it.
    var source: String?

    /// What two records of one day must differ in: a file says one thing of a creator.
    struct Key: Hashable, Comparable {
        let username: String
        let format: String
        let file: String

        static func < (a: Key, b: Key) -> Bool {
            if a.username != b.username { return a.username.utf8.lexicographicallyPrecedes(b.username.utf8) }
            if a.format != b.format { return a.format.utf8.lexicographicallyPrecedes(b.format.utf8) }
            return a.file.utf8.lexicographicallyPrecedes(b.file.utf8)
        }
    }

    var key: Key { Key(username: username.folded, format: format, file: file) }

    /// One JSON object on one line, keys in a fixed order.
    var json: [UInt8] {
        var line: [UInt8] = []
        func add(_ key: String, _ value: some Sequence<UInt8>) {
            line.append(UInt8(ascii: line.isEmpty ? "{" : ","))
            line += JSONText.literal(key) + [UInt8(ascii: ":")]
            line += value
        }
        add("username", JSONText.literal(username.text))
        add("market", JSONText.literal(market.rawValue))
        add("format", JSONText.literal(format))
        add("file", JSONText.literal(file))
        add("currency", JSONText.literal(currency.rawValue))
        add("row", JSONText.literal(row))
        for metric in Metric.allCases {
            guard let text = metrics[metric].nativeText else { continue }
            add(metric.rawValue, metrics[metric].value == nil ? JSONText.literal(text) : Array(text.utf8))
        }
        if let source { add(Self.sourceKey, source.utf8) }
        return line + [UInt8(ascii: "}")]
    }

    static let sourceKey = "source"
}
