import Foundation
import Marketplace
import Testing

@testable import Store

@Suite("The outbox")
struct MailTests {
    @Test("N4: of any number of takers one gets each mail, and none gets it twice")
    func givesEachMailOnce() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await store.setMailing(true, at: .sample)
        let sent = try await store.invite(Recipient.many(40)).sent.map(\.id)
        let taken = Tally<InvitationID>()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    while let mail = try await store.claimMail(now: { .sample }) {
                        taken.add([mail.invitation.id])
                        try await store.finishMail(mail.invitation.id, .sent, at: .sample)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(taken.all.count == 40 && Set(taken.all) == Set(sent))
        #expect(try await store.mail(of: sent[0])?.state == .sent)
        #expect(try await store.events(of: sent[0]).map(\.kind) == [.mailed])
    }

    @Test("N4: a refused mail comes again when it is due; one that was never finished does not")
    func triesAgainOrNever() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await store.setMailing(true, at: .sample)
        let id = try #require(try await store.invite([.sample()]).sent.first?.id)
        #expect(try await store.claimMail(now: { .sample })?.attempts == 1)
        try await store.finishMail(id, .retry(at: .sample + 60, fault: "busy"), at: .sample)
        #expect(try await store.claimMail(now: { .sample + 59 }) == nil)
        #expect(try await store.claimMail(now: { .sample + 60 })?.attempts == 2)
        #expect(try await store.claimMail(now: { .sample + 660 }) == nil)
        #expect(try await store.mail(of: id)?.state == .unclear)
    }

    @Test("N4: invitations from before the mail was set up are not mailed")
    func leavesOldInvitationsAlone() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await store.invite([.sample("old")])
        try await store.setMailing(true, at: .sample + 1)
        #expect(try await store.claimMail(now: { .sample + 2 }) == nil)
        try await store.setMailing(false, at: .sample + 3)
        try await store.invite([.sample("new")], at: .sample + 4)
        #expect(try await store.claimMail(now: { .sample + 5 }) == nil)
    }

    @Test("Retention removes what is old and answered, and nothing that a limit is decided by")
    func retains() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let day: TimeInterval = 86_400
        let first = try #require(try await store.invite([.sample("a")]).sent.first)
        try await store.invite([.sample("b")])
        _ = try await store.answer(first.id, of: first.creator, with: .decline, now: { .sample })
        let retention = Correspondence.Retention(invitations: day)
        #expect(try await store.apply(retention, now: { .sample + 7 * day }).invitations == 0)
        #expect(try await store.apply(retention, now: { .sample + 9 * day }).invitations == 1)
        #expect(try await store.everyInvitation().map(\.creator.text) == ["b"])
        #expect(try await store.checkLedger() == 1)
    }
}
