/// How a CSV file is written: what parts its cells, and how its lines end.
struct CSVDialect: Hashable {
    let delimiter: UInt8
    /// The first line break of the file; LF where it has none.
    let lineBreak: [UInt8]

    static let standard = CSVDialect(delimiter: UInt8(ascii: ","), lineBreak: [0x0a])
    private static let delimiters = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
    /// A header is not longer; a quote that never closes is not followed further than this.
    private static let searchLimit = 1 << 16

    init(delimiter: UInt8, lineBreak: [UInt8]) {
        self.delimiter = delimiter
        self.lineBreak = lineBreak
    }

    /// The delimiter is the one of comma, tab and semicolon that stands most often, outside quotes, in the first line
    /// that holds anything else; the comma before the tab before the semicolon where they stand level.
    init(recognisedIn bytes: [UInt8], from start: Int) {
        var counts = [0, 0, 0]
        var (isQuoted, hasContent) = (false, false)
        for byte in bytes[start..<min(bytes.count, start + Self.searchLimit)] {
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if !isQuoted, byte == 0x0a || byte == 0x0d {
                if hasContent { break }
                counts = [0, 0, 0]
            } else if !isQuoted, let index = Self.delimiters.firstIndex(of: byte) {
                counts[index] += 1
            } else if byte != 0x20 {
                hasContent = true
            }
        }
        let most = counts.max() ?? 0
        delimiter = Self.delimiters[counts.firstIndex(of: most) ?? 0]
        lineBreak = Self.firstLineBreak(in: bytes)
    }

    private static func firstLineBreak(in bytes: [UInt8]) -> [UInt8] {
        guard let index = bytes.firstIndex(where: { $0 == 0x0a || $0 == 0x0d }) else { return [0x0a] }
        if bytes[index] == 0x0a { return [0x0a] }
        return index + 1 < bytes.count && bytes[index + 1] == 0x0a ? [0x0d, 0x0a] : [0x0d]
    }

    /// The text as a cell: between quotes where it holds a delimiter, a quote, a line break or space at an end
    /// (RFC 4180 §2).
    func cell(_ text: String) -> [UInt8] {
        let utf8 = text.utf8
        let isPadded = utf8.first == 0x20 || utf8.last == 0x20
        let needsQuotes = isPadded || utf8.contains { $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0a || $0 == 0x0d }
        guard needsQuotes else { return Array(utf8) }
        var cell: [UInt8] = [UInt8(ascii: "\"")]
        for byte in utf8 {
            if byte == UInt8(ascii: "\"") { cell.append(byte) }
            cell.append(byte)
        }
        cell.append(UInt8(ascii: "\""))
        return cell
    }

    /// One line of cells, without its line break.
    func row(_ cells: some Sequence<String>) -> [UInt8] {
        Array(cells.map(cell).joined(separator: [delimiter]))
    }
}
