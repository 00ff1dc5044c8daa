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
            let order = RadixSort.ascending(terms, startingFrom: Array(0..<UInt32(terms.count))).map(Int.init)
            var start = 0
            while start < order.count {
                let term = terms[order[start]]
                var end = start + 1
                while end < order.count, terms[order[end]] == term { end += 1 }
                write(order[start..<end], of: term, to: &writers)
                start = end
            }
            return writers.map(\.bytes)
        }

        private func write(_ entries: ArraySlice<Int>, of term: UInt64, to writers: inout [ByteWriter]) {
            let mask: UInt64 = 1 << Self.bits - 1
            let values = [term >> (2 * Self.bits), term >> Self.bits & mask, term & mask].filter { $0 > 0 }
            let text = String(String.UnicodeScalarView(values.compactMap { Unicode.Scalar(UInt32($0)) }))
            let isPart = values.count == NameSearch.partLength
            let kept = entries.indices.filter { !isRepeated(entries, $0) }
            let file = Int(FNV.hash(text) % UInt32(writers.count))
            writers[file].append(text: text)
            writers[file].append(count: isPart ? 1 : 0)
            writers[file].append(count: kept.count)
            var last = 0
            for place in kept {
                let entry = entries[place]
                writers[file].append(count: Int(rows[entry]) - last)
                last = Int(rows[entry])
                if isPart {
                    writers[file].append(count: rest(of: entry).count)
                    writers[file].append(rest(of: entry))
                }
            }
        }

        private func rest(of entry: Int) -> ArraySlice<UInt8> { bytes[Int(starts[entry])..<Int(ends[entry])] }

        /// Whether the same stands before it for the same row.
        private func isRepeated(_ entries: ArraySlice<Int>, _ place: Int) -> Bool {
            var earlier = place - 1
            while earlier >= entries.startIndex, rows[entries[earlier]] == rows[entries[place]] {
                if rest(of: entries[earlier]) == rest(of: entries[place]) { return true }
                earlier -= 1
            }
            return false
        }
    }
}
