import Foundation

/// Writes small files by the thousand: without the path's way through URL and Data, which costs more than the writing.
enum NewFile {
    /// - Parameter path: where nothing is yet.
    /// - Throws: `POSIXError`.
    static func make(_ bytes: [UInt8], at path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw lastError() }
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 else {
                if errno == EINTR { continue }
                let error = lastError()
                close(descriptor)
                throw error
            }
            start += count
        }
        guard close(descriptor) == 0 else { throw lastError() }
    }

    private static func lastError() -> POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
