import Fixtures
import Foundation
import Marketplace
import Testing

@testable import Store

@Suite("Inboxes")
struct InboxTests {
    @Test("N1: a link opens its inbox, and no link that differs in a bit opens any")
    func opensWithTheWholeLinkOnly() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let key = InboxKey()
        let mira = try #require(Username("mira"))
        let token = try await store.inbox(of: mira, key: key, at: .sample)
        #expect(try await store.creator(ofInbox: token, key: key) == mira)
        #expect(try await store.creator(ofInbox: token, key: InboxKey()) == nil)
        for place in 0..<token.tag.count {
            for bit in 0..<8 {
                var tag = token.tag
                tag[place] ^= 1 << UInt8(bit)
                let other = InboxToken(selector: token.selector, tag: tag)
                #expect(try await store.creator(ofInbox: other, key: key) == nil)
            }
        }
    }

    @Test("N2: what creators switched is seen at once, whoever wrote it, also where nothing had changed for a while")
    func tellsWishesOfOthersAtOnce() async throws {
        let scratch = try Scratch()
        let (store, other) = (try scratch.open(), try scratch.open())
        let mira = try #require(Username("mira"))
        #expect(try store.currentWishes().isEmpty && other.currentWishes().isEmpty)
        for (number, writer) in [store, other, store, other, other, store].enumerated() {
            let wish = CreatorWish(showsContact: number.isMultiple(of: 2), isAuthorized: number.isMultiple(of: 3))
            try await writer.keep(wish, of: mira, at: .sample)
            for reader in [store, other] {
                #expect(try reader.currentWishes() == [mira: wish], "after \(number) writings")
                #expect(try reader.currentWishes() == [mira: wish], "asked again")
            }
        }
    }

    @Test("N1: who was invited has an inbox; revoking makes the old link useless and the new one good")
    func revokes() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let key = InboxKey()
        try await store.invite([.sample("mira")])
        let mira = try #require(Username("mira"))
        let first = try #require(try await store.inboxes(of: [mira], key: key)["mira"])
        let second = try await store.inbox(of: mira, key: key, revokes: true, at: .sample)
        #expect(first != second && first.selector == second.selector)
        #expect(try await store.creator(ofInbox: first, key: key) == nil)
        #expect(try await store.creator(ofInbox: second, key: key) == mira)
    }

    @Test("Printing a link shows nothing of it")
    func hidesItself() async throws {
        let scratch = try Scratch()
        let token = try await scratch.open().inbox(of: #require(Username("mira")), key: InboxKey(), at: .sample)
        #expect("\(token) \([token])".contains(token.selector) == false)
        #expect(InboxToken(token.text) == token)
    }

    @Test("The key's file is made once, for its owner only, and refused where others may read it")
    func keepsTheKey() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appending(path: "private/inbox.key")
        let first = try InboxKey.load(at: file).tag(selector: "a", creatorKey: "b", generation: 1)
        #expect(try InboxKey.load(at: file).tag(selector: "a", creatorKey: "b", generation: 1) == first)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
        #expect(throws: InboxKeyFailure.self) { try InboxKey.load(at: file) }
    }

    @Test("H2: every state has its time, and an expired invitation can no longer be answered")
    func expires() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let sent = try #require(try await store.invite([.sample("mira")]).sent.first)
        let mira = sent.creator
        try await store.see(of: mira, now: { .sample.after(milliseconds: 5) })
        let day: TimeInterval = 86_400
        #expect(try await store.expire(after: day, now: { .sample + day - 1 }) == 0)
        #expect(try await store.expire(after: day, now: { .sample + day }) == 1)
        #expect(try await store.answer(sent.id, of: mira, with: .beInterested, now: { .sample + day }) == .tooLate)
        let events = try await store.events(of: sent.id)
        #expect(events.map(\.kind) == [.seen, .expired])
        #expect(events.map(\.instant) == [.sample.after(milliseconds: 5), .sample + day])
    }
}
