import CLinux
import Foundation
import Synchronization

/// What stands in a file that a build replaces as a whole: read once, and again when another file has taken its place.
final class ReplacedFile<Content: Sendable>: Sendable {
    private let url: URL
    private let read: @Sendable (URL) throws -> Content
    private let state = Mutex<(identity: FileIdentity, content: Content)?>(nil)

    init(_ url: URL, read: @escaping @Sendable (URL) throws -> Content) {
        self.url = url
        self.read = read
    }

    /// The content of the file that stands there now.
    ///
    /// - Throws: the system's error where there is none, and what `read` throws.
    func content() throws -> Content {
        try state.withLock { state in
            let identity = try FileIdentity(of: url)
            if let state, state.identity == identity { return state.content }
            let content = try read(url)
            state = (identity, content)
            return content
        }
    }
}

/// Tells one file from the next that takes its place.
private struct FileIdentity: Equatable {
    private let identity: plaza_file_identity

    /// - Throws: the system's error where there is no file.
    init(of url: URL) throws {
        var identity = plaza_file_identity()
        guard plaza_identify_file(url.path, &identity) == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
        self.identity = identity
    }

    static func == (a: Self, b: Self) -> Bool {
        a.identity.inode == b.identity.inode && a.identity.byte_count == b.identity.byte_count
            && a.identity.modified_seconds == b.identity.modified_seconds
            && a.identity.modified_nanoseconds == b.identity.modified_nanoseconds
    }
}
