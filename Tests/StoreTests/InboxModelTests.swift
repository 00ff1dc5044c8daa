import Fixtures
import Foundation
import Marketplace
import Testing

@testable import Store

/// Random sequences of what members, creators and the clock do, held against a model of a page's length.
@Suite("Both sides of an invitation", .serialized)
struct InboxModelTests {
    /// What must be so, in the simplest words that say it.
    private struct Model {
        var states: [InvitationID: Invitation.State] = [:]
        var sent: [InvitationID: Date] = [:]
        var companies: [InvitationID: String] = [:]
        var stoppedAll = false
        var stopped: Set<String> = []
        var showsContact: Bool?
        var last: [String: Date] = [:]
        var now: Date

        func mayInvite(_ company: String) -> InvitationRule? {
            if stoppedAll || stopped.contains(company) { return .optedOut }
            if let last = last[company], now < last + 168 * 3600 { return .creatorCooldown }
            return nil
        }
    }

    private static let companies = ["north", "south"]
    private static let expiry: TimeInterval = 10 * 86_400

    /// Sequences of each seed; of all ten seeds 10,000 in a long run.
    private static let sequenceCount = RunLength.count(1_000)

    @Test("N1-N3: no contact before interest or after a switch-off, no invitation to who stopped", arguments: 0..<10)
    func followsTheModel(seed: Int) async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        var random = SeededGenerator(seed: UInt64(seed))
        let base = try Creator.sample("mira") { $0.contacts = ContactDetails([.email: "mira@private.example"]) }
        for sequence in 0..<Self.sequenceCount {
            let creator = try #require(Username("c\(sequence)"))
            var model = Model(now: .sample)
            for _ in 0..<8 {
                try await step(&model, creator, store, &random)
                try await compare(model, creator, base, store)
            }
        }
        _ = try await store.checkLedger()
    }

    private func step(
        _ model: inout Model, _ creator: Username, _ store: Store, _ random: inout SeededGenerator
    ) async throws {
        let name = Self.companies.randomElement(using: &random) ?? "north"
        let company = try #require(Slug(name))
        let now = model.now
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1, 2:
            let member = try Member.sample("ana@\(name).example", company: name)
            let limits = InvitationLimits(dailyCount: .max, cooldown: 168 * 3600)
            let receipt = try await store.invite([.sample(creator.text)], by: member, at: now, limits: limits)
            #expect(receipt.refusals.first?.rule == model.mayInvite(name))
            for invitation in receipt.sent {
                (model.states[invitation.id], model.sent[invitation.id]) = (.sent, invitation.sent)
                (model.companies[invitation.id], model.last[name]) = (name, invitation.sent)
            }
        case 3:
            try await store.see(of: creator, now: { now })
            for (id, state) in model.states where state == .sent { model.states[id] = .seen }
        case 4, 5:
            guard let id = model.states.keys.sorted(by: { $0.text < $1.text }).randomElement(using: &random) else { return }
            let action: InboxAction = Bool.random(using: &random) ? .beInterested : .decline
            let outcome = try await store.answer(id, of: creator, with: action, now: { now })
            if model.states[id] == .expired {
                #expect(outcome == .tooLate)
            } else {
                model.states[id] = action == .beInterested ? .interested : .declined
            }
        case 6:
            let isAll = Bool.random(using: &random)
            try await store.optOut(creator, of: isAll ? nil : company, at: now)
            if isAll { model.stoppedAll = true } else { model.stopped.insert(name) }
        case 7:
            let isAll = Bool.random(using: &random)
            try await store.optIn(creator, of: isAll ? nil : company, at: now)
            if isAll { model.stoppedAll = false } else { model.stopped.remove(name) }
        case 8:
            let isOn = Bool.random(using: &random)
            try await store.keep(CreatorWish(showsContact: isOn), of: creator, at: now)
            model.showsContact = isOn
        default:
            model.now += TimeInterval([3_600, 86_400, 8 * 86_400].randomElement(using: &random) ?? 0)
            let later = model.now
            try await store.expire(after: Self.expiry, now: { later })
            for (id, state) in model.states where state == .sent || state == .seen {
                if let sent = model.sent[id], later >= sent + Self.expiry { model.states[id] = .expired }
            }
        }
    }

    private func compare(_ model: Model, _ creator: Username, _ base: Creator, _ store: Store) async throws {
        let received = try await store.received(by: creator)
        #expect(received.count == model.states.count)
        for one in received {
            let state = model.states[one.invitation.id]
            #expect(one.invitation.state == state)
            #expect((one.contacts != nil) == (state == .interested), "contacts follow interest, and nothing else")
            #expect(one.events.last.map(\.kind.rawValue) ?? "sent" == state?.rawValue)
        }
        let shown = try #require(try store.standing(of: creator).applied(to: base))
        #expect(shown.showsContact == model.showsContact ?? true)
    }
}
