import Foundation

/// Keeps a second build of the same site out, also one of another process; the system lets go of it when a process dies.
struct BuildLock: ~Copyable {
    private let descriptor: Int32

    /// - Throws: `BuildFailure.buildIsRunning` where somebody else holds it.
    init(at url: URL) throws {
        descriptor = open(url.path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw BuildFailure.cannotWrite(path: url.path, reason: String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw BuildFailure.buildIsRunning(path: url.path)
        }
    }

    deinit { close(descriptor) }
}
