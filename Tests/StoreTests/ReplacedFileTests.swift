import Foundation
import Marketplace
import Testing

@testable import Store

@Suite("A store whose file goes away")
struct ReplacedFileTests {
    @Test("It acknowledges nothing more", arguments: [false, true])
    func acknowledgesNothingMore(isReplaced: Bool) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plaza-store-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }  // the system's own cleaning takes what stays
        let file = folder.appending(path: "plaza.sqlite")
        let store = try Store.open(at: file)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            try FileManager.default.removeItem(at: folder.appending(path: name))
        }
        let other = isReplaced ? try Store.open(at: file) : nil
        let company = try #require(Slug("northlight"))
        let member = Member(email: "mia@northlight.example", company: company, role: .member)
        let refusal = await #expect(throws: StoreError.self) { try await store.add(member, now: Date()) }
        #expect(refusal?.reason == .replaced)
        await #expect(throws: StoreError.self) { try await store.check() }
        if let other { #expect(try await other.members().isEmpty) }
    }
}
