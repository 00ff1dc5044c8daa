public import Foundation

/// Keeps a second process out of the same place; the system lets go of it when a process dies.
public struct ProcessLock: ~Copyable {
    private let descriptor: Int32

    /// - Parameters:
    ///   - url: a file whose content does not matter here; made where there is none.
    ///   - waits: whether to wait until nobody else holds it.
    /// - Throws: `BuildFailure.buildIsRunning` where somebody else holds it, `cannotWrite` where the system refuses.
    public init(at url: URL, waits: Bool = false) throws {
        descriptor = open(url.path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw BuildFailure.cannotWrite(path: url.path, reason: String(cString: strerror(errno)))
        }
        while flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
            let reason = errno
            if reason == EINTR { continue }
            close(descriptor)
            if reason == EWOULDBLOCK { throw BuildFailure.buildIsRunning(path: url.path) }
            throw BuildFailure.cannotWrite(path: url.path, reason: String(cString: strerror(reason)))
        }
    }

    deinit { close(descriptor) }
}
