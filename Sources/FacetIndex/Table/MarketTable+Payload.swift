import Marketplace
import Synchronization

extension MarketTable {
    /// The cards of some rows, in their order.
    ///
    /// - Throws: `IndexDamage` where one is damaged.
    public func cards(of rows: [Int]) throws -> [[UInt8]] {
        try payloads(of: rows, overridden: \.card) { try opener.card(from: $0.cardPiece) }
    }

    /// The public fields of some rows, each one JSON object, in their order.
    public func json(of rows: [Int]) throws -> [[UInt8]] {
        try payloads(of: rows, overridden: \.json) { Array($0.json) }
    }

    /// Some rows of a CSV file, without line breaks, in their order.
    public func csv(of rows: [Int]) throws -> [[UInt8]] {
        try payloads(of: rows, overridden: \.csv) { Array($0.csv) }
    }

    private func payloads(
        of rows: [Int], overridden: (RowOverride) -> [UInt8], _ stored: (StoredPayload) throws -> [UInt8]
    ) throws -> [[UInt8]] {
        let overrides = overrides.withLock { $0.rows }
        return try read { view in
            try rows.map { row in
                if let override = overrides[row] { return overridden(override) }
                return try stored(view.payload(of: row))
            }
        }
    }

    /// Whether anybody in the market has a score.
    public var hasScores: Bool {
        get throws { try range(of: .values(figure: RangeFigure.score.number)).isEmpty == false }
    }
}
