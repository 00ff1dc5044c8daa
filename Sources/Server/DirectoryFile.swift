import Foundation
import Marketplace
import Synchronization

/// The creators of the last build, looked up where the build wrote them. A new build is seen at the next look.
final class DirectoryFile: Sendable {
    private let url: URL
    private let state = Mutex<(identity: Identity, directory: CreatorDirectory)?>(nil)

    /// Tells one file from the next that takes its place.
    private struct Identity: Equatable {
        let inode: UInt64
        let byteCount: Int64
        let seconds: Int
        let nanoseconds: Int
    }

    init(_ url: URL) { self.url = url }

    /// The creator of that name; nil where there is none.
    func creator(_ username: Username) throws -> Creator? {
        let directory = try state.withLock { state in
            let identity = try currentIdentity()
            if let state, state.identity == identity { return state.directory }
            let directory = CreatorDirectory(try Data(contentsOf: url, options: .alwaysMapped))
            state = (identity, directory)
            return directory
        }
        return try directory.creator(username)
    }

    private func currentIdentity() throws -> Identity {
        var status = stat()
        guard stat(url.path, &status) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        return Identity(
            inode: UInt64(status.st_ino), byteCount: Int64(status.st_size), seconds: status.st_mtim.tv_sec,
            nanoseconds: status.st_mtim.tv_nsec
        )
    }
}
