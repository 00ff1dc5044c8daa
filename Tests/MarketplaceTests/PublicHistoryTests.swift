import Fixtures
import Testing

@testable import Marketplace

/// SPEC D3: what everyone may see of how figures changed.
@Suite struct PublicHistoryTests {
    private static func known(_ whole: Int64) -> Figure { .known(FixedDecimal(millionths: whole * 1_000_000)) }

    private static func day(_ year: Int) throws -> CalendarDate { try #require(CalendarDate(year: year, month: 6, day: 30)) }

    private static func snapshot(_ year: Int, followers: Int, gmv: Int? = nil, currency: Currency = .idr) throws -> Snapshot {
        var metrics = Metrics()
        metrics[.followers] = try .known(followers)
        if let gmv { metrics[.gmv] = try .known(gmv) }
        return Snapshot(date: try day(year), currency: currency, metrics: metrics)
    }

    @Test func pointsAreOneADayAndAscend() throws {
        var creator = try Creator.sample(followers: 300)
        creator.updated = try Self.day(2026)
        let history = PublicHistory(
            [try Self.snapshot(2025, followers: 200), try Self.snapshot(2024, followers: 100)], of: creator)
        #expect(try history.points.map(\.date) == [Self.day(2024), Self.day(2025), Self.day(2026)])
        #expect(history.points.map { $0.metrics[.followers] } == [Self.known(100), Self.known(200), Self.known(300)])
    }

    @Test func aValueThatASnapshotPutsOnAnotherDayIsNotMovedToTheRecords() throws {
        var creator = try Creator.sample(followers: 200)
        creator.updated = try Self.day(2024)
        let history = PublicHistory(
            [try Self.snapshot(2024, followers: 100), try Self.snapshot(2025, followers: 200)], of: creator)
        #expect(history.points.map { $0.metrics[.followers] } == [Self.known(100), Self.known(200)])
        #expect(history.date(of: .followers) == (try Self.day(2025)))
    }

    @Test("D2: of a creator who has not authorised their data only what stays open has a past")
    func closedFiguresHaveNoPast() throws {
        var creator = try Creator.sample(followers: 200)
        creator.isAuthorized = false
        let history = PublicHistory([try Self.snapshot(2024, followers: 200, gmv: 777)], of: creator)
        #expect(history.points.first?.metrics[.gmv] == .closed && history.date(of: .gmv) == nil)
        #expect(history.points.first?.metrics[.followers] == Self.known(200))
    }

    @Test func amountsOfTwoCurrenciesDoNotStandInOnePoint() throws {
        let first = try Self.snapshot(2024, followers: 1, gmv: 5, currency: .usd)
        let second = try Self.snapshot(2024, followers: 2, gmv: 90_000, currency: .idr)
        let point = try #require(PublicHistory([first, second], of: try .sample()).points.first)
        #expect(point.currency == .idr && point.metrics[.gmv] == Self.known(90_000))
        let plain = try Self.snapshot(2024, followers: 3, currency: .idr)
        let kept = try #require(PublicHistory([first, plain], of: try .sample()).points.first)
        #expect(kept.currency == .usd && kept.metrics[.gmv] == Self.known(5) && kept.metrics[.followers] == Self.known(3))
    }
}
