import Marketplace

extension MarketTable {
    /// The cards of some rows, in their order.
    ///
    /// - Throws: `IndexDamage` where one is damaged.
    public func cards(of rows: [Int]) throws -> [[UInt8]] {
        try read { view in try rows.map { try press.card(from: view.payload(of: $0).card) } }
    }

    /// The public fields of some rows, each one JSON object, in their order.
    public func json(of rows: [Int]) throws -> [[UInt8]] {
        try read { view in try rows.map { try view.payload(of: $0).json } }
    }

    /// Some rows of a CSV file, without line breaks, in their order.
    public func csv(of rows: [Int]) throws -> [[UInt8]] {
        try read { view in try rows.map { try view.payload(of: $0).csv } }
    }

    /// Whether anybody in the market has a score.
    public var hasScores: Bool {
        get throws { try range(of: .values(figure: RangeFigure.score.number)).isEmpty == false }
    }
}
