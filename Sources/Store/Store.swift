public import Foundation
import GRDB
import Marketplace
import Synchronization

/// What Plaza must not lose: members and their keys, invitations, and who saw whose contacts. One SQLite file.
///
/// One object owns the file for its process; another process, such as the command line beside a running server, may
/// have its own. Every change is one transaction that takes the write lock before it reads, and that is on the disk
/// when the call returns: it survives a kill and a loss of power. Calls may come from any number of tasks.
///
/// Instants are kept in whole milliseconds, rounded down before anything is decided by them.
public final class Store: Sendable {
    /// Where a decision in the store takes the present from. It is read while the write lock is held, so that waiting
    /// for the lock cannot make it stale.
    public typealias Clock = @Sendable () -> Date

    let pool: DatabasePool
    /// For short reads that cannot wait for a turn of the pool: waiting there would hold the threads that others need.
    let lookups: DatabaseQueue
    let passwords: PasswordWork
    /// The wishes as they were at a version of the file's data.
    let knownWishes = Mutex<(version: Int, wishes: [Username: CreatorWish])?>(nil)
    private let path: String
    /// Tells the file that was opened from one that takes its place.
    private let identity: FileIdentity?

    /// Seconds to wait for another process that is writing.
    static let busyTimeout: TimeInterval = 10

    /// Opens the store of a file and brings its schema up to date; creates the file (0600) and its folder (0700) where
    /// there are none.
    ///
    /// A file that is damaged, belongs to another program or was written by a newer Plaza is left as it is, to the byte.
    ///
    /// - Parameters:
    ///   - file: the main file; SQLite keeps its log beside it, with "-wal" and "-shm" appended to the name.
    ///   - scrypt: how much work each new password costs.
    /// - Throws: what is wrong with the file and what to do.
    /// - Complexity: reads the whole file once, to check it.
    public static func open(at file: URL, scrypt: ScryptParameters = .standard) throws(StoreError) -> Store {
        do {
            try StoreFile(path: file.path).prepare()
            return try Store(path: file.path, scrypt: scrypt)
        } catch {
            throw StoreError(attempt: "open the store", path: file.path, cause: error)
        }
    }

    private init(path: String, scrypt: ScryptParameters) throws {
        var configuration = Configuration()
        configuration.label = "plaza.store"
        configuration.busyMode = .timeout(Self.busyTimeout)
        pool = try DatabasePool(path: path, configuration: configuration)
        passwords = PasswordWork(parameters: scrypt)
        self.path = path
        // GRDB chooses NORMAL with a write-ahead log, which can lose the last commits when power fails.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        try Schema.migrator.migrate(pool)
        configuration.readonly = true
        lookups = try DatabaseQueue(path: path, configuration: configuration)
        identity = FileIdentity(of: path)
    }

    /// Ends all work and folds the log into the main file. Every later call throws `StoreError` with `.closed`; closing
    /// twice does nothing.
    public func close() throws(StoreError) {
        do {
            try lookups.close()
            try pool.close()
        } catch {
            throw StoreError(attempt: "close the store", path: path, cause: error)
        }
    }

    /// Whether the store answers: reads from the file.
    ///
    /// - Throws: `StoreError` where it does not.
    public func check() async throws {
        try assertInPlace("read")
        _ = try await read("read") { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM member") }
    }

    /// Reads one consistent state.
    ///
    /// - Parameter attempt: what is being done, as in "cannot …".
    func read<Value: Sendable>(_ attempt: String, _ body: @Sendable (Database) throws -> Value) async throws -> Value {
        do {
            return try await pool.read(body)
        } catch {
            throw failure(of: attempt, by: error)
        }
    }

    /// Runs one transaction, begun IMMEDIATE: two of them never overlap, whatever process they run in. Nothing of it
    /// remains when `body` throws or the task is cancelled.
    func write<Value: Sendable>(_ attempt: String, _ body: @Sendable (Database) throws -> Value) async throws -> Value {
        try assertInPlace(attempt)
        do {
            return try await pool.write(body)
        } catch {
            throw failure(of: attempt, by: error)
        }
    }

    /// SQLite goes on with a file that was deleted; what it then acknowledges is gone when the process ends.
    private func assertInPlace(_ attempt: String) throws {
        guard FileIdentity(of: path) == identity else { throw StoreError(attempt: attempt, path: path, reason: .replaced) }
    }

    func failure(of attempt: String, by cause: any Error) -> any Error {
        if cause is CancellationError || cause is MembershipError || cause is PasswordFault || cause is SubmissionConflict {
            return cause
        }
        return StoreError(attempt: attempt, path: path, cause: cause)
    }
}
