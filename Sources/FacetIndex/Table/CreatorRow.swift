import Marketplace

/// What everyone may see of a creator, as the table holds it: one JSON object as `PublicCreator.json` writes it, and one
/// row of a CSV file (RFC 4180) in `PublicCreator.columns`, without the line break.
///
/// Both are written in one pass, as a build does it for everybody. In the CSV a text that a spreadsheet would take for a
/// formula stands behind an apostrophe.
struct CreatorRow {
    private(set) var json: [UInt8] = []
    private(set) var csv: [UInt8] = []

    /// A column, and where in `keys` stands how its field begins in JSON. It holds no object, which every creator would
    /// have to retain.
    private struct Column: Sendable {
        let column: CreatorColumn
        let metric: Metric?
        let key: Range<Int>
    }

    private static let columnKeys = PublicCreator.columns.map { Array((JSONText.quoted($0.rawValue) + ":").utf8) }
    private static let keys = Array(columnKeys.joined())
    private static let columns = zip(PublicCreator.columns, columnKeys).reduce(into: [Column]()) { columns, column in
        let start = columns.last?.key.upperBound ?? 0
        columns.append(Column(column: column.0, metric: column.0.metric, key: start..<start + column.1.count))
    }
    /// More than most creators take.
    private static let usualByteCount = 1_024

    init(_ creator: PublicCreator) {
        json.reserveCapacity(Self.usualByteCount)
        csv.reserveCapacity(Self.usualByteCount)
        json.append(UInt8(ascii: "{"))
        let metrics = creator.metrics
        for (place, column) in Self.columns.enumerated() {
            if place > 0 { csv.append(UInt8(ascii: ",")) }
            if let metric = column.metric {
                append(metrics[metric], in: column)
            } else if let value = creator.value(of: column.column) {
                append(value, in: column)
            }
        }
        json.append(UInt8(ascii: "}"))
    }

    private mutating func beginField(of column: Column) {
        if json.count > 1 { json.append(UInt8(ascii: ",")) }
        Self.keys.withUnsafeBufferPointer { json.append(contentsOf: UnsafeBufferPointer(rebasing: $0[column.key])) }
    }

    private mutating func append(_ figure: Figure, in column: Column) {
        switch figure {
        case .known(let value): append(value, to: nil, isRange: false, in: column)
        case .range(let from, let to): append(from, to: to, isRange: true, in: column)
        case .closed, .missing: break
        }
    }

    /// Ranges are texts in JSON.
    private mutating func append(_ from: FixedDecimal, to: FixedDecimal?, isRange: Bool, in column: Column) {
        beginField(of: column)
        if isRange { json.append(UInt8(ascii: "\"")) }
        let start = json.count
        from.append(to: &json)
        if isRange {
            json.append(contentsOf: "..".utf8)
            to?.append(to: &json)
        }
        csv.append(contentsOf: json[start...])
        if isRange { json.append(UInt8(ascii: "\"")) }
    }

    private mutating func append(_ value: ColumnValue, in column: Column) {
        switch value {
        case .number(let number): append(number, to: nil, isRange: false, in: column)
        case .range(let from, let to): append(from, to: to, isRange: true, in: column)
        case .text(let text):
            beginField(of: column)
            JSONText.append(quoted: text, to: &json)
            append(cell: text)
        case .flag(let flag):
            beginField(of: column)
            json.append(contentsOf: (flag ? "true" : "false").utf8)
            csv.append(contentsOf: (flag ? "true" : "false").utf8)
        case .list(let items):
            beginField(of: column)
            json.append(UInt8(ascii: "["))
            for (place, item) in items.enumerated() {
                if place > 0 { json.append(UInt8(ascii: ",")) }
                JSONText.append(quoted: item, to: &json)
            }
            json.append(UInt8(ascii: "]"))
            append(quotedIfNeeded: items.joined(separator: ";"))
        }
    }

    private mutating func append(cell text: String) {
        // What neither begins like a formula nor like one that was made plain needs no look at characters.
        let isPlain = text.utf8.first.map { !Self.formulaStarts.contains($0) } ?? true
        append(quotedIfNeeded: isPlain ? text : SpreadsheetText.neutralised(text))
    }

    private static let formulaStarts = Array("'=@\t\r+-".utf8)

    /// Between quotes where it holds a comma, a quote, a line break or space at an end.
    private mutating func append(quotedIfNeeded text: String) {
        var text = text
        text.withUTF8 { bytes in
            let isPadded = bytes.first == UInt8(ascii: " ") || bytes.last == UInt8(ascii: " ")
            guard isPadded || bytes.contains(where: Self.needsQuotes) else { return csv.append(contentsOf: bytes) }
            csv.append(UInt8(ascii: "\""))
            for byte in bytes {
                if byte == UInt8(ascii: "\"") { csv.append(byte) }
                csv.append(byte)
            }
            csv.append(UInt8(ascii: "\""))
        }
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0a || byte == 0x0d
    }
}
