import Foundation
import GRDB
import Marketplace
import Testing

@testable import Store

@Suite("A1: signing in with a password")
struct PasswordSignInTests {
    let scratch: Scratch
    let store: Store
    let ana: Member
    let bo: Member
    private static let password = "nine lamps in a harbour"

    init() async throws {
        scratch = try Scratch()
        store = try Store.open(at: scratch.file, scrypt: PasswordTests.cheap)
        ana = try .sample()
        bo = try .sample("bo@south.example", company: "south")
        for member in [ana, bo] { try await store.add(member, now: .sample) }
    }

    /// A session that a link begins, in which no old password is asked for.
    private func linked(_ member: Member? = nil, at now: Date = .sample) async throws -> Secret {
        let link = try await store.createSignInLink(for: (member ?? ana).email, expires: now.addingTimeInterval(60))
        let signIn = try await store.redeem(signInLink: link, now: { now }, sessionLifetime: 1_000_000)
        return try #require(signIn).session
    }

    private func set(
        _ password: String = password, old: String? = nil, in session: Secret, at now: Date = .sample
    ) async throws -> PasswordChange {
        try await store.setPassword(password, old: old, in: session, client: "127.0.0.1", now: { now })
    }

    private func signIn(
        _ password: String = password, as email: String? = nil, client: String = "127.0.0.1", at now: Date = .sample,
        in other: Store? = nil
    ) async throws -> PasswordSignIn {
        try await (other ?? store).signIn(
            email: email ?? ana.email, password: password, client: client, device: "Firefox on Linux", now: { now },
            sessionLifetime: 600)
    }

    private func isIn(_ outcome: PasswordSignIn) -> Bool { if case .signedIn = outcome { true } else { false } }

    // MARK: The way in

    @Test("A1: a link lets its member set a password, which then signs in")
    func signsIn() async throws {
        #expect(try await set(in: try await linked()) == .changed)
        guard case .signedIn(let signIn) = try await signIn(as: "ANA@north.example") else {
            Issue.record("not signed in")
            return
        }
        #expect(signIn.member == ana && signIn.expires == .sample.addingTimeInterval(600))
        let active = try #require(try await store.use(session: signIn.session, now: .sample))
        #expect(active.member == ana && active.session.device == "Firefox on Linux")
        #expect(active.session.linkUntil < .sample, "a password opens no second door")
    }

    @Test func refusesEveryOtherPasswordAndAddress() async throws {
        _ = try await set(in: try await linked())
        for (email, password) in [
            (ana.email, "nine lamps in a harbou"), (ana.email, Self.password.uppercased()), (ana.email, ""),
            (ana.email, String(repeating: "x", count: 5_000)),
        ] {
            #expect(try await signIn(password, as: email, client: UUID().uuidString) == .refused, "\(password.prefix(30))")
        }
        for email in [bo.email, "nobody@north.example", "", "'; DROP TABLE member; --"] {
            #expect(try await signIn(as: email) == .refused)
        }
    }

    @Test("Whoever is unknown costs the same work as a member")
    func worksForEverybody() async throws {
        _ = try await set(in: try await linked())
        for email in [ana.email, bo.email, "nobody@north.example"] {
            for password in ["wrong", "", String(repeating: "x", count: 5_000)] {
                let before = store.passwords.workCount
                #expect(try await signIn(password, as: email, client: UUID().uuidString) == .refused)
                #expect(store.passwords.workCount == before + 1, "\(email), \(password.prefix(5))")
            }
        }
    }

    @Test func doesNoWorkForWhoHasToWait() async throws {
        for _ in 0..<5 { _ = try await signIn("wrong") }
        let before = store.passwords.workCount
        for _ in 0..<20 { _ = try await signIn("wrong") }
        #expect(store.passwords.workCount == before)
    }

    // MARK: Delays

