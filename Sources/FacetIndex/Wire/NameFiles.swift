/// Where each part of a name occurs, in files that a browser picks one of for each word (docs/index-format.md, "Names").
struct NameFiles {
    /// In order of their numbers.
    let contents: [[UInt8]]

    /// - Parameters:
    ///   - words: those of each row.
    ///   - fileCount: at least 1.
    init(words: [[String]], fileCount: Int) {
        var postings = Postings()
        for (row, words) in words.enumerated() {
            for word in words { postings.add(word, of: row) }
        }
        contents = postings.files(fileCount)
    }

    /// Occurrences of terms, gathered in any order.
    private struct Postings {
        /// The one to three scalars of each term, 21 bits each, the first the highest: in this order terms stand by
        /// their bytes, and a shorter one before those that begin with it.
        private var terms: [UInt64] = []
        private var rows: [UInt32] = []
        /// Where in `bytes` the rest of the word begins and ends.
        private var starts: [UInt32] = []
        private var ends: [UInt32] = []
        private var bytes: [UInt8] = []
        private var scalars: [(value: UInt64, end: Int)] = []

        private static let bits: UInt64 = 21

        mutating func add(_ word: String, of row: Int) {
            let base = bytes.count
            bytes.append(contentsOf: word.utf8)
            scalars.removeAll(keepingCapacity: true)
            var end = base
            for scalar in word.unicodeScalars {
                end += UTF8.width(scalar)
                scalars.append((UInt64(scalar.value), end))
            }
            guard let first = scalars.first else { return }
            append(first.value << (2 * Self.bits), row, first.end, first.end)
            guard scalars.count > 1 else { return }
            let second = scalars[1]
            append(first.value << (2 * Self.bits) | second.value << Self.bits, row, second.end, second.end)
            for place in 2..<max(2, scalars.count) {
                let term = scalars[place - 2].value << (2 * Self.bits) | scalars[place - 1].value << Self.bits
                append(term | scalars[place].value, row, scalars[place].end, bytes.count)
            }
        }

        private mutating func append(_ term: UInt64, _ row: Int, _ start: Int, _ end: Int) {
            terms.append(term)
            rows.append(UInt32(row))
            starts.append(UInt32(start))
            ends.append(UInt32(end))
        }

        func files(_ fileCount: Int) -> [[UInt8]] {
            var writers = [ByteWriter](repeating: ByteWriter(), count: fileCount)
            // Rows came in ascending, and the sort is stable.
            let order = RadixSort.ascending(terms, startingFrom: Array(0..<UInt32(terms.count)))
            var kept: [Int] = []
            var start = 0
            bytes.withUnsafeBufferPointer { bytes in
                while start < order.count {
                    let term = terms[Int(order[start])]
                    kept.removeAll(keepingCapacity: true)
                    var end = start
                    while end < order.count, terms[Int(order[end])] == term {
                        let entry = Int(order[end])
                        if !isRepeated(entry, behind: kept, bytes) { kept.append(entry) }
                        end += 1
                    }
                    let text = Self.text(of: term)
                    let file = Int(FNV.hash(text) % UInt32(fileCount))
                    write(kept, of: text, isPart: term & Self.mask > 0, bytes, to: &writers[file])
                    start = end
                }
            }
            return writers.map(\.bytes)
        }

        private static let mask: UInt64 = 1 << bits - 1

        private static func text(of term: UInt64) -> String {
            var text = String.UnicodeScalarView()
            for value in [term >> (2 * bits), term >> bits & mask, term & mask] where value > 0 {
                if let scalar = Unicode.Scalar(UInt32(value)) { text.append(scalar) }
            }
            return String(text)
        }

        private func write(
            _ entries: [Int], of text: String, isPart: Bool, _ bytes: UnsafeBufferPointer<UInt8>, to writer: inout ByteWriter
        ) {
            writer.append(text: text)
            writer.append(count: isPart ? 1 : 0)
            writer.append(count: entries.count)
            var last = 0
            for entry in entries {
                let row = Int(rows[entry])
                writer.append(count: row - last)
                last = row
                if isPart {
                    let rest = rest(of: entry, bytes)
                    writer.append(count: rest.count)
                    writer.append(rest)
                }
            }
        }

        private func rest(of entry: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(rebasing: bytes[Int(starts[entry])..<Int(ends[entry])])
        }

        /// Whether the same stands before it for the same row.
        private func isRepeated(_ entry: Int, behind kept: [Int], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            var place = kept.count - 1
            while place >= 0, rows[kept[place]] == rows[entry] {
                if rest(of: kept[place], bytes).elementsEqual(rest(of: entry, bytes)) { return true }
                place -= 1
            }
            return false
        }
    }
}
