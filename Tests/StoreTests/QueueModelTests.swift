import Fixtures
import Foundation
import Marketplace
import Testing

@testable import Store

/// The limits as one would write them down: lists that are walked through.
private struct NaiveBook {
    var sent: [(creator: String, at: Date)] = []
    var queue: [String] = []
    let limits: InvitationLimits
    let calendar: Calendar

    init(limits: InvitationLimits, timeZone: TimeZone) {
        self.limits = limits
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        self.calendar = calendar
    }

    func isFull(_ now: Date) -> Bool {
        sent.filter { calendar.isDate($0.at, inSameDayAs: now) }.count >= limits.dailyCount
    }

    func cools(_ creator: String, _ now: Date) -> Bool {
        sent.contains { $0.creator == creator && now.timeIntervalSince($0.at) < limits.cooldown }
    }

    mutating func submit(_ creator: String, queues: Bool, at now: Date) -> String {
        if cools(creator, now) || isFull(now) {
            guard queues else { return "refused" }
            if !queue.contains(creator) { queue.append(creator) }
            return "queued"
        }
        sent.append((creator, now))
        queue.removeAll { $0 == creator }
        return "sent"
    }

    mutating func dispatch(at now: Date) -> [String] {
        var gone: [String] = []
        for creator in queue where !cools(creator, now) && !isFull(now) {
            sent.append((creator, now))
            gone.append(creator)
        }
        queue.removeAll(where: gone.contains)
        return gone
    }
}

@Suite("I3, I6: the store against a naive book, over days that daylight saving makes short and long")
struct QueueModelTests {
    /// Each with the weeks around a change of the clocks: an hour in London and New York, half an hour on Lord Howe; Jakarta
    /// has none.
    @Test(
        "A thousand random steps agree with it",
        arguments: [
            ("Europe/London", "2026-03-22T00:00:00Z"), ("America/New_York", "2026-10-25T00:00:00Z"),
            ("Australia/Lord_Howe", "2026-03-29T00:00:00Z"), ("Asia/Jakarta", "2026-03-22T00:00:00Z"),
        ], [UInt64(1), 2])
    func agreesWithANaiveBook(place: (zone: String, start: String), seed: UInt64) async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let limits = InvitationLimits(dailyCount: 5, cooldown: 168 * 3600)
        let timeZone = try TimeZone.named(place.zone)
        let company = try #require(Slug("north"))
        var generator = SeededGenerator(seed: seed)
        var book = NaiveBook(limits: limits, timeZone: timeZone)
        var now = try Date(place.start)
        for _ in 0..<1_000 {
            now.addTimeInterval(Double(Int.random(in: 0...7_200_000, using: &generator)) / 1000)
            now = now.roundedDownToMillisecond
            let instant = now
            let creator = "c\(Int.random(in: 0..<30, using: &generator))"
            switch Int.random(in: 0..<10, using: &generator) {
            case 0..<6:
                let queues = Bool.random(using: &generator)
                let receipt = try await store.send(
                    [InvitationDraft(.sample(), to: try .sample(creator))],
                    as: Submission(by: try .sample(), queuesRefused: queues), limits: limits, timeZone: timeZone,
                    now: { instant })
                #expect(receipt.outcomes.map(Self.name) == [book.submit(creator, queues: queues, at: now)])
            case 6..<9:
                let gone = try await store.sendQueued(
                    of: company, limits: limits, timeZone: timeZone, now: { instant }, obstacle: { _ in nil })
                #expect(gone.map(\.creator.text) == book.dispatch(at: now))
            default:
                let first = try await store.queue(of: company).first
                #expect(first?.invitation.draft.recipient.username.text == book.queue.first)
                guard let first else { continue }
                #expect(try await store.cancelQueued(first.invitation.id, of: company))
                book.queue.removeFirst()
            }
        }
        let stored = try await store.everyInvitation()
        #expect(stored.count == book.sent.count && stored.count > 100)
        #expect(
            try await store.queue(of: company).map(\.invitation.draft.recipient.username.text) == book.queue)
    }

    private static func name(_ outcome: Receipt.Outcome) -> String {
        switch outcome.result {
        case .sent: "sent"
        case .queued: "queued"
        case .refused: "refused"
        }
    }
}
