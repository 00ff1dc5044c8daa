import Marketplace

extension NumberFault {
    /// The fault in words, for a value that stands in a column.
    func diagnostic(of text: String, column: String, kind: Metric.Kind, in file: String, at position: SourcePosition)
        -> Diagnostic
    {
        let holds = "'\(column)' holds \(text.quoted), which is "
        switch self {
        case .notANumber(let meant):
            return Diagnostic(
                .creatorNumber, in: file, at: position, holds + "no number",
                fix: meant.map { "write " + $0 } ?? "write \(Self.example(of: kind)), or leave it empty where it is not known")
        case .negative:
            return Diagnostic(
                .creatorRange, in: file, at: position, holds + "below zero",
                fix: "write \(Self.example(of: kind)), or leave it empty where it is not known")
        case .tooLarge:
            return Diagnostic(
                .creatorRange, in: file, at: position, holds + "too large", fix: "write a number below 9,000,000,000,000")
        case .notWhole:
            let whole = text.prefix { $0 != "." }
            return Diagnostic(
                .creatorNumber, in: file, at: position, holds + "no whole number",
                fix: whole.allSatisfy(\.isNumber) ? "write \(whole)" : "write \(Self.example(of: kind))")
        case .notAShare:
            return Diagnostic(
                .creatorNumber, in: file, at: position, holds + "a percentage", fix: "write \(Self.example(of: kind))")
        case .emptyRange:
            return Diagnostic(
                .creatorRange, in: file, at: position, holds + "a range from the larger to the smaller number",
                fix: "write the smaller number first, as in 1000..5000")
        case .outside(let ends):
            return Diagnostic(
                .creatorRange, in: file, at: position, holds + "not from \(ends)", fix: Self.fix(of: text, kind, ends))
        }
    }

    /// A share beyond 1 was most likely meant as a percentage.
    private static func fix(of text: String, _ kind: Metric.Kind, _ ends: String) -> String {
        guard kind == .share, let value = FixedDecimal(text), value <= FixedDecimal(millionths: 100_000_000),
            let share = FixedDecimal(value.description + "e-2")
        else { return "write a number from \(ends)" }
        return "write \(share) or \(value)%"
    }

    private static func example(of kind: Metric.Kind) -> String {
        switch kind {
        case .count: "a whole number such as 1300000 or 1.3M"
        case .average, .money, .hours, .seconds: "a number such as 1300.5, 1300000 or 1.3M"
        case .share: "a share such as 0.125 or 12.5%"
        case .rating: "a number from 0 to 5"
        case .score: "a number from 0 to 100"
        }
    }
}
