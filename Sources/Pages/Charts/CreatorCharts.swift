import Marketplace

/// The charts of a creator's page (SPEC D3). What is closed or missing makes no chart: the section says so in words.
struct CreatorCharts {
    let creator: PublicCreator
    let history: PublicHistory
    let findings: Findings?

    private func figure(_ metric: Metric) -> FigureText {
        FigureText(creator.metrics[metric], of: metric, in: creator.currency)
    }

    // MARK: Audience

    /// Nil unless all bands are known.
    var age: Chart? {
        let bars = Metric.audienceAges.compactMap { metric -> BarChart.Bar? in
            guard let share = creator.metrics[metric].value, let text = figure(metric).value else { return nil }
            return BarChart.Bar(label: MetricText(metric).name, text: text, share: share.double)
        }
        guard bars.count == Metric.audienceAges.count, let largest = bars.max(by: { $0.share < $1.share }) else { return nil }
        return Chart(
            id: "chart-age", title: "Followers by age",
            description: "The largest group is \(largest.label), with \(largest.text) of the followers.",
            height: BarChart.height(of: bars.count), body: BarChart.body(bars), columns: ["Age", "Share of followers"],
            rows: bars.map { [$0.label, $0.text] }, figures: Metric.audienceAges)
    }

    var gender: Chart? {
        guard let share = creator.metrics[.audienceFemale].value, let whole = FixedDecimal(1),
            let rest = whole.subtracting(share), rest >= .zero
        else { return nil }
        let women = BarChart.Bar(label: "Women", text: NumberText.percent(share), share: share.double)
        let others = BarChart.Bar(label: "Men and others", text: NumberText.percent(rest), share: rest.double)
        return Chart(
            id: "chart-gender", title: "Followers by gender", description: "\(women.text) of the followers are women.",
            height: 52, body: BarChart.split(women, others), columns: ["Gender", "Share of followers"],
            rows: [women, others].map { [$0.label, $0.text] }, figures: [.audienceFemale])
    }

    // MARK: Sales

    /// GMV from videos, livestreams and the rest; nil unless all three are known and fit together.
    var sales: Chart? {
        let metrics = creator.metrics
        let rest = metrics[.gmv] - (metrics[.gmvVideo] + metrics[.gmvLive])
        guard let total = metrics[.gmv].value, total > .zero, let other = rest.value, other >= .zero,
            let video = metrics[.gmvVideo].value, let live = metrics[.gmvLive].value
        else { return nil }
        let parts = [("Videos", video), ("Livestreams", live), ("Other", other)]
        let bars = parts.map { label, amount in
            let share = FixedDecimal(rounding: amount.double / total.double) ?? .zero
            return BarChart.Bar(
                label: label, text: NumberText.percent(share) + " · " + NumberText.shortMoney(amount, in: creator.currency),
                share: share.double)
        }
        return Chart(
            id: "chart-sales", title: "GMV by where it came from",
            description: Self.largestPart(bars),
            height: BarChart.height(of: bars.count), body: BarChart.body(bars), columns: ["From", "Share", "GMV in 30 days"],
            rows: zip(parts, bars).map { part, bar in
                [
                    part.0, NumberText.percent(FixedDecimal(rounding: bar.share) ?? .zero),
                    NumberText.exactMoney(part.1, in: creator.currency),
                ]
            })
    }

    private static func largestPart(_ bars: [BarChart.Bar]) -> String {
        guard let largest = bars.max(by: { $0.share < $1.share }) else { return "" }
        let share = NumberText.percent(FixedDecimal(rounding: largest.share) ?? .zero)
        return "\(share) of GMV comes from \(largest.label == "Other" ? "elsewhere" : largest.label.lowercased())."
    }

    // MARK: Over time

    /// A chart of one figure over the dated imports; nil with fewer than two days.
    func growth(of metric: Metric, id: String) -> Chart? {
        let currency = history.points.last { $0.metrics[metric].value != nil }?.currency
        let points = history.points.compactMap { point -> LineChart.Point? in
            guard let value = point.metrics[metric].value, metric.kind != .money || point.currency == currency else {
                return nil
            }
            let text = FigureText(.known(value), of: metric, in: point.currency).value ?? value.description
            return LineChart.Point(date: point.date, day: point.date.dayNumber, value: value.double, text: text)
        }
        guard points.count > 1, let first = points.first, let last = points.last else { return nil }
        let name = MetricText(metric).name
        return Chart(
            id: id, title: "\(name) over time", description: Self.change(of: name, from: first, to: last),
            height: LineChart.height, body: LineChart.body(points), columns: ["Date", name],
            rows: points.map { [DateText.day($0.date), $0.text] })
    }

    private static func change(of name: String, from first: LineChart.Point, to last: LineChart.Point) -> String {
        let span = "between \(DateText.day(first.date)) and \(DateText.day(last.date))"
        guard first.value > 0 else { return "\(name): \(first.text) to \(last.text) \(span)." }
        let change = last.value / first.value - 1
        guard let share = FixedDecimal(rounding: abs(change)), share > .zero else {
            return "\(name) stayed at \(last.text) \(span)."
        }
        return
            "\(name) \(change > 0 ? "grew" : "fell") by \(NumberText.percent(share)) \(span), from \(first.text) to \(last.text)."
    }

    // MARK: In the market

    /// Where the creator stands in the market with each input of the score; nil where none is known.
    var standing: Chart? {
        let known = (findings?.positions ?? []).filter { $0.rank != nil }
        let bars = known.compactMap { position -> BarChart.Bar? in
            guard let rank = position.rank, let share = FixedDecimal(rounding: rank.share) else { return nil }
            return BarChart.Bar(label: MetricText(position.metric).short, text: NumberText.percent(share), share: rank.share)
        }
        guard !bars.isEmpty else { return nil }
        return Chart(
            id: "chart-standing", title: "Place among creators in \(creator.market.name)",
            description:
                "Each mark shows how many per cent of the creators with a known figure stand below; the middle is 50%.",
            height: BarChart.height(of: bars.count), body: BarChart.strips(bars),
            columns: ["Figure", "Value", "Stands above", "Creators compared"],
            rows: zip(known, bars).map { position, bar in
                [
                    MetricText(position.metric).name,
                    FigureText(position.figure, of: position.metric, in: creator.currency).value ?? "",
                    bar.text, NumberText.exact(position.rank?.count ?? 0),
                ]
            })
    }
}

extension MetricText {
    /// The name where room is short.
    var short: String {
        switch name {
        case "Watched to the end": "Completion"
        case "Viewers a livestream": "Live viewers"
        case "Watched a viewer": "Live watching"
        default: name
        }
    }
}
