import Foundation
import Marketplace
import Testing

@testable import Store

@Suite("H1: the history of a company")
struct HistoryTests {
    let scratch: Scratch
    let store: Store
    let north: Slug

    init() throws {
        scratch = try Scratch()
        store = try scratch.open()
        north = try #require(Slug("north"))
    }

    private func creators(_ query: InvitationQuery) async throws -> [String] {
        try #require(try await store.invitations(matching: query)).invitations.map(\.creator.text)
    }

    @Test("H1: an invitation opens with its message and contacts, for its company only")
    func opensAnInvitation() async throws {
        let sent = try #require(try await store.invite([try .sample()]).sent.first)
        #expect(try await store.invitation(sent.id, of: north) == sent)
        #expect(sent.message == .sample())
        #expect(try await store.invitation(sent.id, of: try #require(Slug("south"))) == nil)
        #expect(try await store.invitation(InvitationID(UUID()), of: north) == nil)
    }

    @Test("A2: no filter shows another company's invitations")
    func keepsCompaniesApart() async throws {
        try await store.invite([try .sample("mine")])
        try await store.invite([try .sample("theirs")], by: try .sample("bo@south.example", company: "south"))
        let queries = [
            InvitationQuery(company: north), InvitationQuery(company: north, text: "i"),
            InvitationQuery(company: north, from: .distantPast, until: .distantFuture),
            InvitationQuery(company: north, purpose: .partnership), InvitationQuery(company: north, market: .id),
            InvitationQuery(company: north, state: .sent),
        ]
        for query in queries { #expect(try await creators(query) == ["mine"]) }
    }

    @Test(
        "H1: search by a part of username or nickname",
        arguments: [
            ("mira", ["mira_putri"]), ("MIRA", ["mira_putri"]), ("_", ["mira_putri"]), ("%", ["percent"]),
            ("a%b", []), ("\\", ["slash"]), ("'", ["quote"]), ("ĐẶNG", ["dang"]), ("đa\u{323}\u{306}ng", ["dang"]),
            ("คนสวย", ["thai"]), ("  mira ", ["mira_putri"]), ("100", ["percent"]), ("nobody", []), ("mira putri x", []),
        ]
    )
    func findsAPartOfAName(text: String, expected: [String]) async throws {
        try await store.invite([
            try .sample("mira_putri", nickname: "Mira Putri"), try .sample("percent", nickname: "100% Real"),
            try .sample("slash", nickname: "this\\that"), try .sample("quote", nickname: "O'Neil"),
            try .sample("dang", nickname: "Đặng Thu"), try .sample("thai", nickname: "เจ๊คนสวย"),
        ])
        #expect(try await creators(InvitationQuery(company: north, text: text)) == expected)
    }

    @Test func findsEverythingByABlankTextAndNothingByAnEndlessOne() async throws {
        try await store.invite([try .sample()])
        #expect(try await creators(InvitationQuery(company: north, text: " \n")).count == 1)
        let endless = String(repeating: "%", count: 200_000)
        #expect(try await creators(InvitationQuery(company: north, text: endless)).isEmpty)
    }

    @Test("H1: filter by start, which counts, and end, which does not")
    func filtersByTime() async throws {
        for (number, name) in ["a", "b", "c"].enumerated() {
            try await store.invite([try .sample(name)], at: .sample.after(milliseconds: Int64(number)))
        }
        let second = Date.sample.after(milliseconds: 1)
        #expect(try await creators(InvitationQuery(company: north, from: second)) == ["c", "b"])
        #expect(try await creators(InvitationQuery(company: north, until: second)) == ["a"])
        let third = Date.sample.after(milliseconds: 2)
        #expect(try await creators(InvitationQuery(company: north, from: second, until: third)) == ["b"])
        #expect(try await creators(InvitationQuery(company: north, from: third, until: second)).isEmpty)
    }

    @Test("H1: switch purpose, switch market")
    func filtersByPurposeMarketAndState() async throws {
        try await store.invite([try .sample("a", market: .id)], purpose: .partnership)
        try await store.invite([try .sample("b", market: .th)], purpose: .distribution)
        #expect(try await creators(InvitationQuery(company: north, purpose: .distribution)) == ["b"])
        #expect(try await creators(InvitationQuery(company: north, market: .id)) == ["a"])
        #expect(try await creators(InvitationQuery(company: north, state: .sent)).count == 2)
        #expect(try await creators(InvitationQuery(company: north, purpose: .distribution, market: .id)).isEmpty)
    }

    // MARK: Parts of a list

    @Test("H1: newest first, in parts that miss and repeat nothing", arguments: [1, 7, 30, 31, 1000])
    func walksTheListInParts(length: Int) async throws {
        for number in 0..<3 {
            try await store.invite(
                try Recipient.many(10, prefix: "part\(number)-"), at: .sample.after(milliseconds: Int64(number)))
        }
        let all = try await store.everyInvitation(partLength: length)
        #expect(all.map(\.sent) == all.map(\.sent).sorted(by: >))
        #expect(Set(all.map(\.creator)).count == 30)
        #expect(all.count == 30)
    }

    @Test func isNotDisturbedByNewInvitations() async throws {
        try await store.invite([try .sample("a")], at: .sample)
        try await store.invite([try .sample("b")], at: .sample.after(milliseconds: 1))
        let query = InvitationQuery(company: north)
        let first = try #require(try await store.invitations(matching: query, limit: 1))
        try await store.invite([try .sample("c")], at: .sample.after(milliseconds: 2))
        let second = try #require(try await store.invitations(matching: query, after: first.next, limit: 1))
        #expect((first.invitations + second.invitations).map(\.creator.text) == ["b", "a"])
        #expect(second.next == nil)
    }

    @Test(arguments: [
        "", "x", "_", "1_", "1_x", "+1_00000000-0000-0000-0000-000000000000", "1_00000000-0000-0000-0000-00000000000G",
        "99999999999999999999_00000000-0000-0000-0000-000000000000", "01_00000000-0000-0000-0000-000000000000",
        "1_00000000-0000-0000-0000-000000000000_", "1' OR 1=1 --_00000000-0000-0000-0000-000000000000",
    ])
    func refusesAPlaceThatNoListGave(cursor: String) async throws {
        #expect(try await store.invitations(matching: InvitationQuery(company: north), after: cursor) == nil)
    }
}
