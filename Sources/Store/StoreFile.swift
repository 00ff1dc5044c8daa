import Foundation
import GRDB

/// The store's main file before it is opened for writing: made whole, or checked without a change to its bytes.
struct StoreFile {
    let path: String

    /// "PLZA", in the header of every store.
    static let applicationID: UInt32 = 0x504C_5A41

    private static let headerLength = 100
    private static let magic = Array("SQLite format 3\u{0}".utf8)

    private var logPath: String { path + "-wal" }

    /// Sees to it that there is a sound store of no newer Plaza at `path`.
    ///
    /// - Throws: `StoreFault`, `DatabaseError` or `CocoaError`; an existing file is untouched then.
    func prepare() throws {
        // In this order: another process that makes the store now makes the file before its log.
        let hasLog = FileManager.default.fileExists(atPath: logPath)
        if !FileManager.default.fileExists(atPath: path) {
            guard !hasLog else { throw StoreFault(reason: .orphanedLog) }
            try create()
        }
        try checkHeader()
        try checkContent()
    }

    /// Checks a file that must be there, as `prepare` does.
    func check() throws {
        guard FileManager.default.fileExists(atPath: path) else {
            throw StoreFault(reason: .noAccess, detail: "there is no such file")
        }
        try checkHeader()
        try checkContent()
    }

    /// Reads from a file that must be there, without a change to its bytes and without checking all of it.
    func reading<Value>(_ work: (Database) throws -> Value) throws -> Value {
        try checkHeader()
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(Store.busyTimeout)
        let queue = try DatabaseQueue(path: readOnlyName(), configuration: configuration)
        let value = try queue.read(work)
        try queue.close()
        return value
    }

    // MARK: Making

    /// Builds the store under another name and gives it its own only when it is whole, so that neither a crash nor a
    /// second process that does the same can leave half a store.
    private func create() throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let draft = path + "." + UUID().uuidString.lowercased() + ".new"
        guard FileManager.default.createFile(atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw StoreFault(reason: .noAccess, detail: "no file can be made in the folder")
        }
        defer {
            for suffix in ["", "-wal", "-shm", "-journal"] {
                // Most of them were never there; one that stays is litter with an unmistakable name.
                try? FileManager.default.removeItem(atPath: draft + suffix)
            }
        }
        try fill(draft)
        do {
            // Unlike a rename, a link never replaces a file.
            try FileManager.default.linkItem(atPath: draft, toPath: path)
        } catch {
            // Another process was first: its store is as good.
            guard FileManager.default.fileExists(atPath: path) else { throw error }
        }
    }

    private func fill(_ draft: String) throws {
        var configuration = Configuration()
        configuration.journalMode = .wal
        let queue = try DatabaseQueue(path: draft, configuration: configuration)
        try queue.inDatabase { try $0.execute(sql: "PRAGMA application_id = \(Self.applicationID)") }
        try Schema.migrator.migrate(queue)
        // Folds the log into the file, which is all that gets the new name.
        try queue.close()
    }

    // MARK: Checking

    /// Decides by plain bytes whether SQLite should see the file at all: it would make side files next to it.
    private func checkHeader() throws {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer {
            // Nothing was written through it that closing could lose.
            try? handle.close()
        }
        let header = Array(try handle.read(upToCount: Self.headerLength) ?? Data())
        if header.isEmpty { throw StoreFault(reason: .empty) }
        guard header.starts(with: Self.magic) else { throw StoreFault(reason: .notADatabase) }
        guard header.count == Self.headerLength else {
            throw StoreFault(reason: .damaged, detail: "the file ends inside its header")
        }
        // Big-endian at offset 68 (SQLite file format §1.3).
        let applicationID = header[68..<72].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard applicationID == Self.applicationID else {
            throw StoreFault(reason: .foreign, detail: "its application id is \(applicationID)")
        }
    }

    private func checkContent() throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(Store.busyTimeout)
        let queue = try DatabaseQueue(path: readOnlyName(), configuration: configuration)
        try queue.read { db in
            let findings = try String.fetchAll(db, sql: "PRAGMA quick_check(5)")
            guard findings == ["ok"] else {
                throw StoreFault(reason: .damaged, detail: findings.joined(separator: "; "))
            }
            let unknown = try Schema.migrator.appliedIdentifiers(db).subtracting(Schema.migrator.migrations)
            guard unknown.isEmpty else {
                throw StoreFault(reason: .newer, detail: "unknown migrations: " + unknown.sorted().joined(separator: ", "))
            }
        }
    }

    /// What to open for reading only. Where there is no log nobody is at work, and SQLite is told that the file does not
    /// change, or it would begin a log beside a file that may turn out not to be ours to write to.
    private func readOnlyName() throws -> String {
        guard !FileManager.default.fileExists(atPath: logPath) else { return path }
        let absolute = URL(fileURLWithPath: path).path
        guard let escaped = absolute.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) else {
            throw StoreFault(reason: .noAccess, detail: "the path cannot be written as an address")
        }
        return "file://" + escaped + "?immutable=1"
    }
}
