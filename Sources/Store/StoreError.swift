import Foundation
import GRDB

/// What the store could not do, on what file, why, and what to do.
///
/// `description` is for the person who runs Plaza: it names the file, but holds no SQL and none of the stored values.
/// What a visitor gets is chosen by `reason`. `detail` is for the log.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Why it failed.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        /// The file is there but has no bytes.
        case empty
        /// The file is no SQLite database.
        case notADatabase
        /// The file is a SQLite database that is cut off, malformed, or holds what Plaza never writes.
        case damaged
        /// The file is a database of another program.
        case foreign
        /// A newer Plaza changed the schema.
        case newer
        /// The log of a store is there, its main file is not.
        case orphanedLog
        /// The file or its folder may not be read, written or made.
        case noAccess
        /// Another process held the write lock too long.
        case busy
        /// The disk is full.
        case diskFull
        /// The disk reported an error.
        case diskFailure
        /// The file was deleted or replaced while it was open; what is written now would be lost.
        case replaced
        /// The store was closed.
        case closed
        /// What should not happen.
        case unexpected
    }

    /// What was tried, as in "cannot open the store".
    public let attempt: String
    /// The main file.
    public let path: String
    public let reason: Reason
    /// The words of SQLite or the system, where there are any; may hold SQL, never a stored value.
    public let detail: String?

    init(attempt: String, path: String, reason: Reason, detail: String? = nil) {
        self.attempt = attempt
        self.path = path
        self.reason = reason
        self.detail = detail
    }

    /// What failed, why, and what to do, in one line.
    public var description: String { "cannot \(attempt) '\(path)': \(explanation); \(remedy)" }

    private var explanation: String {
        switch reason {
        case .empty: "the file is empty"
        case .notADatabase: "the file is no Plaza store"
        case .damaged: "the file is damaged"
        case .foreign: "the file belongs to another program"
        case .newer: "it was written by a newer version of Plaza"
        case .orphanedLog: "the file is missing, but its log '\(path)-wal' is there"
        case .noAccess: "the file or its folder cannot be read or written"
        case .busy: "another process is using it and did not finish in \(Int(Store.busyTimeout)) seconds"
        case .diskFull: "the disk is full"
        case .diskFailure: "the disk reports an error"
        case .replaced: "the file was deleted or replaced while the store was open"
        case .closed: "it is closed"
        case .unexpected: "SQLite refused it"
        }
    }

    private var remedy: String {
        switch reason {
        case .empty, .damaged: "it was left as it is. Keep a copy of it and restore a backup"
        case .notADatabase, .foreign: "it was left as it is. Name another file, or move this one away"
        case .newer: "it was left as it is. Use that version, or restore a backup made with this one"
        case .orphanedLog: "put the file back, or move the log away to begin with an empty store"
        case .noAccess: "let this user read and write both, and see that the path names a file"
        case .busy: "try again when that is done"
        case .diskFull: "nothing was changed. Make room, then try again"
        case .diskFailure: "check the disk, and open the store again before trusting what was written last"
        case .replaced: "nothing was written. End this process, put the right file in place, and start again"
        case .closed: "open it again first"
        case .unexpected: "the log has the detail"
        }
    }
}

extension StoreError {
    /// Names the reason behind what GRDB, Foundation or a part of the store threw.
    init(attempt: String, path: String, cause: any Error) {
        switch cause {
        case let fault as StoreFault:
            self.init(attempt: attempt, path: path, reason: fault.reason, detail: fault.detail)
        case let error as DatabaseError:
            // Its description shows statements with "?" for the values.
            self.init(attempt: attempt, path: path, reason: Reason(error.resultCode), detail: error.description)
        case is RowDecodingError, is DecodingError:
            // Their own words hold the row.
            self.init(attempt: attempt, path: path, reason: .damaged, detail: "a column holds another type of value")
        case is CocoaError:
            self.init(attempt: attempt, path: path, reason: .noAccess, detail: "\(cause)")
        default:
            self.init(attempt: attempt, path: path, reason: .unexpected, detail: "\(type(of: cause))")
        }
    }
}

/// A reason found by the store itself, on its way to become a `StoreError`.
struct StoreFault: Error {
    let reason: StoreError.Reason
    var detail: String?
}

extension StoreError.Reason {
    fileprivate init(_ code: ResultCode) {
        self =
            switch code {
            // A file that began like no database was refused before SQLite saw it.
            case .SQLITE_CORRUPT, .SQLITE_FORMAT, .SQLITE_NOTADB: .damaged
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_FULL: .diskFull
            case .SQLITE_IOERR: .diskFailure
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .noAccess
            case .SQLITE_MISUSE: .closed
            default: .unexpected
            }
    }
}
