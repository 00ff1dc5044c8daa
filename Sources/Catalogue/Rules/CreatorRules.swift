import Marketplace

/// What is checked of creators beyond the single value: figures that must fit together, days, and what several records
/// say about each other. Each rule is a file of its own.
struct CreatorRules: Sendable {
    /// The categories of each market.
    let categories: [Market: CategoryList]
    /// The day of the check; nil where dates are not looked at.
    let today: CalendarDate?

    /// How many creators a core looks at at once.
    private static let partCount = 4096

    /// Linear in the number of creators.
    func diagnostics(of creators: [LocatedCreator]) -> [Diagnostic] {
        let starts = Array(stride(from: 0, to: creators.count, by: Self.partCount))
        let single = Cores.map(starts) { start in
            creators[start..<min(start + Self.partCount, creators.count)].flatMap(diagnostics(of:))
        }
        var dollars = DollarRule()
        for located in creators { dollars.note(located) }
        return single.flatMap { $0 } + dollars.diagnostics + SharedContactRule(creators).diagnostics(of: creators)
    }

    /// What one record shows by itself.
    func diagnostics(of located: LocatedCreator) -> [Diagnostic] {
        var diagnostics = AudienceRule.diagnostics(of: located) + SalesRule.diagnostics(of: located)
        diagnostics += CurrencyRule.diagnostics(of: located)
        if let today { diagnostics += FutureRule.diagnostics(of: located, today: today) }
        if let known = categories[located.creator.market] {
            diagnostics += MarketCategoryRule.diagnostics(of: located, known: known)
        }
        return diagnostics
    }
}

extension Diagnostic {
    /// A diagnostic at a creator's record.
    init(
        _ id: DiagnosticID, of located: LocatedCreator, severity: Diagnostic.Severity = .error, _ message: String, fix: String
    ) {
        self.init(id, in: located.file, at: located.position, severity: severity, message, fix: fix)
    }
}
