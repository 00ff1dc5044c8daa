import Foundation
import Marketplace
import Testing

@testable import Store

@Suite("A2: owners and the members of their company")
struct CompanyMemberTests {
    let scratch: Scratch
    let store: Store
    let owner: Member
    let ana: Member
    let stranger: Member

    init() async throws {
        scratch = try Scratch()
        store = try scratch.open()
        owner = try .sample("olga@north.example", role: .owner)
        ana = try .sample()
        stranger = try .sample("bo@south.example", company: "south", role: .owner)
        for member in [owner, ana, stranger] { try await store.add(member, now: .sample) }
    }

    @Test func listsWhoSignedInAndWhen() async throws {
        let link = try await store.createSignInLink(for: ana.email, by: owner, expires: .sample.addingTimeInterval(60))
        let later = Date.sample.after(milliseconds: 7)
        let signIn = try #require(try await store.redeem(signInLink: link, now: { later }, sessionLifetime: 60))
        _ = try await store.setPassword("nine lamps in a harbour", old: nil, in: signIn.session, client: "c", now: { later })
        let listings = try await store.memberListings(of: owner.company)
        #expect(listings.map(\.member) == [ana, owner])
        #expect(listings.map(\.signedIn) == [later, nil] && listings.map(\.hasPassword) == [true, false])
        #expect(listings.map(\.added) == [.sample, .sample])
        #expect(try await store.memberListings().map(\.member) == [ana, owner, stranger])
    }

    @Test func addsToTheOwnCompany() async throws {
        let new = try Member.sample("new@north.example")
        try await store.add(new, by: owner, now: .sample)
        #expect(try await store.member(email: new.email) == new)
        await #expect(throws: MembershipError.alreadyMember(new)) { try await store.add(new, by: owner, now: .sample) }
        await #expect(throws: MembershipError.alreadyMember(stranger)) {
            try await store.add(Member(email: stranger.email, company: owner.company, role: .member), by: owner, now: .sample)
        }
        await #expect(throws: MembershipError.noAddress("no address")) {
            try await store.add(try .sample("no address"), by: owner, now: .sample)
        }
    }

    @Test("A member of another company is as unknown as nobody")
    func keepsCompaniesApart() async throws {
        for email in [stranger.email, "nobody@north.example"] {
            let unknown = MembershipError.unknownMember(email: email)
            await #expect(throws: unknown) { try await store.changeRole(of: email, to: .member, by: owner) }
            await #expect(throws: unknown) { try await store.removeMember(email: email, by: owner) }
            await #expect(throws: unknown) {
                try await store.createSignInLink(for: email, by: owner, expires: .sample.addingTimeInterval(60))
            }
        }
        #expect(try await store.members() == [ana, owner, stranger])
    }

    @Test("Who is an owner is decided when it is done, not when it is asked")
    func obeysOwnersOnly() async throws {
        let removed = try Member.sample("gone@north.example", role: .owner)
        let demoted = Member(email: ana.email, company: ana.company, role: .owner)
        for actor in [ana, removed, demoted, Member(email: stranger.email, company: owner.company, role: .owner)] {
            let refusal = MembershipError.notAnOwner(email: actor.email)
            await #expect(throws: refusal) { try await store.add(try .sample("new@north.example"), by: actor, now: .sample) }
            await #expect(throws: refusal) { try await store.changeRole(of: ana.email, to: .owner, by: actor) }
            await #expect(throws: refusal) { try await store.removeMember(email: ana.email, by: actor) }
            await #expect(throws: refusal) {
                try await store.createSignInLink(for: owner.email, by: actor, expires: .sample.addingTimeInterval(60))
            }
        }
        #expect(try await store.members() == [ana, owner, stranger])
    }

    @Test("A company keeps an owner")
    func keepsAnOwner() async throws {
        let last = MembershipError.lastOwner(email: owner.email)
        await #expect(throws: last) { try await store.changeRole(of: owner.email, to: .member, by: owner) }
        await #expect(throws: last) { try await store.removeMember(email: owner.email, by: owner) }
        try await store.changeRole(of: owner.email, to: .owner, by: owner)
        try await store.changeRole(of: "ANA@north.example", to: .owner, by: owner)
        try await store.removeMember(email: owner.email, by: owner)
        #expect(try await store.memberListings(of: ana.company).map(\.member.role) == [.owner])
    }

    @Test("Of two owners who remove each other at once, one stays", arguments: 0..<5)
    func keepsAnOwnerForManyAtOnce(_: Int) async throws {
        try await store.changeRole(of: ana.email, to: .owner, by: owner)
        let other = Member(email: ana.email, company: ana.company, role: .owner)
        await withTaskGroup { [store, owner] group in
            for (actor, target) in [(owner, other), (other, owner)] {
                // One of the two is refused, whichever is later.
                group.addTask { try? await store.removeMember(email: target.email, by: actor) }
            }
        }
        #expect(try await store.memberListings(of: owner.company).count == 1)
    }

    @Test func removingEndsEverything() async throws {
        let link = try await store.createSignInLink(for: ana.email, by: owner, expires: .sample.addingTimeInterval(60))
        let token = try await store.createToken(for: ana.email, name: "till", now: .sample)
        try await store.removeMember(email: ana.email, by: owner)
        #expect(try await store.member(ofSignInLink: link, now: .sample) == nil)
        #expect(try await store.member(ofToken: token) == nil)
    }
}
