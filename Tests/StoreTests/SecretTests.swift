import Fixtures
import Foundation
import Marketplace
import Testing

@testable import Store

@Suite("A1: secrets")
struct SecretTests {
    @Test func hasOneTextThatReadsBack() throws {
        var generator = SeededGenerator(seed: 7)
        for kind in Secret.Kind.allCases {
            let secret = Secret(kind, using: &generator)
            #expect(Secret(secret.text) == secret)
            #expect(secret.text.wholeMatch(of: /(link|session|plaza)_[A-Za-z0-9_-]{43}/) != nil)
        }
    }

    @Test func followsFromItsGenerator() {
        var (one, same, other) = (SeededGenerator(seed: 1), SeededGenerator(seed: 1), SeededGenerator(seed: 2))
        let secret = Secret(.token, using: &one)
        #expect(secret == Secret(.token, using: &same))
        #expect(secret != Secret(.token, using: &other))
        #expect(secret != Secret(.token, using: &one))
    }

    @Test(arguments: [
        "", "plaza_", "plaza_short", "link", "key_" + String(repeating: "A", count: 43),
        "plaza_" + String(repeating: "A", count: 42), "plaza_" + String(repeating: "A", count: 44),
        "plaza_" + String(repeating: "A", count: 42) + "B", "plaza_" + String(repeating: "A", count: 42) + "=",
        "plaza_" + String(repeating: "A", count: 42) + "+", "plaza_" + String(repeating: "A", count: 42) + "/",
        " plaza_" + String(repeating: "A", count: 43), "PLAZA_" + String(repeating: "A", count: 43),
        "plaza_" + String(repeating: "é", count: 43),
    ])
    func isNotReadFrom(text: String) {
        #expect(Secret(text) == nil)
    }

    @Test func doesNotPrintItself() {
        struct Holder { let secret: Secret }
        let secret = Secret(.session)
        var dumped = ""
        dump(Holder(secret: secret), to: &dumped)
        let printed = [
            "\(secret)", String(reflecting: secret), "\(Optional(secret) as Any)", "\([secret])", "\(Holder(secret: secret))",
            dumped,
        ]
        for text in printed { #expect(!text.contains(secret.text.dropFirst(8)), "\(text.count) characters") }
        #expect(secret.description == "session_…")
    }

    @Test("A1: no secret is in any byte of the store")
    func isKeptAsADigestOnly() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await store.add(try .sample(), now: .sample)
        let later = Date.sample.addingTimeInterval(60)
        let used = try await store.createSignInLink(for: "ana@north.example", expires: later)
        let signIn = try #require(try await store.redeem(signInLink: used, now: { .sample }, sessionLifetime: 60))
        let secrets = [
            used, signIn.session, try await store.createSignInLink(for: "ana@north.example", expires: later),
            try await store.createToken(for: "ana@north.example", name: "till", now: .sample),
        ]
        func expectNone(in files: [String: Data]) {
            for (name, bytes) in files {
                for secret in secrets {
                    #expect(bytes.range(of: Data(secret.text.dropFirst(8).utf8)) == nil, "\(secret) in \(name)")
                }
            }
        }
        let open = try scratch.contents()
        #expect(open["plaza.sqlite-wal"]?.range(of: Data(secrets[3].digest.utf8)) != nil, "the search has to find a digest")
        expectNone(in: open)
        try store.close()
        expectNone(in: try scratch.contents())
    }

    /// The expected value was computed by another implementation of SHA-256.
    @Test func digestsItsText() throws {
        let secret = try #require(Secret("plaza_" + String(repeating: "A", count: 43)))
        #expect(secret.digest == "1bac1c699de857a108e065db32786dcd51e3f9e42debdc8608b0e396d77865bb")
    }
}
