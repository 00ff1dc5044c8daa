import Marketplace

/// Amounts are in the market's currency, or in the dollar of the platform's own reports; those are told once a file, as
/// they are compared with each other only.
struct CurrencyRule {
    private var dollars: [String: (first: LocatedCreator, count: Int)] = [:]

    mutating func diagnostics(of located: LocatedCreator) -> [Diagnostic] {
        let creator = located.creator
        guard creator.currency != creator.market.currency else { return [] }
        if creator.currency == .usd {
            let hasMoney = Metric.allCases.contains { $0.kind == .money && creator.metrics[$0].ordinal != nil }
            if hasMoney { dollars[located.file, default: (located, 0)].count += 1 }
            return []
        }
        return [
            Diagnostic(
                .creatorCurrency, of: located,
                "the amounts of \(creator.username.text.quoted) are in \(creator.currency.rawValue), and the market \(creator.market) sells in \(creator.market.currency.rawValue)",
                fix: "write amounts in \(creator.market.currency.rawValue), or in USD as the platform's reports are")
        ]
    }

    /// What is told of each file.
    var summary: [Diagnostic] {
        dollars.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { _, place in
            Diagnostic(
                .creatorCurrency, of: place.first, severity: .warning,
                "the amounts of \(counted(place.count, "creator")) of this file are in USD: they are compared with each other, and not with amounts in \(place.first.creator.market.currency.rawValue)",
                fix: "bring all amounts of a market in one currency, and they all count in its scores")
        }
    }
}
