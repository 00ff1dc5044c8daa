/// What one import said of a creator's figures, and of which day they are.
public struct Snapshot: Hashable, Sendable {
    public let date: CalendarDate
    /// What its money figures are in.
    public let currency: Currency
    /// What the import stated; the rest is missing.
    public let metrics: Metrics

    public init(date: CalendarDate, currency: Currency, metrics: Metrics) {
        (self.date, self.currency, self.metrics) = (date, currency, metrics)
    }
}
