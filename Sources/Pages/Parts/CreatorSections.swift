import Marketplace
import Templating

/// A part of the creator's page: figures, and the charts that show them.
struct CreatorSection {
    let id: String
    let title: String
    /// What the figures are of: "30 days to 30 September 2026".
    var window: String?
    var figures: [Metric] = []
    var charts: [Chart] = []
    /// What is to be said where there is nothing to show, or beside it.
    var note: String?

    var isEmpty: Bool { figures.isEmpty && charts.isEmpty && note == nil }

    static let shape: TemplateShape = [
        "id": .text, "title": .text, "window_text": .text, "note": .text, "figures": .list(FigureValues.shape),
        "has_figures": .flag, "charts": .list(Chart.shape), "has_charts": .flag,
    ]

    func values(for creator: PublicCreator, history: PublicHistory, _ words: Wording) -> TemplateRecord {
        [
            "id": .text(id), "title": .text(title), "window_text": .text(window), "note": .text(note),
            "figures": .list(figures.map { FigureValues.values(of: $0, for: creator, history: history, words) }),
            "has_figures": .flag(!figures.isEmpty), "charts": .list(charts.map(\.values)),
            "has_charts": .flag(!charts.isEmpty),
        ]
    }
}

/// The parts of a creator's page, in order.
struct CreatorSections {
    let creator: PublicCreator
    let findings: Findings?
    let history: PublicHistory
    let words: Wording

    var all: [CreatorSection] { [sales, content, audience, growth, standing, partnership].filter { !$0.isEmpty } }

    private var charts: CreatorCharts { CreatorCharts(creator: creator, history: history, findings: findings, words: words) }

    private var window: String {
        creator.updated.map { words(.windowDated, ["day": words.day($0)]) } ?? words(.windowUndated)
    }

    private var sales: CreatorSection {
        let metrics = creator.metrics
        let rest = metrics[.gmv] - (metrics[.gmvVideo] + metrics[.gmvLive])
        let isOver = rest.value.map { $0 < .zero } ?? false
        return CreatorSection(
            id: "sales", title: words(.sectionSales), window: window,
            figures: [.gmv, .gmvVideo, .gmvLive, .gpmVideo, .gpmLive, .unitsSold], charts: [charts.sales].compactMap { $0 },
            note: isOver ? words(.partsAboveGmv) : nil)
    }

    private var content: CreatorSection {
        CreatorSection(
            id: "content", title: words(.sectionContent), window: window,
            figures: [
                .videos, .videoViewsAverage, .likesAverage, .commentsAverage, .sharesAverage, .completionRate,
                .engagementRate, .lives, .liveViewersAverage, .liveViewSecondsAverage,
            ])
    }

    /// What is drawn is not listed again: the table behind each chart has it.
    private var audience: CreatorSection {
        let (age, gender) = (charts.age, charts.gender)
        let figures = (gender == nil ? [Metric.audienceFemale] : []) + (age == nil ? Metric.audienceAges : [])
        return CreatorSection(
            id: "audience", title: words(.sectionAudience),
            window: creator.updated.map { words(.figureAsOf, ["day": words.day($0)]) }, figures: figures,
            charts: [age, gender].compactMap { $0 })
    }

    private var growth: CreatorSection {
        let drawn = [
            charts.growth(of: .followers, id: "chart-followers"), charts.growth(of: .gmv, id: "chart-gmv"),
            charts.growth(of: .videoViewsAverage, id: "chart-views"),
        ].compactMap { $0 }
        return CreatorSection(
            id: "growth", title: words(.sectionGrowth), charts: drawn,
            note: drawn.isEmpty ? nil : words(.growthPoints))
    }

    private var standing: CreatorSection {
        CreatorSection(
            id: "standing", title: words(.sectionStanding, ["market": words[creator.market]]),
            window: findings.map { words.count($0.creatorCount, .amongCreatorsOne, .amongCreatorsMany) },
            charts: [charts.standing].compactMap { $0 })
    }

    /// Where no score is computed and none is stated, there is nothing to be unknown.
    private var hasScore: Bool { findings.map { $0.score.outcome != .notOffered } ?? true }

    private var partnership: CreatorSection {
        CreatorSection(
            id: "partnership", title: words(.sectionPartnership), window: window,
            figures: (hasScore ? [.score] : []) + [.responseRate, .responseHours, .sampleFulfilmentRate])
    }
}
