import Foundation
import GRDB
import Marketplace
import Testing

@testable import Store

@Suite("A1: signing in")
struct SignInTests {
    let scratch: Scratch
    let store: Store
    let member: Member
    let expiry = Date.sample.after(milliseconds: 60_000)

    init() async throws {
        scratch = try Scratch()
        store = try scratch.open()
        member = try .sample(role: .owner)
        try await store.add(member, now: .sample)
    }

    private func link(expires: Date? = nil) async throws -> Secret {
        try await store.createSignInLink(for: member.email, expires: expires ?? expiry)
    }

    private func redeem(_ link: Secret, at now: Date = .sample) async throws -> SignIn? {
        try await store.redeem(signInLink: link, now: { now }, sessionLifetime: 600)
    }

    @Test("A1: a link signs in once")
    func worksOnce() async throws {
        let link = try await link()
        let signIn = try #require(try await redeem(link))
        #expect(signIn.member == member)
        #expect(signIn.expires == .sample.after(milliseconds: 600_000))
        #expect(signIn.session.kind == .session)
        #expect(try await redeem(link) == nil)
        #expect(try await store.member(ofSignInLink: link, now: .sample) == nil)
        #expect(try await store.member(ofSession: signIn.session, now: .sample) == member)
    }

    @Test("A1: of 20 attempts at once with one link, one signs in", arguments: [1, 2])
    func worksOnceForManyAtOnce(storeCount: Int) async throws {
        let link = try await link()
        let stores = try [store] + (1..<storeCount).map { _ in try scratch.open() }
        let signIns = Tally<SignIn>()
        try await withThrowingTaskGroup { group in
            for number in 0..<20 {
                let store = stores[number % storeCount]
                group.addTask {
                    let signIn = try await store.redeem(signInLink: link, now: { .sample }, sessionLifetime: 600)
                    signIns.add([signIn].compactMap { $0 })
                }
            }
            try await group.waitForAll()
        }
        #expect(signIns.all.count == 1)
    }

    @Test func showsWhoALinkIsForWithoutUsingItUp() async throws {
        let link = try await link()
        for _ in 0..<3 { #expect(try await store.member(ofSignInLink: link, now: .sample) == member) }
        #expect(try await redeem(link) != nil)
    }

    @Test func endsALinkAtItsExpiry() async throws {
        let (first, second) = (try await link(), try await link())
        let last = expiry.after(milliseconds: -1)
        #expect(try await store.member(ofSignInLink: first, now: last) == member)
        #expect(try await store.member(ofSignInLink: first, now: expiry) == nil)
        #expect(try await redeem(first, at: last) != nil)
        #expect(try await redeem(second, at: expiry) == nil)
    }

    @Test func endsASessionAtItsExpiry() async throws {
        let signIn = try #require(try await redeem(try await link()))
        let last = signIn.expires.after(milliseconds: -1)
        #expect(try await store.member(ofSession: signIn.session, now: last) == member)
        #expect(try await store.member(ofSession: signIn.session, now: signIn.expires) == nil)
    }

    @Test func endsASessionAtSignOut() async throws {
        let (one, other) = (
            try #require(try await redeem(try await link())), try #require(try await redeem(try await link()))
        )
        try await store.endSession(one.session)
        try await store.endSession(one.session)
        #expect(try await store.member(ofSession: one.session, now: .sample) == nil)
        #expect(try await store.member(ofSession: other.session, now: .sample) == member)
    }

    @Test func removesWhatHasExpiredWhenSomebodySignsIn() async throws {
        _ = try await redeem(try await link())
        _ = try await link()
        let muchLater = Date.sample.addingTimeInterval(24 * 60 * 60)
        let last = try await link(expires: muchLater.addingTimeInterval(60))
        _ = try #require(try await redeem(last, at: muchLater))
        let counts = try await store.pool.read { db in
            try ["sign_in_link", "session"].map { try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \($0)") }
        }
        #expect(counts == [0, 1])
    }

    @Test func takesNoKeyForOneOfAnotherKind() async throws {
        let (link, token) = (
            try await link(), try await store.createToken(for: member.email, name: "till", now: .sample)
        )
        let signIn = try #require(try await redeem(try await self.link()))
        for key in [link, token] { #expect(try await store.member(ofSession: key, now: .sample) == nil) }
        for key in [link, signIn.session] { #expect(try await store.member(ofToken: key) == nil) }
        for key in [signIn.session, token] {
            #expect(try await store.member(ofSignInLink: key, now: .sample) == nil)
            #expect(try await redeem(key) == nil)
        }
    }
}
