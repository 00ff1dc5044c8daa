import Foundation
import GRDB
import Marketplace
import Testing

@testable import Store

@Suite("Opening a store")
struct StoreFileTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    // MARK: A new one

    @Test func makesFileAndFolderForItsOwnerOnly() throws {
        let store = try scratch.open()
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(scratch.file.deletingLastPathComponent().path) == 0o700)
        for suffix in ["", "-wal", "-shm"] { #expect(try mode(scratch.file.path + suffix) == 0o600, "\(suffix)") }
        try store.close()
    }

    @Test func makesOneStoreWhenManyOpenItAtOnce() async throws {
        let file = scratch.file
        let stores = Tally<Store>()
        try await withThrowingTaskGroup { group in
            for _ in 0..<8 { group.addTask { stores.add([try Store.open(at: file)]) } }
            try await group.waitForAll()
        }
        let member = try Member.sample()
        try await stores.all[0].add(member, now: .sample)
        for store in stores.all { #expect(try await store.members() == [member]) }
        #expect(try scratch.contents().keys.sorted() == ["plaza.sqlite", "plaza.sqlite-shm", "plaza.sqlite-wal"])
    }

    @Test func opensFileNamesThatMeanSomethingInAnAddress() async throws {
        let file = scratch.folder.appendingPathComponent("50% of #1? ไทย/plaza.sqlite")
        try Store.open(at: file).close()
        try await Store.open(at: file).check()
    }

    // MARK: One that is not to be touched

    /// A way to leave something at the place of the store that must not be opened.
    enum Spoil: CaseIterable {
        case empty, text, cutInHeader, cutInHalf, scribbledOver, foreign, newer, newerInLog, logOnly

        var reason: StoreError.Reason {
            switch self {
            case .empty: .empty
            case .text: .notADatabase
            case .cutInHeader, .cutInHalf, .scribbledOver: .damaged
            case .foreign: .foreign
            case .newer, .newerInLog: .newer
            case .logOnly: .orphanedLog
            }
        }
    }

    @Test("A file that cannot be used is refused and stays as it is", arguments: Spoil.allCases)
    func refusesAndLeavesBytesAlone(spoil: Spoil) async throws {
        try await lay(spoil)
        let before = try scratch.contents()
        let error = try #require(throws: StoreError.self) { try scratch.open() }
        #expect(error.reason == spoil.reason)
        #expect(error.path == scratch.file.path)
        // SQLite rebuilds its "-shm" from the log; there is nothing in it to lose.
        let after = try scratch.contents().filter { spoil != .newerInLog || !$0.key.hasSuffix("-shm") }
        #expect(after == before)
        #expect(throws: StoreError.self, "a second attempt is refused as well") { try scratch.open() }
    }

    @Test func refusesAFolderInPlaceOfAFile() throws {
        try FileManager.default.createDirectory(at: scratch.file, withIntermediateDirectories: true)
        let error = try #require(throws: StoreError.self) { try scratch.open() }
        #expect(error.reason == .noAccess)
    }

    @Test func refusesAFolderThatCannotBeMade() throws {
        try Data("a file".utf8).write(to: scratch.folder.appendingPathComponent("private"))
        let error = try #require(throws: StoreError.self) { try scratch.open() }
        #expect(error.reason == .noAccess)
    }

    private func lay(_ spoil: Spoil) async throws {
        let file = scratch.file
        let whole = try await sound()
        switch spoil {
        case .empty: try Data().write(to: file)
        case .text: try Data("username,nickname\n".utf8).write(to: file)
        case .cutInHeader: try whole.prefix(64).write(to: file)
        case .cutInHalf: try whole.prefix(whole.count / 2 + 100).write(to: file)
        case .scribbledOver:
            // The last page alone, which nothing reads on opening but the check of the whole file.
            var scribbled = whole
            let page = whole.count - 4096
            scribbled.replaceSubrange(page..<page + 64, with: Data(repeating: 0xa5, count: 64))
            try scribbled.write(to: file)
        case .foreign:
            try FileManager.default.removeItem(at: file)
            let other = try DatabaseQueue(path: file.path)
            try await other.write { try $0.execute(sql: "CREATE TABLE photo (id TEXT)") }
            try other.close()
        case .newer, .newerInLog: try await layNewer(inLog: spoil == .newerInLog)
        case .logOnly:
            try FileManager.default.removeItem(at: file)
            try Data(repeating: 1, count: 4096).write(to: URL(fileURLWithPath: file.path + "-wal"))
        }
    }

    /// A store with some pages, closed.
    private func sound() async throws -> Data {
        let store = try scratch.open()
        try await store.invite(try Recipient.many(100))
        try store.close()
        return try Data(contentsOf: scratch.file)
    }

    private func layNewer(inLog: Bool) async throws {
        let later = try DatabasePool(path: scratch.file.path)
        try await later.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999-later')") }
        guard inLog else { return try later.close() }
        // As a kill leaves it: the change is in the log alone.
        let left = try scratch.contents()
        try later.close()
        for (name, bytes) in left where !name.hasSuffix("-shm") {
            try bytes.write(to: scratch.file.deletingLastPathComponent().appendingPathComponent(name))
        }
    }
}
