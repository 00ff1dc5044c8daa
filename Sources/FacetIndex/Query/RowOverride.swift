public import Marketplace
import Synchronization

/// What is said of a row in place of what the table says, until the next build makes a new table.
public struct RowOverride: Sendable {
    /// A card as `PageRenderer.card` makes it.
    public let card: [UInt8]
    /// The public fields as one JSON object.
    public let json: [UInt8]
    /// A row of a CSV file, without its line break.
    public let csv: [UInt8]
    /// Whether the creator has closed the figures since the table was made: then they count as unknown.
    public let closesFigures: Bool

    public init(card: [UInt8], json: [UInt8], csv: [UInt8], closesFigures: Bool) {
        (self.card, self.json, self.csv, self.closesFigures) = (card, json, csv, closesFigures)
    }
}

/// The overrides of a table by row.
struct RowOverrides: Sendable {
    var rows: [Int: RowOverride] = [:]

    /// The rows whose figures are closed; nil where there is none.
    func closedRows(of rowCount: Int) -> Bitset? {
        let closed = rows.filter(\.value.closesFigures)
        guard !closed.isEmpty else { return nil }
        return closed.keys.reduce(into: Bitset(rowCount: rowCount)) { $0[$1] = true }
    }
}

extension MarketTable {
    /// Puts overrides in place of those before; every later answer holds them.
    public func replaceOverrides(_ rows: [Int: RowOverride]) {
        precondition(rows.keys.allSatisfy { (0..<count).contains($0) }, "an override is of a row of the table")
        overrides.withLock { $0 = RowOverrides(rows: rows) }
    }

    /// The row of a creator; nil where the table has none of this name.
    ///
    /// - Throws: `IndexDamage` where the table is damaged.
    /// - Complexity: O(bytes of all names).
    public func row(of username: Username) throws -> Int? {
        try read { view in
            let start = Array("{\"username\":\(JSONText.quoted(username.text))".utf8)
            var candidates: [Int] = []
            try NameSearch(view).rows(matching: username.text).forEach { candidates.append($0) }
            return try candidates.first { try view.payload(of: $0).json.starts(with: start) }
        }
    }
}

extension RangeFigure {
    /// Whether the figure is closed where its creator has not authorised it.
    var canBeClosed: Bool { !metric.staysOpen }
}

extension Facet {
    /// Whether the value is closed where the creator has not authorised their data.
    var canBeClosed: Bool { self != .category && self != .managed }
}
