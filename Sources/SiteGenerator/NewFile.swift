import Foundation

/// Writes small files by the thousand: without the path's way through URL and Data, and without waiting for the disk at
/// each of them, which costs more than the writing (`StagedFolder.commit` waits once for all).
enum NewFile {
    /// - Parameter path: where nothing is yet.
    /// - Throws: `BuildFailure.cannotWrite`.
    static func make(_ bytes: [UInt8], at path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(at: path) }
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 else {
                if errno == EINTR { continue }
                let failure = failure(at: path)
                close(descriptor)
                throw failure
            }
            start += count
        }
        guard close(descriptor) == 0 else { throw failure(at: path) }
    }

    /// What the system's last refusal was.
    private static func failure(at path: String) -> BuildFailure {
        let error = POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        return .cannotWrite(path: path, reason: (error as NSError).localizedDescription)
    }
}
