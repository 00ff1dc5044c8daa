import Marketplace

/// The shares of an audience's ages are parts of one whole.
enum AudienceRule {
    /// What rounding, and followers below 18, can make of it.
    private static let tolerance = FixedDecimal(millionths: 50_000)

    static func diagnostics(of located: LocatedCreator) -> [Diagnostic] {
        let shares = Metric.audienceAges.compactMap { located.creator.metrics[$0].value }
        guard !shares.isEmpty, let whole = FixedDecimal(1), let most = whole.adding(tolerance),
            let least = whole.subtracting(tolerance)
        else { return [] }
        let sum = shares.reduce(FixedDecimal.zero) { $0.adding($1) ?? $0 }
        let isComplete = shares.count == Metric.audienceAges.count
        guard sum > most || (isComplete && sum < least) else { return [] }
        let name = located.creator.username.text.quoted
        return [
            Diagnostic(
                .creatorShares, of: located,
                "the age shares of \(name) add up to \(sum), and they are parts of 1",
                fix: "write each as a part of all followers, such as 0.35 or 35%, or leave unknown ones empty")
        ]
    }
}
