import Fixtures
import Foundation
import GRDB
import Marketplace
import Testing

@testable import Store

@Suite("I3: the limits of a company")
struct InvitationLimitTests {
    let scratch: Scratch
    let store: Store

    init() throws {
        scratch = try Scratch()
        store = try scratch.open()
    }

    // MARK: One hundred a day

    @Test("I3: 100 creators a day, over both roles together")
    func sendsOneHundredADayOverBothPurposes() async throws {
        let first = try await store.invite(try Recipient.many(60, prefix: "a"), purpose: .partnership)
        let second = try await store.invite(try Recipient.many(60, prefix: "b"), purpose: .distribution)
        #expect(first.sent.count == 60)
        #expect(first.quota == InvitationQuota(limit: 100, used: 60, resets: try Date("2026-03-11T00:00:00Z")))
        #expect(second.sent.count == 40)
        #expect(second.quota.used == 100)
        let refusal = Refusal(rule: .dailyLimit, until: try Date("2026-03-11T00:00:00Z"))
        #expect(second.refusals == Array(repeating: refusal, count: 20))
        #expect(second.outcomes.map(\.username.text) == (0..<60).map { "b\($0)" })
        #expect(try await store.everyInvitation().count == 100)
    }

    @Test("I3: companies do not share a limit")
    func countsEachCompanyAlone() async throws {
        let south = try Member.sample("bo@south.example", company: "south")
        #expect(try await store.invite(try Recipient.many(101)).sent.count == 100)
        #expect(try await store.invite(try Recipient.many(101), by: south).sent.count == 100)
    }

    @Test("I3: members of one company share its limit")
    func countsTheMembersOfACompanyTogether() async throws {
        let colleague = try Member.sample("cy@north.example")
        try await store.invite(try Recipient.many(100))
        let receipt = try await store.invite([try .sample()], by: colleague)
        #expect(receipt.refusals.map(\.rule) == [.dailyLimit])
    }

    /// Start and end of each day were worked out by hand from the rules of the zone.
    @Test(
        "I3: a day is a calendar day of the company's time zone",
        arguments: [
            ("Etc/UTC", "2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z"),
            ("Asia/Jakarta", "2026-03-09T17:00:00Z", "2026-03-10T17:00:00Z"),
            ("Asia/Ho_Chi_Minh", "2026-12-30T17:00:00Z", "2026-12-31T17:00:00Z"),
            // Summer time begins, a day of 23 hours, and ends, one of 25.
            ("Europe/London", "2026-03-29T00:00:00Z", "2026-03-29T23:00:00Z"),
            ("Europe/London", "2026-10-24T23:00:00Z", "2026-10-26T00:00:00Z"),
            // Here the change came at midnight: a day that began at one o'clock, and one whose last hour came twice.
            ("America/Sao_Paulo", "2018-11-04T03:00:00Z", "2018-11-05T02:00:00Z"),
            ("America/Sao_Paulo", "2018-02-17T02:00:00Z", "2018-02-18T03:00:00Z"),
        ]
    )
    func countsTheCalendarDayOfTheTimeZone(zone: String, start: String, end: String) async throws {
        let (timeZone, start, end) = (try TimeZone.named(zone), try Date(start), try Date(end))
        func invite(_ prefix: String, _ count: Int, at now: Date) async throws -> Receipt {
            try await store.invite(try Recipient.many(count, prefix: prefix), at: now, timeZone: timeZone)
        }
        let eve = try await invite("eve", 1, at: start.after(milliseconds: -1))
        #expect(eve.quota == InvitationQuota(limit: 100, used: 1, resets: start))
        #expect(try await invite("first", 99, at: start).quota == InvitationQuota(limit: 100, used: 99, resets: end))
        let last = try await invite("last", 2, at: end.after(milliseconds: -1))
        #expect(last.sent.count == 1)
        #expect(last.refusals == [Refusal(rule: .dailyLimit, until: end)])
        let next = try await invite("next", 1, at: end)
        #expect(next.sent.count == 1)
        #expect(next.quota.used == 1)
    }

    @Test func givesNothingAwayWhenTheClockIsSetBack() async throws {
        try await store.invite(try Recipient.many(100), at: .sample)
        let earlier = try await store.invite([try .sample()], at: .sample.addingTimeInterval(-60 * 60))
        #expect(earlier.refusals.map(\.rule) == [.dailyLimit])
    }

