/// An amount that knows its currency, with exact decimals.
///
/// Amounts of different currencies are neither added nor ordered: nobody knows at which rate.
public struct Money: Hashable, Sendable {
    public let amount: FixedDecimal
    public let currency: Currency

    public init(_ amount: FixedDecimal, _ currency: Currency) {
        (self.amount, self.currency) = (amount, currency)
    }

    /// Nil where the currencies differ, or the sum is beyond `FixedDecimal`.
    public func adding(_ other: Money) -> Money? {
        guard currency == other.currency else { return nil }
        return amount.adding(other.amount).map { Money($0, currency) }
    }
}

extension PublicCreator {
    /// A money figure with its currency; nil unless the value is known, or where the metric is no money.
    public func money(_ metric: Metric) -> Money? {
        guard metric.kind == .money, let amount = metrics[metric].value else { return nil }
        return Money(amount, currency)
    }
}
