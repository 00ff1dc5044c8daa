import Foundation
import GRDB
import Marketplace
import Testing

@testable import Store

@Suite("I6: what a limit forbids waits, and leaves by itself")
struct QueueTests {
    let store: Store
    private let scratch: Scratch
    private let company: Slug
    private let limits = InvitationLimits(dailyCount: 2, cooldown: 168 * 3600)

    init() throws {
        scratch = try Scratch()
        store = try scratch.open()
        company = try #require(Slug("north"))
    }

    @discardableResult
    private func submit(
        _ names: [String], at now: Date = .sample, key: String? = nil, queues: Bool = true
    ) async throws -> [Receipt.Result] {
        let drafts = try names.map { InvitationDraft(.sample(), to: try .sample($0)) }
        let submission = Submission(by: try .sample(), key: key, queuesRefused: queues)
        let receipt = try await store.send(drafts, as: submission, limits: limits, timeZone: .gmt, now: { now })
        return receipt.outcomes.map(\.result)
    }

    private func dispatch(
        at now: Date, obstacle: @escaping @Sendable (QueuedInvitation) -> InvitationRule? = { _ in nil }
    ) async throws -> [String] {
        try await store.sendQueued(of: company, limits: limits, timeZone: .gmt, now: { now }, obstacle: obstacle)
            .map(\.creator.text)
    }

    private func waiting() async throws -> [String] {
        try await store.queue(of: company).map(\.invitation.draft.recipient.username.text)
    }

    private func place(of name: String) async throws -> InvitationID {
        let place = try await store.queue(of: company).first { $0.invitation.draft.recipient.username.text == name }
        return try #require(place).invitation.id
    }

    @Test func leavesInItsOrderOnTheNextDays() async throws {
        let results = try await submit(["a", "b", "c", "d", "e"])
        #expect(results.compactMap { if case .queued(let waiting) = $0 { waiting } else { nil } }.count == 3)
        #expect(try await waiting() == ["c", "d", "e"])
        #expect(try await dispatch(at: .sample) == [])
        #expect(try await dispatch(at: .sample.addingTimeInterval(86_400)) == ["c", "d"])
        #expect(try await dispatch(at: .sample.addingTimeInterval(2 * 86_400)) == ["e"])
        #expect(try await waiting() == [])
    }

    @Test func keepsItsKeyWhenItIsSent() async throws {
        try await submit(["a", "b", "c"])
        let id = try await place(of: "c")
        _ = try await dispatch(at: .sample.addingTimeInterval(86_400))
        #expect(try await store.invitation(id, of: company)?.creator.text == "c")
    }

    @Test func letsThoseBehindPassWhileOneCoolsDown() async throws {
        try await submit(["a"])
        let later = Date.sample.addingTimeInterval(86_400)
        try await submit(["a", "b", "c", "d"], at: later)
        #expect(try await waiting() == ["a", "d"])
        #expect(try await dispatch(at: later.addingTimeInterval(86_400)) == ["d"])
        let free = Date.sample.addingTimeInterval(168 * 3600)
        #expect(try await dispatch(at: free.addingTimeInterval(-0.001)) == [])
        #expect(try await dispatch(at: free) == ["a"])
    }

    @Test func movesAndCancels() async throws {
        try await submit(["a", "b", "c", "d", "e", "f"])
        #expect(try await store.moveQueued(place(of: "f"), of: company, to: .first))
        #expect(try await store.moveQueued(place(of: "c"), of: company, to: .later))
        #expect(try await store.moveQueued(place(of: "e"), of: company, to: .earlier))
        #expect(try await waiting() == ["f", "d", "e", "c"])
        #expect(try await store.moveQueued(place(of: "f"), of: company, to: .last))
        let gone = try await place(of: "e")
        #expect(try await store.cancelQueued(gone, of: company))
        #expect(try await store.cancelQueued(gone, of: company) == false)
        #expect(try await waiting() == ["d", "c", "f"])
    }

    @Test("A2: another company can neither cancel nor move it")
    func keepsCompaniesApart() async throws {
        try await submit(["a", "b", "c"])
        let other = try #require(Slug("south"))
        let id = try await place(of: "c")
        #expect(try await store.cancelQueued(id, of: other) == false)
        #expect(try await store.moveQueued(id, of: other, to: .first) == false)
        #expect(try await store.queue(of: other).isEmpty)
        #expect(try await waiting() == ["c"])
    }

    @Test func holdsWhatHasAnObstacleAndTriesAgain() async throws {
        try await submit(["a", "b", "c"])
        let nextDay = Date.sample.addingTimeInterval(86_400)
        #expect(try await dispatch(at: nextDay, obstacle: { _ in .notListed }) == [])
        #expect(try await store.queue(of: company).first?.invitation.obstacle == .notListed)
        #expect(try await dispatch(at: nextDay) == ["c"])
    }

