import Marketplace

/// Figures are of a day that has been.
enum FutureRule {
    static func diagnostics(of located: LocatedCreator, today: CalendarDate) -> [Diagnostic] {
        guard let updated = located.creator.updated, isFuture(updated, today: today) else { return [] }
        return [
            Diagnostic(
                .creatorFuture, of: located,
                "'updated' of \(located.creator.username.text.quoted) is \(updated), which is yet to come: today is \(today)",
                fix: "write the day that the figures are of, as YYYY-MM-DD")
        ]
    }

    /// Tomorrow is today already further east.
    static func isFuture(_ date: CalendarDate, today: CalendarDate) -> Bool { date.dayNumber > today.dayNumber + 1 }
}
