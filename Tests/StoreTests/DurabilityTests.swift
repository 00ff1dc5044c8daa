import Foundation
import GRDB
import Marketplace
import Testing

@testable import Store

@Suite("What was acknowledged is never lost")
struct DurabilityTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    /// The main file and the log as a loss of power leaves them: the log cut after `logLength` bytes.
    private func copyAsCut(logLength: Int? = nil) throws -> URL {
        let copy = scratch.folder.appendingPathComponent("copy.sqlite")
        let log = try Data(contentsOf: URL(fileURLWithPath: scratch.file.path + "-wal"))
        try Data(contentsOf: scratch.file).write(to: copy)
        try log.prefix(logLength ?? log.count).write(to: URL(fileURLWithPath: copy.path + "-wal"))
        return copy
    }

    private var logLength: Int {
        get throws { try Data(contentsOf: URL(fileURLWithPath: scratch.file.path + "-wal")).count }
    }

    @Test("I3: a store that was killed has every acknowledged invitation, and still its limits")
    func keepsAcknowledgedInvitationsInItsLog() async throws {
        let store = try scratch.open()
        var sent: Set<Invitation> = []
        for number in 0..<10 { sent.formUnion(try await store.invite(try Recipient.many(9, prefix: "part\(number)-")).sent) }
        let revived = try Store.open(at: try copyAsCut())
        #expect(sent.count == 90)
        #expect(Set(try await revived.everyInvitation()) == sent)
        #expect(try await revived.invite(try Recipient.many(20)).sent.count == 10)
    }

    @Test func dropsAHalfWrittenInvitationAndNothingBeforeIt() async throws {
        let store = try scratch.open()
        let acknowledged = try await store.invite([try .sample("first")]).sent
        let length = try logLength
        try await store.invite([try .sample("second")])
        #expect(try logLength > length + 100, "the second has to be in the log for the cut to mean something")
        let revived = try Store.open(at: try copyAsCut(logLength: length + 100))
        #expect(try await revived.everyInvitation() == acknowledged)
    }

    @Test func syncsEveryCommitAndKeepsReferencesWhole() async throws {
        let store = try scratch.open()
        let settings = try await store.pool.writeWithoutTransaction { db in
            try ["synchronous", "foreign_keys", "busy_timeout"].map { try Int.fetchOne(db, sql: "PRAGMA \($0)") }
        }
        // FULL is 2; the waiting time is in milliseconds.
        #expect(settings == [2, 1, 10_000])
        #expect(try await store.pool.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    }

    @Test func foldsItsLogIntoTheFileWhenClosed() async throws {
        let store = try scratch.open()
        try await store.invite([try .sample()])
        try store.close()
        #expect(try scratch.contents().keys.sorted() == ["plaza.sqlite"])
    }

    @Test func keepsItsRowsThroughAMigration() async throws {
        try FileManager.default.createDirectory(
            at: scratch.file.deletingLastPathComponent(), withIntermediateDirectories: true)
        let old = try DatabaseQueue(path: scratch.file.path)
        try await old.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA application_id = \(StoreFile.applicationID)")
        }
        try Schema.migrator.migrate(old, upTo: "0001-members")
        try await old.write { db in
            try db.execute(
                sql: "INSERT INTO member (email, company, role, added) VALUES ('ana@north.example', 'north', 'owner', 1)")
        }
        try old.close()
        let store = try scratch.open()
        #expect(try await store.members() == [try .sample(role: .owner)])
        #expect(try await store.invite([try .sample()]).sent.count == 1)
    }
}