    @Test("N3: who stopped invitations gets none, and nothing waits for them", arguments: [true, false])
    func optingOutEmptiesTheQueue(ofAll: Bool) async throws {
        try await submit(["a", "b", "c"])
        let creator = try #require(Username("C"))
        try await store.optOut(creator, of: ofAll ? nil : company, at: .sample)
        #expect(try await waiting() == [])
        let nextDay = Date.sample.addingTimeInterval(86_400)
        #expect(try await submit(["c"], at: nextDay) == [.refused(Refusal(rule: .optedOut))])
        try await store.optIn(creator, of: ofAll ? nil : company, at: .sample)
        #expect(try await submit(["c"], at: nextDay).first.map { if case .sent = $0 { true } else { false } } == true)
    }

    @Test func aCreatorWaitsOnceOnly() async throws {
        try await submit(["a", "b", "c"])
        let again = try await submit(["C"])
        guard case .queued(let waiting) = again[0] else {
            Issue.record("it waits")
            return
        }
        #expect(waiting.draft.recipient.username.text == "c")
        #expect(try await self.waiting() == ["c"])
    }

    @Test func anotherMessageDoesNotTakeThePlaceOfOneThatWaits() async throws {
        try await submit(["a", "b", "c"])
        let drafts = [InvitationDraft(.sample("Other words"), to: try .sample("c"))]
        let receipt = try await store.send(
            drafts, as: Submission(by: try .sample(), queuesRefused: true), limits: limits, timeZone: .gmt, now: { .sample })
        #expect(receipt.refusals == [Refusal(rule: .alreadyQueued)])
        #expect(try await store.queue(of: company).map(\.invitation.draft.message.text) == ["Join us."])
    }

    @Test func aKeyThatComesWithOtherWordsIsAConflict() async throws {
        try await submit(["a"], key: "k1")
        let drafts = [InvitationDraft(.sample("Other words"), to: try .sample("a"))]
        await #expect(throws: SubmissionConflict.self) {
            try await store.send(
                drafts, as: Submission(by: try .sample(), key: "k1"), limits: limits, timeZone: .gmt, now: { .sample })
        }
    }

    @Test func whatWaitsInARemovedMembersNameDoesNotLeave() async throws {
        let member = try Member.sample()
        try await store.add(member, now: .sample)
        try await submit(["a", "b", "c"])
        try await store.removeMember(email: member.email)
        #expect(try await waiting() == [])
    }

    @Test func whatWasSentDirectlyWaitsNoLonger() async throws {
        try await submit(["a", "b", "c"])
        try await submit(["c"], at: .sample.addingTimeInterval(86_400))
        #expect(try await waiting() == [])
    }

    @Test("A request that is repeated with its key sends nothing twice, and is told the same")
    func findsARepeatedRequestAgain() async throws {
        let first = try await submit(["a", "b", "c"], key: "k1")
        #expect(try await submit(["a", "b", "c"], key: "k1") == first)
        // Beyond every limit it is still known.
        let muchLater = Date.sample.addingTimeInterval(30 * 86_400)
        #expect(try await dispatch(at: muchLater) == ["c"])
        let afterwards = try await submit(["a", "b", "c"], at: muchLater.addingTimeInterval(30 * 86_400), key: "k1")
        #expect(afterwards[0] == first[0] && afterwards[1] == first[1])
        #expect(try await store.everyInvitation().count == 3)
        try await submit(["a"], at: muchLater.addingTimeInterval(30 * 86_400), key: "k2")
        #expect(try await store.everyInvitation().count == 4)
    }

    @Test func twoServersSendEachOnce() async throws {
        try await submit((0..<40).map { "c\($0)" })
        let other = try scratch.open()
        let (stores, limits, company) = ([store, other], limits, company)
        for day in 1...25 {
            let now = Date.sample.addingTimeInterval(Double(day) * 86_400)
            try await withThrowingTaskGroup { group in
                for number in 0..<8 {
                    group.addTask {
                        _ = try await stores[number % 2].sendQueued(
                            of: company, limits: limits, timeZone: .gmt, now: { now }, obstacle: { _ in nil })
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await store.everyInvitation().count == min(40, 2 + day * 2))
        }
    }

    @Test func leavesNoMessageBehindThatNothingRefersTo() async throws {
        try await submit(["a", "b"])
        let drafts = [InvitationDraft(.sample("For c alone"), to: try .sample("c"))]
        let submission = Submission(by: try .sample(), queuesRefused: true)
        _ = try await store.send(drafts, as: submission, limits: limits, timeZone: .gmt, now: { .sample })
        #expect(try await store.cancelQueued(place(of: "c"), of: company))
        let bodies = try await store.read("look") { try String.fetchAll($0, sql: "SELECT body FROM message") }
        #expect(bodies == ["Join us."])
    }
}
