import Foundation
import GRDB
import Marketplace
import Testing

@testable import Store

@Suite("A1: sessions and last uses")
struct SessionTests {
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

    private func begin(_ member: Member, device: String = "Firefox on Linux", at now: Date = .sample) async throws -> Secret {
        let link = try await store.createSignInLink(for: member.email, expires: now.addingTimeInterval(60))
        return try #require(
            try await store.redeem(signInLink: link, device: device, now: { now }, sessionLifetime: 3_600)
        ).session
    }

    @Test func listsAMembersSessionsTheLastUsedFirst() async throws {
        let first = try await begin(ana, device: "Firefox on Linux")
        _ = try await begin(ana, device: "Safari on iPhone", at: .sample.after(milliseconds: 5))
        _ = try await begin(bo)
        let later = Date.sample.addingTimeInterval(60)
        _ = try await store.use(session: first, now: later)
        let sessions = try await store.sessions(of: "ANA@north.example", now: later)
        #expect(sessions.map(\.device) == ["Firefox on Linux", "Safari on iPhone"])
        #expect(sessions.map(\.used) == [later.roundedDownToMillisecond, .sample.after(milliseconds: 5)])
        #expect(
            sessions[0].begun == .sample && sessions[0].expires == .sample.addingTimeInterval(3_600).roundedDownToMillisecond)
        #expect(
            try await store.sessions(of: ana.email, now: .sample.addingTimeInterval(3_600)).map(\.device) == [
                "Safari on iPhone"
            ])
    }

    @Test("A use is noted once a minute")
    func notesUsesSparingly() async throws {
        let session = try await begin(ana)
        let token = try await store.createToken(for: ana.email, name: "till", now: .sample)
        #expect(try await store.tokens(of: ana.email)[0].used == nil)
        for (seconds, noted) in [(0.0, 0.0), (59.999, 0), (60, 60), (100, 60), (120, 120)] {
            let now = Date.sample.addingTimeInterval(seconds)
            _ = try await store.use(session: session, now: now)
            _ = try await store.member(ofToken: token, usedAt: now)
            let expected = Date.sample.addingTimeInterval(noted).roundedDownToMillisecond
            #expect(try await store.sessions(of: ana.email, now: now)[0].used == expected, "\(seconds)")
            #expect(try await store.tokens(of: ana.email)[0].used == expected, "\(seconds)")
        }
    }

    @Test func endsOneSessionOfItsMemberOnly() async throws {
        let (mine, theirs) = (try await begin(ana), try await begin(bo))
        let id = try #require(try await store.sessions(of: ana.email, now: .sample).first).id
        #expect(try await store.endSession(id: id, of: bo.email) == false)
        #expect(try await store.member(ofSession: mine, now: .sample) == ana)
        #expect(try await store.endSession(id: id, of: ana.email))
        #expect(try await store.member(ofSession: mine, now: .sample) == nil)
        #expect(try await store.member(ofSession: theirs, now: .sample) == bo)
    }

    @Test func endsAllOtherSessions() async throws {
        let (kept, other, theirs) = (try await begin(ana), try await begin(ana), try await begin(bo))
        let id = try #require(try await store.use(session: kept, now: .sample)).session.id
        #expect(try await store.endSessions(of: ana.email, exceptID: id) == 1)
        #expect(try await store.member(ofSession: kept, now: .sample) == ana)
        #expect(try await store.member(ofSession: other, now: .sample) == nil)
        #expect(try await store.member(ofSession: theirs, now: .sample) == bo)
    }

    @Test("A session of an older Plaza holds on, and can be listed and ended")
    func takesSessionsOver() async throws {
        let file = scratch.folder.appendingPathComponent("old.sqlite")
        let secret = Secret(.session)
        let queue = try DatabaseQueue(path: file.path)
        try Schema.migrator.migrate(queue, upTo: "0003-reveals")
        try await queue.write { [ana] db in
            try db.execute(sql: "PRAGMA application_id = \(StoreFile.applicationID)")
            try db.execute(sql: "INSERT INTO member VALUES (?, 'north', 'member', 1)", arguments: [ana.email])
            for digest in [secret.digest, Secret(.session).digest] {
                try db.execute(
                    sql: "INSERT INTO session VALUES (?, ?, ?)",
                    arguments: [digest, ana.email, Date.sample.after(milliseconds: 1).milliseconds])
            }
        }
        try queue.close()
        let store = try Store.open(at: file)
        #expect(try await store.use(session: secret, now: .sample)?.member == ana)
        let sessions = try await store.sessions(of: ana.email, now: .sample)
        #expect(Set(sessions.map(\.id)).count == 2)
        for session in sessions { #expect(try await store.endSession(id: session.id, of: ana.email)) }
    }
}
