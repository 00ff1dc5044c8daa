import Marketplace

/// Amounts are in the market's currency, or in the dollar of the platform's own reports.
enum CurrencyRule {
    static func diagnostics(of located: LocatedCreator) -> [Diagnostic] {
        let creator = located.creator
        guard creator.currency != creator.market.currency, creator.currency != .usd else { return [] }
        return [
            Diagnostic(
                .creatorCurrency, of: located,
                "the amounts of \(creator.username.text.quoted) are in \(creator.currency.rawValue), and the market \(creator.market) sells in \(creator.market.currency.rawValue)",
                fix:
                    "write amounts in \(creator.market.currency.rawValue), or in USD as the platform's reports are; an import says what they are in with --currency"
            )
        ]
    }
}

/// Amounts in dollars are told once a file: they are compared with each other only.
struct DollarRule {
    private var places: [String: (first: LocatedCreator, count: Int)] = [:]

    mutating func note(_ located: LocatedCreator) {
        let creator = located.creator
        guard creator.currency == .usd, creator.market.currency != .usd else { return }
        let hasMoney = Metric.allCases.contains { $0.kind == .money && creator.metrics[$0].ordinal != nil }
        if hasMoney { places[located.file, default: (located, 0)].count += 1 }
    }

    /// One a file.
    var diagnostics: [Diagnostic] {
        places.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { _, place in
            Diagnostic(
                .creatorCurrency, of: place.first, severity: .warning,
                "the amounts of \(counted(place.count, "creator")) of this file are in USD: they are compared with each other, and not with amounts in \(place.first.creator.market.currency.rawValue)",
                fix: "bring all amounts of a market in one currency, and they all count in its scores")
        }
    }
}
