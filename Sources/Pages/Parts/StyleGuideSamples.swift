import Marketplace
import Templating

/// Made-up creators and figures for the style guide, as the templates of the pages take them.
struct StyleGuideSamples {
    private let market: Market
    private let creators: [PublicCreator]
    private let categories: [Slug]
    private let words: Wording

    init(site: Site, words: Wording) {
        self.words = words
        market = site.markets.first ?? .gb
        categories = site.categories(in: market).all.prefix(2).map(\.slug)
        let (market, categories) = (market, categories)
        creators = Self.people.enumerated().compactMap { place, name in
            guard let username = Username("example.\(place + 1)") else { return nil }
            var creator = Creator(username: username, nickname: name, market: market)
            creator.categories = categories
            creator.currency = .usd
            Self.fill(&creator, at: place, bio: words(.styleGuideMadeUp))
            return PublicCreator(creator)
        }
    }

    private static let people = [
        "Ann Example", "Bo Example, who shares no figures",
        "A name as long as those of shops: Trần Thị Phương Thảo มาลี ใจดี, live every evening", "D.",
    ]

    /// One with everything, one closed, one of whom contacts are hidden, one of whom little is known.
    private static func fill(_ creator: inout Creator, at place: Int, bio: String) {
        let known: [(Metric, Int64)] = [
            (.followers, 842_310_000_000), (.gmv, 12_480_500_000), (.gmvVideo, 8_200_500_000), (.gmvLive, 3_900_000_000),
            (.gpmVideo, 24_150_000), (.gpmLive, 61_900_000), (.videoViewsAverage, 48_120_000_000), (.score, 87_000_000),
            (.rating, 4_700_000), (.products, 312_000_000), (.responseHours, 3_000_000), (.sampleFulfilmentRate, 970_000),
            (.engagementRate, 64_000), (.audienceFemale, 618_000), (.audienceAge18To24, 310_000),
            (.audienceAge25To34, 402_000), (.audienceAge35To44, 178_000), (.audienceAge45To54, 75_000),
            (.audienceAge55Plus, 35_000),
        ]
        for (metric, millionths) in place == 3 ? Array(known.prefix(1)) : known {
            creator.metrics[metric] = .known(FixedDecimal(millionths: millionths / Int64(place + 1)))
        }
        creator.bio = place == 3 ? nil : bio
        creator.isAuthorized = place != 1
        creator.showsContact = place != 2
        if place == 0 {
            creator.statedLabels = [.quickToRespond: true, .postsFrequently: true, .reliableWithSamples: true]
            creator.agency = "Example agency"
        }
    }

    static let shape = ListingValues.shape.merging(FilterPanel.shape).merging(Pagination.shape)
        .merging([
            "cards": .list(Card.shape), "figures": .list(FigureValues.shape), "charts": .list(Chart.shape), "left": .text,
            "limit": .text, "resets_text": .text,
        ])

    func values(in frame: PageFrame) -> TemplateRecord {
        let list = ListingValues(market: market, total: creators.count, pageSize: creators.count, isEmpty: false, words: words)
        return list.values.merging(panel(in: frame)).merging(Pagination(page: 4, pageCount: 12) { _ in "#list" }.values)
            .merging([
                "cards": .list(creators.map { card($0, in: frame) }),
                "figures": .list(figures), "charts": .list(charts.map(\.values)),
                "left": .text(NumberText.exact(87)), "limit": .text(NumberText.exact(InvitationLimits.standard.dailyCount)),
                "resets_text": .text("00:00"),
            ])
    }

    /// The card of a list, but leading nowhere.
    private func card(_ creator: PublicCreator, in frame: PageFrame) -> TemplateRecord {
        let here = TemplateValue.text(StyleGuidePage.file)
        return Card(creator: creator).values(root: "", in: frame)
            .merging(["href": here, "tiktok_href": here, "invite_href": here, "contact_action": here])
    }

    private func panel(in frame: PageFrame) -> TemplateRecord {
        var query = CreatorQuery(market: market, pageSize: creators.count)
        query.choices[.quick] = [0]
        let panel = FilterPanel(
            query: query, counts: FilterCounts(of: creators), offersManaged: frame.offersManaged, hasScores: true)
        return panel.values(action: "#list", clear: "#list", in: frame).merging(["needs_script": .flag(false)])
    }

    /// An open one with its exact value, a share, a closed and a missing one.
    private var figures: [TemplateRecord] {
        guard let open = creators.first, let closed = creators.dropFirst().first, let last = creators.last else { return [] }
        return [
            FigureValues.values(of: .followers, for: open, words),
            FigureValues.values(of: .sampleFulfilmentRate, for: open, words),
            FigureValues.values(of: .gmv, for: closed, words), FigureValues.values(of: .gpmLive, for: last, words),
        ]
    }

    private var charts: [Chart] {
        guard let creator = creators.first else { return [] }
        let charts = CreatorCharts(creator: creator, history: .none, findings: nil, words: words)
        return [charts.age, charts.gender, charts.sales].compactMap { $0 } + [growth]
    }

    private var growth: Chart {
        let points = [("2026-01-05", 610.0), ("2026-03-08", 655), ("2026-05-10", 742), ("2026-07-12", 842)].compactMap {
            day, thousands in
            CalendarDate(day).map {
                LineChart.Point(date: $0, day: $0.dayNumber, value: thousands, text: "\(Int(thousands))K")
            }
        }
        return Chart(
            id: "chart-followers", title: words(.chartGrowth, ["figure": words[.followers].name]),
            description: words(.styleGuideGrowth),
            height: LineChart.height, body: LineChart.body(points, words),
            columns: [words(.columnDate), words[.followers].name],
            rows: points.map { [words.day($0.date), $0.text] })
    }
}
