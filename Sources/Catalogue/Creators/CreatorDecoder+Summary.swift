import Marketplace

extension CreatorDecoder {
    /// What is told once of all records of a file, however often it stands there.
    struct Summary: Sendable {
        /// Markets that the site does not serve.
        var unserved = FirstPlaces<Market>()
        /// Keys of JSON Lines that name no column.
        var unknownKeys = FirstPlaces<String>()

        var toldCount: Int { unserved.count + unknownKeys.count }

        /// Adds what was found in a later part of the file.
        mutating func add(_ later: Summary) {
            unserved.add(later.unserved)
            unknownKeys.add(later.unknownKeys)
        }

        func diagnostics(file: String) -> [Diagnostic] {
            let markets = unserved.all.map { market, first, count in
                Diagnostic(
                    .creatorMarketUnserved, in: file, at: first, severity: .warning,
                    "the site does not serve the market \(market), so nobody will see \(counted(count, "creator")) of this file",
                    fix: "add \(market) to 'markets' in site.yaml")
            }
            let keys = unknownKeys.all.map { key, first, count in
                let more = count > 1 ? " (in \(count) lines)" : ""
                return CreatorFileReader.unknownColumn(key, in: file, at: first, more: more)
            }
            return markets + keys
        }
    }
}

/// Where something first stands in a file, and how often.
struct FirstPlaces<Value: Hashable & Sendable>: Sendable {
    private var places: [Value: (first: SourcePosition, count: Int)] = [:]
    /// How often anything was noted.
    private(set) var count = 0

    mutating func note(_ value: Value, at position: SourcePosition) {
        count += 1
        places[value, default: (position, 0)].count += 1
    }

    /// Adds what was found in a later part of the file.
    mutating func add(_ later: FirstPlaces) {
        count += later.count
        for (value, place) in later.places { places[value, default: (place.first, 0)].count += place.count }
    }

    /// In the order in which they first stand in the file.
    var all: [(value: Value, first: SourcePosition, count: Int)] {
        places.map { ($0.key, $0.value.first, $0.value.count) }
            .sorted { ($0.first.line, $0.first.column) < ($1.first.line, $1.first.column) }
    }
}