    // MARK: Once in seven days

    @Test("I3: one creator once in 168 hours, to the millisecond", arguments: [1, 2, 3] as [UInt64])
    func refusesASecondInvitationWithin168Hours(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        for number in 0..<60 {
            let recipient = [try Recipient.sample("creator\(number)")]
            // Any millisecond of the years 2020 to 2050.
            let sent = Date(milliseconds: Int64.random(in: 1_577_836_800_000..<2_524_608_000_000, using: &generator))
            let end = sent.after(milliseconds: 168 * 60 * 60 * 1000)
            #expect(try await store.invite(recipient, at: sent).sent.map(\.sent) == [sent])
            let early = try await store.invite(recipient, at: end.after(milliseconds: -1))
            #expect(early.refusals == [Refusal(rule: .creatorCooldown, until: end)])
            #expect(try await store.invite(recipient, at: end).sent.count == 1)
        }
    }

    @Test("I3: the cooldown holds for both roles, whatever the case of the name")
    func coolsDownOverBothPurposesAndAnySpelling() async throws {
        try await store.invite([try .sample("Mira.Putri")], purpose: .partnership)
        let again = try await store.invite([try .sample("mira.putri")], purpose: .distribution)
        #expect(again.refusals.map(\.rule) == [.creatorCooldown])
    }

    @Test func invitesACreatorOnceWhoIsNamedTwice() async throws {
        let receipt = try await store.invite([try .sample("mira"), try .sample("MIRA")])
        #expect(receipt.sent.count == 1)
        #expect(receipt.refusals.map(\.rule) == [.creatorCooldown])
        #expect(receipt.quota.used == 1)
    }

    @Test func coolsDownForOneCompanyOnly() async throws {
        try await store.invite([try .sample()])
        let other = try await store.invite([try .sample()], by: try .sample("bo@south.example", company: "south"))
        #expect(other.sent.count == 1)
    }

    @Test func tellsTheCooldownBeforeTheDailyLimit() async throws {
        try await store.invite(try Recipient.many(100))
        let again = try await store.invite(try Recipient.many(1))
        #expect(again.refusals.map(\.rule) == [.creatorCooldown])
    }

    @Test func coolsDownFromAnInstantThatLiesAhead() async throws {
        try await store.invite([try .sample()], at: .sample)
        let earlier = try await store.invite([try .sample()], at: .sample.addingTimeInterval(-3 * 24 * 60 * 60))
        #expect(earlier.refusals == [Refusal(rule: .creatorCooldown, until: .sample.addingTimeInterval(168 * 60 * 60))])
    }

    // MARK: The record

    @Test func storesNothingOfWhatIsRefused() async throws {
        let none = InvitationLimits(dailyCount: 0, cooldown: 0)
        #expect(try await store.invite([try .sample()], limits: none).sent.isEmpty)
        #expect(try await store.everyInvitation().isEmpty)
        #expect(try await store.pool.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM message") } == 0)
    }

    @Test func givesBackExactlyWhatItSent() async throws {
        let instant = Date(timeIntervalSince1970: 1_773_180_000.123_999)
        let sent = try #require(try await store.invite([try .sample(nickname: "Mira ✨ ไทย")], at: instant).sent.first)
        #expect(sent.sent.milliseconds == 1_773_180_000_123)
        #expect(try await store.everyInvitation() == [sent])
    }

    @Test func readsTheClockWhileItHoldsTheWriteLock() async throws {
        let file = scratch.file.path
        let isLocked = Tally<Bool>()
        _ = try await store.send(
            .sample(), to: [try .sample()], by: try .sample(), timeZone: .gmt,
            now: {
                let outcome = Result {
                    try DatabaseQueue(path: file).inDatabase { try $0.inTransaction(.immediate) { .rollback } }
                }
                if case .failure(DatabaseError.SQLITE_BUSY) = outcome { isLocked.add([true]) } else { isLocked.add([false]) }
                return .sample
            })
        #expect(isLocked.all == [true])
    }

    @Test func tellsTheQuotaWithoutSending() async throws {
        let north = try #require(Slug("north"))
        try await store.invite(try Recipient.many(3))
        let quota = try await store.quota(of: north, timeZone: try .named("Asia/Jakarta"), now: .sample)
        #expect(quota == InvitationQuota(limit: 100, used: 3, resets: try Date("2026-03-11T17:00:00Z")))
    }
}
