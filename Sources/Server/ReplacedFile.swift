import Foundation
import Synchronization

/// What stands in a file that a build replaces as a whole: read once, and again when another file has taken its place.
final class ReplacedFile<Content: Sendable>: Sendable {
    private let url: URL
    private let read: @Sendable (URL) throws -> Content
    private let state = Mutex<(identity: Identity, content: Content)?>(nil)

    /// Tells one file from the next that takes its place.
    private struct Identity: Equatable {
        let inode: UInt64
        let byteCount: Int64
        let seconds: Int
        let nanoseconds: Int
    }

    init(_ url: URL, read: @escaping @Sendable (URL) throws -> Content) {
        self.url = url
        self.read = read
    }

    /// The content of the file that stands there now.
    ///
    /// - Throws: the system's error where there is none, and what `read` throws.
    func content() throws -> Content {
        try state.withLock { state in
            let identity = try currentIdentity()
            if let state, state.identity == identity { return state.content }
            let content = try read(url)
            state = (identity, content)
            return content
        }
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
