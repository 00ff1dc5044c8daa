import Foundation
import Marketplace
import Testing

@testable import Store

@Suite("K3: each reveal is logged: who, whose, when")
struct RevealTests {
    let scratch: Scratch
    let store: Store
    let north: Slug
    let mira: Username

    init() throws {
        scratch = try Scratch()
        store = try scratch.open()
        north = try #require(Slug("north"))
        mira = try #require(Username("Mira"))
    }

    @Test("K3: a reveal holds who, whose, when and which channels, newest first")
    func listsRevealsNewestFirst() async throws {
        let (ana, bo) = (try Member.sample(), try Member.sample("bo@north.example"))
        try await store.recordReveal(of: mira, channels: [.whatsapp, .email], to: ana, at: .sample)
        try await store.recordReveal(of: mira, channels: [], to: bo, at: .sample.after(milliseconds: 1))
        let reveals = try await store.reveals(of: north)
        #expect(reveals.map(\.member) == ["bo@north.example", "ana@north.example"])
        #expect(reveals.map(\.revealed) == [.sample.after(milliseconds: 1), .sample])
        #expect(reveals.map(\.channels) == [[], [.whatsapp, .email]])
        #expect(reveals.allSatisfy { $0.creator == mira && $0.company == north })
        #expect(try await store.reveals(of: north, limit: 1) == [reveals[0]])
    }

    @Test("K3: a company sees its own reveals only; of one creator in any case")
    func keepsCompaniesAndCreatorsApart() async throws {
        let other = try #require(Username("rani"))
        let south = try Member.sample("cy@south.example", company: "south")
        try await store.recordReveal(of: mira, channels: [.email], to: south, at: .sample)
        try await store.recordReveal(of: mira, channels: [.email], to: try .sample(), at: .sample)
        try await store.recordReveal(of: other, channels: [.email], to: try .sample(), at: .sample)
        #expect(try await store.reveals(of: north).count == 2)
        let loudMira = try #require(Username("MIRA"))
        let found = try await store.reveals(of: north, creator: loudMira)
        #expect(found.map(\.creator) == [mira])
        #expect(found.map(\.member) == ["ana@north.example"])
    }
}
