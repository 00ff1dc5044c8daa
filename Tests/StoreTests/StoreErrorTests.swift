import Foundation
import GRDB
import Marketplace
import Testing

@testable import Store

@Suite("What the store says when it fails")
struct StoreErrorTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    @Test func saysWhatOnWhatWhyAndWhatToDo() {
        let error = StoreError(attempt: "open the store", path: "site/private/plaza.sqlite", reason: .newer, detail: "0009")
        #expect(
            error.description
                == "cannot open the store 'site/private/plaza.sqlite': it was written by a newer version of Plaza; "
                + "it was left as it is. Use that version, or restore a backup made with this one")
    }

    @Test(arguments: StoreError.Reason.allCases)
    func holdsNoDetailInWhatItPrints(reason: StoreError.Reason) {
        let error = StoreError(attempt: "open the store", path: "p", reason: reason, detail: "SELECT secret")
        #expect(!error.description.contains("SELECT"))
        #expect(error.description.hasPrefix("cannot open the store 'p': "))
    }

    @Test func refusesEveryCallAfterItIsClosed() async throws {
        let store = try scratch.open()
        try store.close()
        let read = await #expect(throws: StoreError.self) { try await store.members() }
        #expect(read?.reason == .closed)
        let write = await #expect(throws: StoreError.self) { try await store.invite([try .sample()]) }
        #expect(write?.reason == .closed)
        #expect(throws: Never.self) { try store.close() }
    }

    @Test(
        "A row that Plaza did not write is damage, and is not quoted",
        arguments: [
            "INSERT INTO member (email, company, role, added) VALUES ('ana@north.example', 'north', 'emperor', 1)",
            "INSERT INTO member (email, company, role, added) VALUES ('ana@north.example', 'No Slug', 'owner', 1)",
            "INSERT INTO member (email, company, role, added) VALUES ('ana@north.example', 'north', x'ff00ff', 1)",
        ])
    func namesAStrangeRowDamage(statement: String) async throws {
        let store = try scratch.open()
        try await store.pool.write { try $0.execute(sql: statement) }
        let error = try #require(await #expect(throws: StoreError.self) { try await store.members() })
        #expect(error.reason == .damaged)
        for text in [error.description, error.detail ?? ""] {
            for value in ["emperor", "No Slug", "ana@"] { #expect(!text.contains(value)) }
        }
    }

    @Test func keepsStoredValuesOutOfTheDetail() async throws {
        let store = try scratch.open()
        let id = InvitationID(UUID())
        let message = InvitationMessage.sample("a private word")
        let recipients = try Recipient.many(2)
        let error = try #require(
            await #expect(throws: StoreError.self) {
                try await store.send(
                    message, to: recipients, by: try .sample(), timeZone: .gmt, now: { .sample }, newID: { id })
            })
        #expect(error.reason == .unexpected)
        let detail = try #require(error.detail)
        #expect(detail.contains("UNIQUE"))
        for value in [id.text, "a private word", "ana@", "creator1"] { #expect(!detail.contains(value)) }
        #expect(try await store.everyInvitation().isEmpty, "a transaction that fails leaves nothing")
    }
}
