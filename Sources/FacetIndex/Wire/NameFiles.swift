/// Where each part of a name occurs, in files that a browser picks one of for each word (docs/index-format.md, "Names").
struct NameFiles {
    /// In order of their numbers.
    let contents: [[UInt8]]

    private struct Entry {
        let row: Int
        let rest: ArraySlice<UInt8>
    }

    init(words: [[String]], fileCount: Int) {
        var prefixes: [String: [Int]] = [:]
        var parts: [String: [Entry]] = [:]
        for (row, words) in words.enumerated() {
            for word in words {
                let scalars = word.unicodeScalars
                var ends = [0]
                for scalar in scalars { ends.append((ends.last ?? 0) + UTF8.width(scalar)) }
                let bytes = Array(word.utf8)
                for length in 1...2 where length < ends.count {
                    let term = String(decoding: bytes[..<ends[length]], as: UTF8.self)
                    if prefixes[term]?.last != row { prefixes[term, default: []].append(row) }
                }
                for start in 0..<max(0, ends.count - NameSearch.partLength) {
                    let end = ends[start + NameSearch.partLength]
                    let term = String(decoding: bytes[ends[start]..<end], as: UTF8.self)
                    let rest = bytes[end...]
                    let isThere = parts[term]?.reversed().prefix { $0.row == row }.contains { $0.rest == rest } ?? false
                    if !isThere { parts[term, default: []].append(Entry(row: row, rest: rest)) }
                }
            }
        }
        contents = Self.files(prefixes, parts, fileCount: fileCount)
    }

    private static func files(_ prefixes: [String: [Int]], _ parts: [String: [Entry]], fileCount: Int) -> [[UInt8]] {
        var writers = [ByteWriter](repeating: ByteWriter(), count: fileCount)
        let terms = (prefixes.keys.map { ($0, false) } + parts.keys.map { ($0, true) }).sorted {
            $0.0.utf8.lexicographicallyPrecedes($1.0.utf8)
        }
        for (term, isPart) in terms {
            let file = Int(FNV.hash(term) % UInt32(fileCount))
            writers[file].append(text: term)
            writers[file].append(count: isPart ? 1 : 0)
            var last = 0
            if isPart {
                let entries = parts[term, default: []]
                writers[file].append(count: entries.count)
                for entry in entries {
                    writers[file].append(count: entry.row - last)
                    writers[file].append(count: entry.rest.count)
                    writers[file].append(entry.rest)
                    last = entry.row
                }
            } else {
                let rows = prefixes[term, default: []]
                writers[file].append(count: rows.count)
                for row in rows {
                    writers[file].append(count: row - last)
                    last = row
                }
            }
        }
        return writers.map(\.bytes)
    }
}
