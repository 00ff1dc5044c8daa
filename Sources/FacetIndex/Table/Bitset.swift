/// A set of rows, a bit a row.
struct Bitset: Sendable {
    private(set) var words: [UInt64]
    let rowCount: Int

    /// No row, or all of them.
    init(rowCount: Int, isFull: Bool = false) {
        self.rowCount = rowCount
        words = [UInt64](repeating: isFull ? .max : 0, count: TableLayout.wordCount(of: rowCount))
        if isFull { clearTail() }
    }

    /// A copy of a bitset in a table.
    init(rowCount: Int, copying words: UnsafeBufferPointer<UInt64>) {
        self.rowCount = rowCount
        self.words = Array(words)
    }

    private mutating func clearTail() {
        guard rowCount % 64 != 0, let last = words.indices.last else { return }
        words[last] &= (1 << UInt64(rowCount % 64)) - 1
    }

    subscript(row: Int) -> Bool {
        get { words[row >> 6] >> UInt64(row & 63) & 1 == 1 }
        set {
            let mask: UInt64 = 1 << UInt64(row & 63)
            if newValue { words[row >> 6] |= mask } else { words[row >> 6] &= ~mask }
        }
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    mutating func formIntersection(_ other: Bitset) {
        for index in words.indices { words[index] &= other.words[index] }
    }

    mutating func formUnion(_ other: UnsafeBufferPointer<UInt64>) {
        for index in words.indices { words[index] |= other[index] }
    }

    mutating func formUnion(_ other: Bitset) { other.words.withUnsafeBufferPointer { formUnion($0) } }

    mutating func subtract(_ other: Bitset) {
        for index in words.indices { words[index] &= ~other.words[index] }
    }

    /// Sets or clears the rows of a list.
    mutating func set(_ rows: UnsafeBufferPointer<UInt32>, to value: Bool) {
        words.withUnsafeMutableBufferPointer { words in
            if value {
                for row in rows { words[Int(row >> 6)] |= 1 << UInt64(row & 63) }
            } else {
                for row in rows { words[Int(row >> 6)] &= ~(1 << UInt64(row & 63)) }
            }
        }
    }

    /// How many rows are in both.
    func count(with other: UnsafeBufferPointer<UInt64>) -> Int {
        words.withUnsafeBufferPointer { words in
            var count = 0
            for index in words.indices { count += (words[index] & other[index]).nonzeroBitCount }
            return count
        }
    }

    /// Calls `body` with each row, ascending.
    func forEach(_ body: (Int) -> Void) {
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                body(index << 6 | rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }
}
