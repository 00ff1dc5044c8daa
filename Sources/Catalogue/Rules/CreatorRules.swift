import Marketplace

/// What is checked of creators beyond the single value: figures that must fit together, days, and what several records
/// say about each other. Each rule is a file of its own.
struct CreatorRules {
    /// The categories of each market.
    let categories: [Market: CategoryList]
    /// The day of the check; nil where dates are not looked at.
    let today: CalendarDate?

    /// Linear in the number of creators.
    func diagnostics(of creators: [LocatedCreator]) -> [Diagnostic] {
        var contacts = SharedContactRule()
        var dollars = DollarRule()
        var diagnostics: [Diagnostic] = []
        for located in creators {
            diagnostics += self.diagnostics(of: located)
            dollars.note(located)
            contacts.note(located)
        }
        return diagnostics + dollars.diagnostics + contacts.diagnostics
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
