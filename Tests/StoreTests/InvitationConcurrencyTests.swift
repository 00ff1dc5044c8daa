import Foundation
import Marketplace
import Testing

@testable import Store

@Suite("I3: exact under any concurrency and across restarts")
struct InvitationConcurrencyTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    /// Runs the body in 16 tasks at once, which take turns with the stores, and collects what was sent.
    private func sent(
        through stores: [Store], _ body: @escaping @Sendable (Int, Store) async throws -> [Receipt]
    ) async throws -> [Invitation] {
        let sent = Tally<Invitation>()
        try await withThrowingTaskGroup { group in
            for number in 0..<16 {
                let store = stores[number % stores.count]
                group.addTask { sent.add(try await body(number, store).flatMap(\.sent)) }
            }
            try await group.waitForAll()
        }
        return sent.all
    }

    @Test("I3: 16 tasks invite 150 creators each: exactly 100 are sent", arguments: [1, 2])
    func sendsExactlyOneHundred(storeCount: Int) async throws {
        let stores = try (0..<storeCount).map { _ in try scratch.open() }
        let recipients = try Recipient.many(150)
        let sent = try await sent(through: stores) { number, store in
            var receipts: [Receipt] = []
            // Each begins elsewhere, ten at a time, so that they meet over creators as well as over the day.
            for part in 0..<15 {
                let start = (number * 10 + part * 10) % 150
                receipts.append(try await store.invite(Array(recipients[start..<start + 10])))
            }
            return receipts
        }
        #expect(sent.count == 100)
        #expect(Set(sent.map(\.creator)).count == 100)
        for store in stores { #expect(Set(try await store.everyInvitation()) == Set(sent)) }
    }

    @Test("I3: one creator invited 50 times at once gets one invitation", arguments: [1, 2])
    func sendsExactlyOne(storeCount: Int) async throws {
        let stores = try (0..<storeCount).map { _ in try scratch.open() }
        let recipient = try Recipient.sample()
        let sent = try await sent(through: stores) { number, store in
            var receipts: [Receipt] = []
            for _ in 0..<(number < 2 ? 4 : 3) { receipts.append(try await store.invite([recipient])) }
            return receipts
        }
        #expect(sent.count == 1)
        #expect(try await stores[0].everyInvitation() == sent)
    }

    @Test("I3: the limits hold across a restart")
    func countsWhatWasSentBeforeARestart() async throws {
        let before = try scratch.open()
        let sent = try await before.invite(try Recipient.many(99)).sent
        try before.close()
        let after = try scratch.open()
        #expect(Set(try await after.everyInvitation()) == Set(sent))
        let receipt = try await after.invite([try .sample("creator0"), try .sample("new1"), try .sample("new2")])
        #expect(receipt.outcomes.map(\.refusal?.rule) == [.creatorCooldown, nil, .dailyLimit])
    }

    @Test func givesUpWithoutATraceWhenItsTaskIsCancelled() async throws {
        let store = try scratch.open()
        let recipients = try Recipient.many(20)
        let sending = Task {
            try await store.send(
                .sample(), to: recipients, by: try .sample(), timeZone: .gmt,
                now: {
                    withUnsafeCurrentTask { $0?.cancel() }
                    return .sample
                })
        }
        await #expect(throws: CancellationError.self) { try await sending.value }
        #expect(try await store.everyInvitation().isEmpty)
    }
}
