import Fixtures
import Foundation
import Marketplace
import Testing

@Suite("I3: 100 creators a day, one creator once in 168 hours")
struct InvitationLimitsTests {
    private let limits = InvitationLimits.standard
    private let now = Date(timeIntervalSince1970: 1_790_000_000)
    private var day: DateInterval { InvitationDay.containing(now, in: .gmt) }

    @Test(arguments: [(0, true), (99, true), (100, false), (101, false)])
    func allowsTheHundredthOfADay(sentToday: Int, isAllowed: Bool) {
        let refusal = limits.refusal(sentToday: sentToday, lastSent: nil, now: now, day: day)
        #expect((refusal == nil) == isAllowed)
        if !isAllowed { #expect(refusal == Refusal(rule: .dailyLimit, until: day.end)) }
    }

    private static let week: TimeInterval = 168 * 3600

    @Test(arguments: [(0, false), (week - 0.001, false), (week, true), (week + 1, true)] as [(TimeInterval, Bool)])
    func coolsDownForExactly168Hours(secondsAgo: TimeInterval, isAllowed: Bool) {
        let lastSent = now.addingTimeInterval(-secondsAgo)
        let refusal = limits.refusal(sentToday: 0, lastSent: lastSent, now: now, day: day)
        #expect((refusal == nil) == isAllowed)
        if !isAllowed { #expect(refusal?.until == lastSent.addingTimeInterval(Self.week)) }
    }

    @Test func tellsTheCooldownBeforeTheDailyLimit() {
        #expect(limits.refusal(sentToday: 100, lastSent: now, now: now, day: day)?.rule == .creatorCooldown)
    }

    @Test func anInvitationFromAClockThatWasAheadStillCoolsDown() {
        let future = now.addingTimeInterval(3600)
        #expect(
            limits.refusal(sentToday: 0, lastSent: future, now: now, day: day)?.until == future.addingTimeInterval(Self.week))
    }

    /// 29 March 2026 has 23 hours in London, 25 October 2026 has 25; Jakarta has no summer time.
    @Test(arguments: [
        ("Europe/London", "2026-03-29T12:00:00Z", "2026-03-29T00:00:00Z", 23),
        ("Europe/London", "2026-10-25T12:00:00Z", "2026-10-24T23:00:00Z", 25),
        ("Asia/Jakarta", "2026-09-30T16:59:59Z", "2026-09-29T17:00:00Z", 24),
        ("Asia/Jakarta", "2026-09-30T17:00:00Z", "2026-09-30T17:00:00Z", 24),
        ("Pacific/Kiritimati", "2026-09-30T10:00:00Z", "2026-09-30T10:00:00Z", 24),
    ])
    func aDayIsTheCalendarDayOfTheTimeZone(zone: String, instant: String, start: String, hours: Int) throws {
        let instant = try #require(Date(rfc3339: instant))
        let day = InvitationDay.containing(instant, in: try #require(TimeZone(identifier: zone)))
        #expect(day.start.rfc3339 == start)
        #expect(day.duration == Double(hours) * 3600)
    }
}
