import Foundation
import Marketplace
import Testing

@testable import Store

@Suite("A1: tokens for programs")
struct TokenTests {
    let scratch: Scratch
    let store: Store
    let ana: Member
    let bo: Member

    init() async throws {
        scratch = try Scratch()
        store = try scratch.open()
        ana = try .sample()
        bo = try .sample("bo@south.example", company: "south")
        for member in [ana, bo] { try await store.add(member, now: .sample) }
    }

    @Test func actsForItsMember() async throws {
        let token = try await store.createToken(for: "ANA@north.example", name: "till", now: .sample)
        #expect(token.kind == .token)
        #expect(try await store.member(ofToken: token) == ana)
        #expect(try await store.member(ofToken: Secret(.token)) == nil)
    }

    @Test func listsAMembersTokensOldestFirst() async throws {
        try await store.createToken(for: ana.email, name: "second", now: .sample.after(milliseconds: 1))
        try await store.createToken(for: ana.email, name: "first", now: .sample)
        try await store.createToken(for: bo.email, name: "other", now: .sample)
        let tokens = try await store.tokens(of: "Ana@north.example")
        #expect(tokens.map(\.name) == ["first", "second"])
        #expect(tokens.map(\.created) == [.sample, .sample.after(milliseconds: 1)])
        #expect(tokens.allSatisfy { $0.email == ana.email })
    }

    @Test func endsWhenItsMemberRevokesIt() async throws {
        let token = try await store.createToken(for: ana.email, name: "till", now: .sample)
        let other = try await store.createToken(for: ana.email, name: "till", now: .sample.after(milliseconds: 1))
        let id = try #require(try await store.tokens(of: ana.email).first).id
        #expect(try await store.revokeToken(id: id, of: bo.email) == false)
        #expect(try await store.member(ofToken: token) == ana)
        #expect(try await store.revokeToken(id: id, of: ana.email))
        #expect(try await store.member(ofToken: token) == nil)
        #expect(try await store.member(ofToken: other) == ana)
        #expect(try await store.revokeToken(id: id, of: ana.email) == false)
    }
}
