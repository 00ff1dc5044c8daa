import Foundation
import Marketplace
import Testing

@testable import Store

@Suite("A2: members")
struct MemberTests {
    let scratch: Scratch
    let store: Store

    init() throws {
        scratch = try Scratch()
        store = try scratch.open()
    }

    @Test func listsEverybodyByCompanyAndAddress() async throws {
        let members = [
            try Member.sample("zoe@north.example", role: .owner), try .sample("bo@south.example", company: "south"),
            try .sample("ana@north.example"),
        ]
        for member in members { try await store.add(member, now: .sample) }
        #expect(try await store.members() == [members[2], members[0], members[1]])
    }

    @Test func findsAMemberInAnyCase() async throws {
        let member = try Member.sample("Ana@North.example", role: .owner)
        try await store.add(member, now: .sample)
        #expect(try await store.member(email: "ANA@north.EXAMPLE") == member)
        #expect(try await store.member(email: "nobody@north.example") == nil)
    }

    @Test func refusesAnAddressThatBelongsToAMemberOfAnyCompany() async throws {
        let member = try Member.sample(role: .owner)
        try await store.add(member, now: .sample)
        for company in ["north", "south"] {
            await #expect(throws: MembershipError.alreadyMember(member)) {
                try await store.add(try .sample("ANA@north.example", company: company), now: .sample)
            }
        }
        #expect(try await store.members() == [member])
        #expect(
            MembershipError.alreadyMember(member).description
                == "ana@north.example is already an owner of north; plaza member link makes a new sign-in link, plaza member remove ends the membership"
        )
    }

    @Test(arguments: ["", "ana", "ana@", "@north.example", "ana@north", "ana b@north.example", "ana@north.example\n"])
    func refusesWhatIsNoAddress(text: String) async throws {
        await #expect(throws: MembershipError.noAddress(text)) { try await store.add(try .sample(text), now: .sample) }
    }

    @Test func addsAMemberOnceWhenManyTry() async throws {
        let added = Tally<Bool>()
        let member = try Member.sample()
        await withTaskGroup { [store] group in
            for _ in 0..<10 {
                group.addTask {
                    do {
                        try await store.add(member, now: .sample)
                        added.add([true])
                    } catch { added.add([false]) }
                }
            }
        }
        #expect(added.all.count { $0 } == 1)
    }

    @Test("A2: removing a member ends their sessions, links and tokens, and no one else's")
    func endsEveryKeyOfARemovedMember() async throws {
        let (leaver, stayer) = (try Member.sample(), try Member.sample("bo@north.example"))
        var keys: [String: (session: Secret, link: Secret, token: Secret)] = [:]
        let later = Date.sample.addingTimeInterval(60)
        for member in [leaver, stayer] {
            try await store.add(member, now: .sample)
            let used = try await store.createSignInLink(for: member.email, expires: later)
            let signIn = try #require(try await store.redeem(signInLink: used, now: { .sample }, sessionLifetime: 60))
            let link = try await store.createSignInLink(for: member.email, expires: later)
            let token = try await store.createToken(for: member.email, name: "till", now: .sample)
            keys[member.email] = (signIn.session, link, token)
        }
        #expect(try await store.removeMember(email: "ANA@north.example") == leaver)
        for (member, expected) in [(leaver, nil), (stayer, stayer)] {
            let key = try #require(keys[member.email])
            #expect(try await store.member(ofSession: key.session, now: .sample) == expected)
            #expect(try await store.member(ofSignInLink: key.link, now: .sample) == expected)
            #expect(try await store.member(ofToken: key.token) == expected)
        }
        try await store.add(leaver, now: .sample)
        let old = try #require(keys[leaver.email])
        #expect(try await store.member(ofToken: old.token) == nil, "coming back revives no key")
    }

    @Test func keepsWhatARemovedMemberSent() async throws {
        try await store.add(try .sample(), now: .sample)
        let sent = try await store.invite([try .sample()]).sent
        try await store.removeMember(email: "ana@north.example")
        #expect(try await store.everyInvitation() == sent)
    }

    @Test func doesNothingForWhomItDoesNotKnow() async throws {
        let unknown = MembershipError.unknownMember(email: "nobody@north.example")
        await #expect(throws: unknown) { try await store.removeMember(email: "Nobody@north.example") }
        await #expect(throws: unknown) { try await store.createSignInLink(for: "nobody@north.example", expires: .sample) }
        await #expect(throws: unknown) {
            try await store.createToken(for: "nobody@north.example", name: "till", now: .sample)
        }
    }
}
