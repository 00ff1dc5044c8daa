import Marketplace

/// The rows of a market in every order that a list or a bound needs.
struct SortOrders: Sendable {
    /// For each of `RangeFigure.allCases` all rows: from the largest value, unknown last, ties by username.
    let byFigure: [[UInt32]]
    /// By name key, ties by username.
    let byName: [UInt32]

    init(_ columns: MarketColumns) {
        let byUsername = Self.sorted(columns.usernames.map(\.text))
        byFigure = columns.figures.map { Self.descending($0.values, startingFrom: byUsername) }
        byName = Self.sorted(columns.nameKeys, startingFrom: byUsername)
    }

    func order(of sort: CreatorSort) -> [UInt32] { sort.figure.map { byFigure[$0.number] } ?? byName }

    /// Rows by text, byte by byte; equal texts stay as they stand in `order`, or by row.
    private static func sorted(_ texts: [String], startingFrom order: [UInt32]? = nil) -> [UInt32] {
        struct Entry {
            let head: UInt64
            let next: UInt64
            let place: UInt32
            let row: UInt32
        }
        let rows = order ?? Array(0..<UInt32(texts.count))
        var entries = rows.enumerated().map { place, row in
            let (head, next) = head(of: texts[Int(row)])
            return Entry(head: head, next: next, place: UInt32(place), row: row)
        }
        entries.sort { a, b in
            if a.head != b.head { return a.head < b.head }
            if a.next != b.next { return a.next < b.next }
            let (left, right) = (texts[Int(a.row)].utf8, texts[Int(b.row)].utf8)
            if left.lexicographicallyPrecedes(right) { return true }
            return left.elementsEqual(right) && a.place < b.place
        }
        return entries.map(\.row)
    }

    /// The first eight bytes and the next eight, so that most comparisons are of integers.
    private static func head(of text: String) -> (UInt64, UInt64) {
        var text = text
        return text.withUTF8 { bytes in
            var heads: (UInt64, UInt64) = (0, 0)
            withUnsafeMutableBytes(of: &heads) {
                $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes).prefix(16)))
            }
            return (UInt64(bigEndian: heads.0), UInt64(bigEndian: heads.1))
        }
    }

    /// From the largest value; `unknown`, being the smallest, comes last.
    private static func descending(_ values: [Int64], startingFrom order: [UInt32]) -> [UInt32] {
        RadixSort.ascending(values.map { ~(UInt64(bitPattern: $0) ^ (1 << 63)) }, startingFrom: order)
    }
}
