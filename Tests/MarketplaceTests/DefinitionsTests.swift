import Fixtures
import Testing

@testable import Marketplace

/// SPEC D4, against tables that were computed by hand.
@Suite struct DefinitionsTests {
    private static func number(_ text: String) throws -> FixedDecimal { try #require(FixedDecimal(text)) }

    private static func creator(_ name: String, market: Market = .id, _ figures: [Metric: String]) throws -> Creator {
        var creator = try Creator.sample(name, market: market)
        for (metric, text) in figures { creator.metrics[metric] = .known(try number(text)) }
        return creator
    }

    private static func statistics(
        _ creators: [Creator], market: Market = .id, _ definitions: Definitions = .standard
    ) -> MarketStatistics {
        MarketStatistics(market: market, creators: creators, definitions: definitions)
    }

    // MARK: Ranks, quantiles, deviations

    /// Of 1, 2, 2, 5: (below + half of those equal) ÷ 4.
    @Test(arguments: [("1", 0.125), ("2", 0.5), ("5", 0.875)])
    func percentileRankCountsHalfOfThoseEqual(value: String, share: Double) throws {
        let values = RankedValues(try ["5", "2", "1", "2"].map(Self.number))
        #expect(values.rank(of: try Self.number(value))?.share == share)
    }

    @Test func theOnlyOneStandsInTheMiddle() throws {
        #expect(RankedValues([try Self.number("7")]).rank(of: try Self.number("7"))?.share == 0.5)
        #expect(RankedValues([]).rank(of: try Self.number("7")) == nil)
    }

    /// The ⌈0.75 n⌉-th smallest: of 1 the 1st, of 4 the 3rd, of 5 the 4th, of 8 the 6th.
    @Test(arguments: [(1, "1"), (4, "3"), (5, "4"), (8, "6")])
    func theUpperQuartileIsOneOfTheValues(count: Int, quartile: String) throws {
        let values = RankedValues(try (1...count).reversed().map { try Self.number(String($0)) })
        #expect(values.quantile(try Self.number("0.75")) == (try Self.number(quartile)))
    }

    /// 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares of the distances 9+1+1+1+0+0+4+16 = 32, 32 ÷ 8 = 4, deviation 2.
    @Test func theDeviationIsThatOfThePopulation() throws {
        let values = RankedValues(try ["2", "4", "4", "4", "5", "5", "7", "9"].map(Self.number))
        #expect(values.meanAndDeviation?.mean == 5 && values.meanAndDeviation?.deviation == 2)
    }

    // MARK: Score

    private static let full: [Metric: String] = [
        .gmv: "300", .videoViewsAverage: "30", .completionRate: "0.3", .videos: "3", .lives: "3",
        .liveViewersAverage: "3", .liveViewSecondsAverage: "3",
    ]

    /// Three creators, the best in everything: each rank is (2 + ½) ÷ 3 = 5⁄6, so the score is 83.333333.
    @Test func theScoreIsTheWeightedMeanOfRanks() throws {
        let creators = try ["1", "2", "3"].enumerated().map { index, _ in
            try Self.creator("c\(index)", Self.full.mapValues { $0.replacing("3", with: String(index + 1)) })
        }
        let market = Self.statistics(creators)
        #expect(market.score(of: creators[2]).outcome == .computed(try Self.number("83.333333")))
        #expect(market.score(of: creators[1]).outcome == .computed(try Self.number("50")))
        #expect(market.score(of: creators[0]).outcome == .computed(try Self.number("16.666667")))
    }

    /// Two creators; GMV: b above (¾), views: b below (¼), videos and lives equal (½). Known weights .30 .15 .10 .10 = .65:
    /// (.30×.75 + .15×.25 + .10×.5 + .10×.5) ÷ .65 = .3625 ÷ .65 = 0.55769230…
    @Test func weightsAreRescaledOverTheKnownInputs() throws {
        let a = try Self.creator("a", [.gmv: "1", .videoViewsAverage: "9", .videos: "4", .lives: "4"])
        let b = try Self.creator("b", [.gmv: "2", .videoViewsAverage: "5", .videos: "4", .lives: "4"])
        let finding = Self.statistics([a, b]).score(of: b)
        #expect(finding.outcome == .computed(try Self.number("55.769231")))
        #expect(finding.inputs.count { $0.rank != nil } == 4 && finding.inputs.count == 7)
    }

    @Test(arguments: [
        [Metric.gmv: "1", .videos: "1", .lives: "1"],
        [.videoViewsAverage: "1", .completionRate: "0.1", .videos: "1", .lives: "1", .liveViewersAverage: "1"],
        [:],
    ])
    func thereIsNoScoreUnlessGMVAndThreeMoreAreKnown(_ figures: [Metric: String]) throws {
        let creator = try Self.creator("a", figures)
        #expect(Self.statistics([creator]).score(of: creator).outcome == .tooFewInputs)
    }

    @Test func scoresAreComputedInTheConfiguredMarketsOnly() throws {
        let creator = try Self.creator("a", market: .th, Self.full)
        #expect(Self.statistics([creator], market: .th).score(of: creator).outcome == .notOffered)
        let definitions = Definitions(scoreMarkets: [.th])
        #expect(Self.statistics([creator], market: .th, definitions).score(of: creator).value == (try Self.number("50")))
    }

    @Test func aStatedScoreWins() throws {
        var creator = try Self.creator("a", Self.full)
        creator.metrics[.score] = .known(try Self.number("12.5"))
        let market = Self.statistics([creator])
        #expect(market.score(of: creator).outcome == .stated(try Self.number("12.5")))
        #expect(market.computedFigures(for: creator).score == nil)
        #expect(PublicCreator(creator).metrics[.score] == .known(try Self.number("12.5")))
    }

    @Test func closedCreatorsAreInNoStatisticAndHaveNoFindings() throws {
        var closed = try Self.creator("closed", Self.full.merging([.sampleFulfilmentRate: "0.1"]) { $1 })
        closed.isAuthorized = false
        closed.statedLabels[.quickToRespond] = true
        let open = try Self.creator("open", Self.full)
        let market = Self.statistics([closed, open])
        #expect(market.rank(of: .gmv, in: open.metrics, currency: .idr)?.count == 1)
        #expect(market.reliable.count == 0 && market.frequent.count == 1)
        #expect(market.score(of: closed) == ScoreFinding(outcome: .closed, inputs: []))
        #expect(market.finding(of: .quickToRespond, for: closed).state == .closed)
        #expect(market.findings(for: closed).positions.allSatisfy { $0.figure == .closed && $0.rank == nil })
        #expect(market.computedFigures(for: closed) == ComputedFigures())
    }

    @Test func amountsInAnotherCurrencyAreNotCompared() throws {
        var dollars = try Self.creator("d", Self.full)
        dollars.currency = .usd
        let rupiah = try ["a", "b"].map { try Self.creator($0, Self.full) }
        let market = Self.statistics(rupiah + [dollars])
        #expect(market.currency == .idr)
        #expect(market.rank(of: .gmv, in: rupiah[0].metrics, currency: .idr)?.count == 2)
        #expect(market.rank(of: .gmv, in: dollars.metrics, currency: .usd) == nil)
        #expect(market.rank(of: .videos, in: dollars.metrics, currency: .usd)?.count == 3)
        #expect(market.score(of: dollars).outcome == .tooFewInputs)
        #expect(Self.statistics([dollars]).currency == .usd)
    }

    // MARK: Labels and type

    @Test(arguments: [("24", WorkingLabel.State.yes), ("24.000001", .no), ("0", .yes)])
    func quickMeansWithin24Hours(hours: String, state: WorkingLabel.State) throws {
        let creator = try Self.creator("a", [.responseHours: hours])
        #expect(Self.statistics([creator]).finding(of: .quickToRespond, for: creator).state == state)
    }

    /// Alone the market's quartile is the creator's own count, so 12 decides; among 4, 8, 20, 20 the third is 20.
    @Test func frequentMeansTwelveOrTheUpperQuartile() throws {
        func state(_ videos: String, _ lives: String, among others: [String] = []) throws -> WorkingLabel.State {
            let creator = try Self.creator("a", [.videos: videos, .lives: lives])
            let rest = try others.enumerated().map { try Self.creator("o\($0.offset)", [.videos: $0.element, .lives: "0"]) }
            return Self.statistics([creator] + rest).finding(of: .postsFrequently, for: creator).state
        }
        #expect(try state("6", "6") == .yes)
        #expect(try state("6", "5") == .no)
        #expect(try state("10", "9", among: ["4", "20", "20"]) == .no)
        #expect(try state("10", "10", among: ["4", "8", "20"]) == .yes)
        let unknown = try Self.creator("u", [.videos: "90"])
        #expect(Self.statistics([unknown]).finding(of: .postsFrequently, for: unknown).state == .missing)
    }

    /// 0.9 and 0.5: mean 0.7, deviation 0.2, 0.7 + 0.1 = 0.8: the threshold is 0.8. With 1 and 0.9: 0.95 + 0.025 = 0.975.
    @Test func reliableMeansTheLargerThreshold() throws {
        let low = try ["0.9", "0.5"].enumerated().map { try Self.creator("c\($0.offset)", [.sampleFulfilmentRate: $0.element]) }
        #expect(Self.statistics(low).reliable.value == (try Self.number("0.8")))
        #expect(Self.statistics(low).finding(of: .reliableWithSamples, for: low[0]).state == .yes)
        let high = try ["1", "0.9"].enumerated().map { try Self.creator("c\($0.offset)", [.sampleFulfilmentRate: $0.element]) }
        #expect(Self.statistics(high).reliable.value == (try Self.number("0.975")))
        #expect(Self.statistics(high).finding(of: .reliableWithSamples, for: high[1]).state == .no)
    }

    @Test func aStatedFlagWinsAndSaysSo() throws {
        var creator = try Self.creator("a", [.responseHours: "1"])
        creator.statedLabels[.quickToRespond] = false
        let finding = Self.statistics([creator]).finding(of: .quickToRespond, for: creator)
        #expect(finding.state == .no && finding.origin == .stated)
        creator.computed = Self.statistics([creator]).computedFigures(for: creator)
        #expect(PublicCreator(creator).labels[.quickToRespond] == .no)
    }

    @Test(
        arguments: [
            ("2", "2", .known(.video)), ("1", "2", .known(.live)), ("0", "0", .known(.video)), ("1", nil, .missing),
        ] as [(String, String?, ContentType.Finding)])
    func theTypeIsTheLargerOfVideoAndLive(video: String, live: String?, finding: ContentType.Finding) throws {
        var metrics = Metrics()
        metrics[.gmvVideo] = .known(try Self.number(video))
        if let live { metrics[.gmvLive] = .known(try Self.number(live)) }
        #expect(ContentType.finding(in: metrics) == finding)
        metrics[.gmvLive] = .closed
        #expect(ContentType.finding(in: metrics) == .closed)
    }

    @Test func computedFiguresSurviveTheDirectory() throws {
        var creator = try Self.creator("a", Self.full.merging([.responseHours: "3"]) { $1 })
        creator.computed = Self.statistics([creator]).computedFigures(for: creator)
        #expect(creator.computed.score == (try Self.number("50")) && creator.computed.labels[.quickToRespond] == true)
        let directory = CreatorDirectory(CreatorDirectory.contents(of: [creator]))
        #expect(try directory.creator(try .sample("a")) == creator)
    }
}
