import Foundation
import GRDB
import Marketplace
import Testing

@testable import Store

@Suite("I7: templates, and the lists beside them")
struct MessageTemplateTests {
    let store: Store
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        store = try scratch.open()
    }

    private func keep(_ name: String, _ text: String = "Hi {{nickname}}", id: UUID = UUID(), company: String = "north")
        async throws -> MessageTemplate?
    {
        try await store.keep(
            MessageTemplate.Content(name: name, market: .th, language: "th", text: text), as: id,
            by: try .sample("ana@\(company).example", company: company), at: .sample)
    }

    @Test func keepsOneOfAName() async throws {
        let id = UUID()
        #expect(try await keep("Warm", id: id)?.content.name == "Warm")
        #expect(try await keep("WARM") == nil)
        #expect(try await keep("warm", "Hello", id: id)?.content.text == "Hello")
        #expect(try await keep("Warm", company: "south") != nil)
        #expect(try await store.templates(of: try #require(Slug("north"))).map(\.content.name) == ["warm"])
    }

    @Test("A2: another company's template can neither be read, nor changed, nor removed")
    func keepsCompaniesApart() async throws {
        let id = UUID()
        _ = try await keep("Warm", id: id)
        let south = try #require(Slug("south"))
        #expect(try await store.template(id, of: south) == nil)
        #expect(try await store.removeTemplate(id, of: south) == false)
        _ = try await keep("Stolen", id: id, company: "south")
        #expect(try await store.template(id, of: try #require(Slug("north")))?.content.name == "Warm")
    }

    @Test func picksKeepTheirOrderAndALimit() async throws {
        let member = try Member.sample()
        let names = try ["b", "a", "B", "c"].map { try #require(Username($0)) }
        #expect(try await store.changePicks(.add, names, of: member)?.map(\.text) == ["b", "a", "c"])
        #expect(try await store.changePicks(.remove, [try #require(Username("A"))], of: member)?.map(\.text) == ["b", "c"])
        let many = try (0..<1_001).map { try #require(Username("m\($0)")) }
        #expect(try await store.changePicks(.replace, many, of: member) == nil)
        #expect(try await store.picks(of: member).count == 2)
        #expect(try await store.picks(of: try .sample("zoe@north.example")).isEmpty)
    }

    @Test func shortlistsAreOneOfAName() async throws {
        let (member, id) = (try Member.sample(), UUID())
        let creators = try [#require(Username("b")), #require(Username("a"))]
        let made = try await store.makeShortlist("Spring", creators: creators, by: member, at: .sample, id: id)
        #expect(made?.creators == creators)
        // The same request again finds what it made.
        #expect(try await store.makeShortlist("Spring", creators: [], by: member, at: .sample, id: id) == made)
        #expect(try await store.makeShortlist("SPRING", creators: [], by: member, at: .sample, id: UUID()) == nil)
        #expect(try await store.shortlist(id, of: try #require(Slug("south"))) == nil)
        #expect(try await store.changeShortlist(id, of: member.company, .remove, [creators[0]])?.creators == [creators[1]])
        #expect(try await store.removeShortlist(id, of: member.company))
        #expect(try await store.shortlists(of: member.company).isEmpty)
    }

    @Test func tagsAndNotesStayInTheCompany() async throws {
        let (member, creator) = (try Member.sample(), try #require(Username("Mira")))
        #expect(try await store.tag([creator], "Warm", isOn: true, company: member.company))
        #expect(try await store.tag([creator], "warm", isOn: true, company: member.company))
        try await store.note("Met in June", on: creator, by: member, at: .sample)
        let remarks = try await store.remarks(on: try #require(Username("mira")), of: member.company)
        #expect(remarks.tags == ["Warm"] && remarks.note?.text == "Met in June")
        let south = try #require(Slug("south"))
        #expect(try await store.remarks(on: creator, of: south) == Remarks(tags: [], note: nil))
        #expect(try await store.creators(tagged: "WARM", of: member.company) == [creator])
        #expect(try await store.tag([creator], "WARM", isOn: false, company: member.company))
        try await store.note(" ", on: creator, by: member, at: .sample)
        #expect(try await store.remarks(on: creator, of: member.company) == Remarks(tags: [], note: nil))
    }

    @Test("H2: a rate stands beside what it rests on")
    func countsRepliesByTemplate() async throws {
        let member = try Member.sample()
        let drafts = try (0..<6).map {
            InvitationDraft(.sample(), to: try .sample("c\($0)"), template: $0 < 4 ? "Warm" : nil)
        }
        let sent = try await store.send(drafts, as: Submission(by: member), timeZone: .gmt, now: { .sample }).sent
        try await store.write("answer") { db in
            try db.execute(sql: "UPDATE invitation SET state = 'interested' WHERE id = ?", arguments: [sent[0].id.text])
            try db.execute(sql: "UPDATE invitation SET state = 'declined' WHERE id = ?", arguments: [sent[1].id.text])
            try db.execute(sql: "UPDATE invitation SET state = 'seen' WHERE id = ?", arguments: [sent[2].id.text])
        }
        let rates = try await store.replyRates(by: .template, matching: InvitationQuery(company: member.company))
        #expect(rates.map(\.value) == ["Warm", nil])
        #expect(rates[0].replyCount == 2 && rates[0].sentCount == 4 && rates[0].seenCount == 3 && rates[0].rate == 0.5)
        #expect(rates[1].replyCount == 0 && rates[1].rate == 0)
    }
}
