import Marketplace

/// The charts of a creator's page (SPEC D3). What is closed or missing makes no chart: the section says so in words.
struct CreatorCharts {
    let creator: PublicCreator
    let history: PublicHistory
    let findings: Findings?
    let words: Wording

    private func figure(_ metric: Metric) -> FigureText {
        FigureText(creator.metrics[metric], of: metric, in: creator.currency, words)
    }

    // MARK: Audience

    /// Nil unless all bands are known.
    var age: Chart? {
        let bars = Metric.audienceAges.compactMap { metric -> BarChart.Bar? in
            guard let share = creator.metrics[metric].value, let text = figure(metric).value else { return nil }
            return BarChart.Bar(label: words[metric].name, text: text, share: share.double)
        }
        guard bars.count == Metric.audienceAges.count, let largest = bars.max(by: { $0.share < $1.share }) else { return nil }
        return Chart(
            id: "chart-age", title: words(.chartAge),
            description: words(.chartAgeShows, ["group": largest.label, "share": largest.text]),
            height: BarChart.height(of: bars.count), body: BarChart.body(bars),
            columns: [words(.columnAge), words(.columnFollowersShare)],
            rows: bars.map { [$0.label, $0.text] }, figures: Metric.audienceAges)
    }

    var gender: Chart? {
        guard let share = creator.metrics[.audienceFemale].value, let whole = FixedDecimal(1),
            let rest = whole.subtracting(share), rest >= .zero
        else { return nil }
        let women = BarChart.Bar(label: words(.chartWomen), text: NumberText.percent(share), share: share.double)
        let others = BarChart.Bar(label: words(.chartOthers), text: NumberText.percent(rest), share: rest.double)
        return Chart(
            id: "chart-gender", title: words(.chartGender),
            description: words(.chartGenderShows, ["share": women.text]),
            height: 52, body: BarChart.split(women, others), columns: [words(.columnGender), words(.columnFollowersShare)],
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
        let parts = [(words(.chartSalesVideos), video), (words(.chartSalesLives), live), (words(.chartSalesOther), other)]
        let bars = parts.map { label, amount in
            let share = FixedDecimal(rounding: amount.double / total.double) ?? .zero
            return BarChart.Bar(
                label: label, text: NumberText.percent(share) + " · " + NumberText.shortMoney(amount, in: creator.currency),
                share: share.double)
        }
        return Chart(
            id: "chart-sales", title: words(.chartSales), description: largestPart(bars),
            height: BarChart.height(of: bars.count), body: BarChart.body(bars),
            columns: [words(.columnSource), words(.columnShare), words(.columnGmv)],
            rows: zip(parts, bars).map { part, bar in
                [
                    part.0, NumberText.percent(FixedDecimal(rounding: bar.share) ?? .zero),
                    NumberText.exactMoney(part.1, in: creator.currency),
                ]
            })
    }

    /// - Parameter bars: those of videos, livestreams and the rest.
    private func largestPart(_ bars: [BarChart.Bar]) -> String {
        let keys: [WordingKey] = [.chartSalesShowsVideos, .chartSalesShowsLives, .chartSalesShowsOther]
        guard let (key, largest) = zip(keys, bars).max(by: { $0.1.share < $1.1.share }) else { return "" }
        return words(key, ["share": NumberText.percent(FixedDecimal(rounding: largest.share) ?? .zero)])
    }

    // MARK: Over time

    /// A chart of one figure over the dated imports; nil with fewer than two days.
    func growth(of metric: Metric, id: String) -> Chart? {
        let currency = history.points.last { $0.metrics[metric].value != nil }?.currency
        let points = history.points.compactMap { point -> LineChart.Point? in
            guard let value = point.metrics[metric].value, metric.kind != .money || point.currency == currency else {
                return nil
            }
            let text = FigureText(.known(value), of: metric, in: point.currency, words).value ?? value.description
            return LineChart.Point(date: point.date, day: point.date.dayNumber, value: value.double, text: text)
        }
        guard points.count > 1, let first = points.first, let last = points.last else { return nil }
        let name = words[metric].name
        return Chart(
            id: id, title: words(.chartGrowth, ["figure": name]), description: change(of: name, from: first, to: last),
            height: LineChart.height, body: LineChart.body(points, words), columns: [words(.columnDate), name],
            rows: points.map { [words.day($0.date), $0.text] })
    }

    private func change(of name: String, from first: LineChart.Point, to last: LineChart.Point) -> String {
        let (from, to) = (words.day(first.date), words.day(last.date))
        guard first.value > 0 else {
            return words(
                .chartGrowthFromZero, ["figure": name, "first": first.text, "last": last.text, "from": from, "to": to])
        }
        let change = last.value / first.value - 1
        guard let share = FixedDecimal(rounding: abs(change)), share > .zero else {
            return words(.chartGrowthNone, ["figure": name, "last": last.text, "from": from, "to": to])
        }
        return words(
            change > 0 ? .chartGrowthUp : .chartGrowthDown,
            [
                "figure": name, "share": NumberText.percent(share), "from": from, "to": to, "first": first.text,
                "last": last.text,
            ])
    }

    // MARK: In the market

    /// Where the creator stands in the market with each input of the score; nil where none is known.
    var standing: Chart? {
        let known = (findings?.positions ?? []).filter { $0.rank != nil }
        let bars = known.compactMap { position -> BarChart.Bar? in
            guard let rank = position.rank, let share = FixedDecimal(rounding: rank.share) else { return nil }
            return BarChart.Bar(label: words.shortName(of: position.metric), text: NumberText.percent(share), share: rank.share)
        }
        guard !bars.isEmpty else { return nil }
        return Chart(
            id: "chart-standing", title: words(.chartStanding, ["market": words[creator.market]]),
            description: words(.chartStandingShows),
            height: BarChart.height(of: bars.count), body: BarChart.strips(bars),
            columns: [words(.columnFigure), words(.columnValue), words(.columnRank), words(.columnCompared)],
            rows: zip(known, bars).map { position, bar in
                [
                    words[position.metric].name,
                    FigureText(position.figure, of: position.metric, in: creator.currency, words).value ?? "",
                    bar.text, NumberText.exact(position.rank?.count ?? 0),
                ]
            })
    }
}

extension Wording {
    /// What a figure is called where room is short.
    fileprivate func shortName(of metric: Metric) -> String {
        switch metric {
        case .completionRate: self(.completionShort)
        case .liveViewersAverage: self(.liveViewersShort)
        case .liveViewSecondsAverage: self(.liveWatchingShort)
        default: self[metric].name
        }
    }
}