    @Test("A1: five wrong passwords, then a wait that doubles up to an hour; the right one ends it")
    func delaysAnAccount() async throws {
        _ = try await set(in: try await linked())
        var now = Date.sample
        for number in 0..<5 {
            #expect(try await signIn("wrong", client: "c\(number)", at: now) == .refused)
        }
        for (number, wait) in [30.0, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600].enumerated() {
            let end = now.addingTimeInterval(wait)
            for early in [now, end.after(milliseconds: -1)] {
                #expect(try await signIn(client: "d\(number)", at: early) == .delayed(until: end), "the right one too")
            }
            #expect(try await signIn("wrong", client: "e\(number)", at: end) == .refused)
            now = end
        }
        #expect(isIn(try await signIn(client: "f", at: now.addingTimeInterval(3_600))))
        for number in 0..<5 {
            #expect(
                try await signIn("wrong", client: "g\(number)", at: now.addingTimeInterval(3_600)) == .refused,
                "it begins anew")
        }
    }

    @Test("An address that nobody has waits like a member's")
    func delaysStrangersAlike() async throws {
        for _ in 0..<5 { #expect(try await signIn(as: "nobody@north.example") == .refused) }
        #expect(try await signIn(as: "NOBODY@north.example") == .delayed(until: .sample.addingTimeInterval(30)))
    }

    @Test("A1: a client that tries many accounts waits after twenty")
    func delaysAClient() async throws {
        _ = try await set(in: try await linked())
        for number in 0..<20 { #expect(try await signIn(as: "nobody\(number)@north.example", client: "10.0.0.1") == .refused) }
        #expect(try await signIn(client: "10.0.0.1") == .delayed(until: .sample.addingTimeInterval(30)))
        #expect(isIn(try await signIn(client: "10.0.0.2")), "others do not")
    }

    @Test("Right passwords do not count against a client, and do not forgive it")
    func countsOnlyFailuresOfAClient() async throws {
        _ = try await set(in: try await linked())
        for _ in 0..<30 { #expect(isIn(try await signIn(client: "10.0.0.1"))) }
        for number in 0..<20 {
            #expect(try await signIn(as: "nobody\(number)@north.example", client: "10.0.0.1") == .refused)
            if number == 10 { #expect(isIn(try await signIn(client: "10.0.0.1"))) }
        }
        #expect(try await signIn(client: "10.0.0.1") == .delayed(until: .sample.addingTimeInterval(30)))
    }

    @Test("A1: of 60 wrong attempts at once, five are looked at", arguments: [1, 2])
    func countsExactlyForManyAtOnce(storeCount: Int) async throws {
        _ = try await set(in: try await linked())
        let stores =
            try [store]
            + (1..<storeCount).map { _ in
                try Store.open(at: scratch.file, scrypt: PasswordTests.cheap)
            }
        let outcomes = Tally<PasswordSignIn>()
        try await withThrowingTaskGroup { [ana] group in
            for number in 0..<60 {
                let store = stores[number % storeCount]
                group.addTask {
                    let outcome = try await store.signIn(
                        email: ana.email, password: "wrong", client: "c\(number)", now: { .sample }, sessionLifetime: 600)
                    outcomes.add([outcome])
                }
            }
            try await group.waitForAll()
        }
        #expect(outcomes.all.count { $0 == .refused } == 5)
        #expect(outcomes.all.count { $0 == .delayed(until: .sample.addingTimeInterval(30)) } == 55)
    }

    @Test func rememberWaitsAfterARestartAndForgetsThemAfterADay() async throws {
        for _ in 0..<6 { _ = try await signIn("wrong") }
        try store.close()
        let again = try Store.open(at: scratch.file, scrypt: PasswordTests.cheap)
        #expect(try await signIn("wrong", in: again) == .delayed(until: .sample.addingTimeInterval(30)))
        let nextDay = Date.sample.addingTimeInterval(24 * 60 * 60)
        for _ in 0..<5 { #expect(try await signIn("wrong", at: nextDay, in: again) == .refused) }
    }

    @Test func doesNotWaitForAClockThatWasWrong() async throws {
        _ = try await set(in: try await linked())
        for _ in 0..<9 { _ = try await signIn("wrong", at: .sample.addingTimeInterval(1_000_000)) }
        #expect(isIn(try await signIn(at: .sample)))
    }

    // MARK: Changing

    @Test("A session needs the old password, but for an hour after a link")
    func asksForTheOldPassword() async throws {
        let session = try await linked()
        let late = Date.sample.addingTimeInterval(Store.linkFreedom)
        #expect(try await set(in: session, at: late) == .oldPasswordWrong, "there is none to give")
        #expect(try await set(in: session, at: late.after(milliseconds: -1)) == .changed)
        let next = "ten lamps in a harbour"
        #expect(try await set(next, in: session, at: .sample) == .oldPasswordWrong, "the freedom is used up")
        #expect(try await set(next, old: "wrong", in: session) == .oldPasswordWrong)
        #expect(try await set(next, old: Self.password, in: session) == .changed)
        #expect(try await signIn() == .refused)
        #expect(isIn(try await signIn(next)))
    }

    @Test func doesNotLetASessionGuess() async throws {
        let session = try await linked()
        _ = try await set(in: session)
        for _ in 0..<5 { #expect(try await set("another one of mine", old: "wrong", in: session) == .oldPasswordWrong) }
        #expect(
            try await set("another one of mine", old: Self.password, in: session)
                == .delayed(until: .sample.addingTimeInterval(30)))
        #expect(isIn(try await signIn(at: .sample.addingTimeInterval(30))))
    }

    @Test func setsNoneThatIsRefusedAndNoneWithoutASession() async throws {
        let session = try await linked()
        #expect(try await set("short", in: session) == .fault(.tooShort))
        #expect(try await set("password1234", in: session) == .fault(.common))
        try await store.endSession(session)
        #expect(try await set(in: session) == .signedOut)
        #expect(try await store.passwordChanged(of: ana.email) == nil)
    }

    @Test("A new password ends the member's other sessions and links, and nobody else's; tokens stay")
    func endsWhatTheOldOneOpened() async throws {
        let (mine, other, theirs) = (try await linked(), try await linked(), try await linked(bo))
        let link = try await store.createSignInLink(for: ana.email, expires: .sample.addingTimeInterval(60))
        let token = try await store.createToken(for: ana.email, name: "till", now: .sample)
        #expect(try await set(in: mine) == .changed)
        #expect(try await store.member(ofSession: mine, now: .sample) == ana)
        #expect(try await store.member(ofSession: other, now: .sample) == nil)
        #expect(try await store.member(ofSession: theirs, now: .sample) == bo)
        #expect(try await store.member(ofSignInLink: link, now: .sample) == nil)
        #expect(try await store.member(ofToken: token) == ana)
        #expect(try await store.passwordChanged(of: ana.email) == .sample.roundedDownToMillisecond)
    }

    @Test("A password is derived anew at the next sign-in where the parameters were raised")
    func raisesTheWork() async throws {
        _ = try await set(in: try await linked())
        let stronger = try Store.open(
            at: scratch.file, scrypt: ScryptParameters(costExponent: 5, blockSize: 2, parallelism: 1))
        func stored() async throws -> String {
            try await store.pool.read { try String.fetchOne($0, sql: "SELECT hash FROM password") } ?? ""
        }
        _ = try await signIn("wrong", in: stronger)
        #expect(try await stored().hasPrefix("$scrypt$ln=4,r=1,p=1$"), "who does not know it changes nothing")
        #expect(isIn(try await signIn(in: stronger)))
        #expect(try await stored().hasPrefix("$scrypt$ln=5,r=2,p=1$"))
        #expect(isIn(try await signIn(in: stronger)))
        #expect(isIn(try await signIn()))
        #expect(try await stored().hasPrefix("$scrypt$ln=5,r=2,p=1$"), "and never lowered")
    }

    @Test func aRemovedMembersPasswordIsGone() async throws {
        _ = try await set(in: try await linked())
        try await store.removeMember(email: ana.email)
        #expect(try await signIn() == .refused)
        try await store.add(ana, now: .sample)
        #expect(try await signIn() == .refused, "coming back revives none")
        let count = try await store.pool.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM password") }
        #expect(count == 0)
    }

    @Test func callsAHashThatNobodyWroteDamage() async throws {
        try await store.pool.write { [ana] in
            try $0.execute(sql: "INSERT INTO password VALUES (?, 'plain text', 1)", arguments: [ana.email])
        }
        let error = try #require(await #expect(throws: StoreError.self) { try await signIn() })
        #expect(error.reason == .damaged && !(error.detail ?? "").contains("plain"))
    }
}
