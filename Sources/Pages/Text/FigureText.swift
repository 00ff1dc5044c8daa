import Marketplace

/// How a figure reads: short, exact, and whether it is there at all.
struct FigureText {
    /// The short form; nil where closed or missing.
    let value: String?
    /// The exact form, where it says more than the short one.
    let exact: String?
    /// A share in percent, 0 to 100, for a bar.
    let percentage: String?
    let state: State

    enum State: String {
        case open, closed, missing
    }

    init(_ figure: Figure, of metric: Metric, in currency: Currency, _ words: Wording) {
        switch figure {
        case .known(let number):
            let short = Self.short(number, as: metric.kind, in: currency, words)
            let exact = Self.exact(number, as: metric.kind, in: currency, words)
            let saysMore = exact != short && number != .zero
            (value, self.exact, state) = (short, saysMore ? exact : nil, .open)
            percentage = metric.kind == .share ? FixedDecimal(millionths: number.millionths * 100).description : nil
        case .range(let from, let to):
            let ends = [from, to].compactMap { $0 }.map {
                Self.short($0, as: metric.kind, in: currency, words).replacing(/\.0(?=[KMBT]$)/, with: "")
            }
            (value, exact, state) = (ends.count == 2 ? ends.joined(separator: "–") : ends[0] + "+", nil, .open)
            percentage = nil
        case .closed: (value, exact, percentage, state) = (nil, nil, nil, .closed)
        case .missing: (value, exact, percentage, state) = (nil, nil, nil, .missing)
        }
    }

    private static func short(_ number: FixedDecimal, as kind: Metric.Kind, in currency: Currency, _ words: Wording) -> String {
        switch kind {
        case .count, .average: NumberText.short(number)
        case .money: NumberText.shortMoney(number, in: currency)
        case .share: NumberText.percent(number)
        case .hours: words.hours(number)
        case .seconds: words.seconds(number)
        case .rating: NumberText.short(number)
        case .score: NumberText.whole(number)
        }
    }

    private static func exact(_ number: FixedDecimal, as kind: Metric.Kind, in currency: Currency, _ words: Wording) -> String {
        switch kind {
        case .count, .average, .rating: NumberText.exact(number)
        // A computed score has more places than anyone needs.
        case .score: NumberText.short(number)
        case .money: NumberText.exactMoney(number, in: currency)
        case .share: NumberText.percent(number)
        case .hours: words.hours(number)
        case .seconds: words.seconds(number)
        }
    }
}
