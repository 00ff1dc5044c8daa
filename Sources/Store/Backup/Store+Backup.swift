public import Foundation
import GRDB
import Marketplace

extension Store {
    /// Copies the store into a file, while others read and write: one consistent state, readable by its owner only.
    ///
    /// - Parameter url: replaced in one step where it is a store or a backup already.
    /// - Throws: `StoreError`; a file that was there is untouched then.
    public func backUp(to url: URL) async throws {
        let draft = url.path + "." + UUID().uuidString.lowercased() + ".new"
        defer { Self.removeDraft(draft) }
        do {
            if FileManager.default.fileExists(atPath: url.path) { try StoreFile(path: url.path).check() }
            guard FileManager.default.createFile(atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600]) else {
                throw StoreFault(reason: .noAccess, detail: "no file can be made in the folder")
            }
            let queue = try DatabaseQueue(path: draft)
            try pool.backup(to: queue)
            try await queue.writeWithoutTransaction { db in
                // A backup is one file: it keeps no log beside it.
                try db.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try queue.close()
            try Self.place(draft, at: url.path)
        } catch {
            throw StoreError(attempt: "back the store up to", path: url.path, cause: error)
        }
    }

    /// Puts a backup in the place of a store. Who was erased since the backup was made is erased again.
    ///
    /// - Parameters:
    ///   - backup: checked first; a damaged one changes nothing.
    ///   - file: the store's main file; what was there is kept beside it.
    /// - Returns: where the old store is kept, nil where there was none; and how many creators were erased again.
    /// - Throws: `StoreError`; the store is as it was then.
    public static func restore(
        _ backup: URL, to file: URL, at instant: Date
    ) async throws -> (kept: URL?, erasedAgain: Int, knowsErasures: Bool) {
        let draft = file.path + "." + UUID().uuidString.lowercased() + ".new"
        defer { removeDraft(draft) }
        do {
            try StoreFile(path: backup.path).check()
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let source = try DatabaseQueue(path: backup.path, configuration: readOnly)
            guard FileManager.default.createFile(atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600]) else {
                throw StoreFault(reason: .noAccess, detail: "no file can be made in the folder")
            }
            let copy = try DatabaseQueue(path: draft)
            try source.backup(to: copy)
            try source.close()
            try copy.close()
        } catch {
            throw StoreError(attempt: "restore", path: backup.path, cause: error)
        }
        let (marks, knowsErasures) = await erasures(of: file)
        let restored = try Store.open(at: URL(fileURLWithPath: draft))
        let erasedAgain = try await restored.eraseAgain(marks, at: instant)
        try restored.close()
        do {
            let kept = try setAside(file)
            try place(draft, at: file.path)
            return (kept, erasedAgain, knowsErasures)
        } catch {
            throw StoreError(attempt: "put the backup in the place of", path: file.path, cause: error)
        }
    }

    private static let readOnly: Configuration = {
        var configuration = Configuration()
        configuration.readonly = true
        return configuration
    }()

    private static func removeDraft(_ draft: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            // Most were never there, or have their own name by now.
            try? FileManager.default.removeItem(atPath: draft + suffix)
        }
    }

    private static func place(_ draft: String, at path: String) throws {
        guard rename(draft, path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    /// Moves the store with its log out of the way.
    private static func setAside(_ file: URL) throws -> URL? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        var number = 1
        while FileManager.default.fileExists(atPath: file.path + ".before-restore-\(number)") { number += 1 }
        let kept = file.path + ".before-restore-\(number)"
        for suffix in ["-wal", "-shm", ""] where FileManager.default.fileExists(atPath: file.path + suffix) {
            try place(file.path + suffix, at: kept + suffix)
        }
        return URL(fileURLWithPath: kept)
    }

    // MARK: Erasures outlive backups

    private struct Erasures {
        var salt: String?
        var marks: [(mark: String, erased: Int64)] = []
    }

    /// Those of the store that is replaced; none where it is not there. False where it cannot be read.
    private static func erasures(of file: URL) async -> (Erasures, Bool) {
        guard FileManager.default.fileExists(atPath: file.path) else { return (Erasures(), true) }
        do {
            let store = try Store.open(at: file)
            let erasures = try await store.read("list the erasures of") { db in
                let salt = try String.fetchOne(db, sql: "SELECT salt FROM erasure_salt")
                let marks = try Row.fetchAll(db, sql: "SELECT mark, erased FROM erasure ORDER BY mark")
                return (salt, marks.map { (mark: $0["mark"] as String, erased: $0["erased"] as Int64) })
            }
            try store.close()
            return (Erasures(salt: erasures.0, marks: erasures.1), true)
        } catch {
            return (Erasures(), false)  // a damaged store is a reason to restore; the caller says what it means
        }
    }

    private func eraseAgain(_ erasures: Erasures, at instant: Date) async throws -> Int {
        guard let salt = erasures.salt, !erasures.marks.isEmpty else { return 0 }
        let tables = [
            "invitation", "queued_invitation", "reveal", "inbox", "creator_wish", "creator_tag", "creator_note", "opt_out",
        ]
        let names = try await write("carry erasures over to") { db in
            // The salt is made once: a backup has the same, or none yet.
            try db.execute(literal: "DELETE FROM erasure_salt")
            try db.execute(literal: "INSERT INTO erasure_salt (salt) VALUES (\(salt))")
            let mark = try ErasureMark(db)
            let keys = try tables.flatMap { try String.fetchAll(db, sql: "SELECT DISTINCT creator_key FROM \($0)") }
            let wanted = Set(erasures.marks.map(\.mark))
            for each in erasures.marks {
                try db.execute(
                    literal: "INSERT INTO erasure (mark, erased) VALUES (\(each.mark), \(each.erased)) ON CONFLICT DO NOTHING")
            }
            return Set(keys).filter { wanted.contains(mark.text(of: $0)) }.sorted()
        }
        for name in names {
            if let username = Username(name) { _ = try await erase(ErasureSubject(username: username), at: instant) }
        }
        return names.count
    }
}
