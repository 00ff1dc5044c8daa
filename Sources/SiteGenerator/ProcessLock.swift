public import Foundation

/// Keeps a second process out of the same place; the system lets go of it when a process dies.
public struct ProcessLock: ~Copyable {
    private let descriptor: Int32

    /// - Parameters:
    ///   - url: a folder that is there, or a file, which is made where there is none.
    ///   - waits: whether to wait until nobody else holds it.
    /// - Throws: `BuildFailure.buildIsRunning` where somebody else holds it.
    public init(at url: URL, waits: Bool = false) throws {
        let isFolder = (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false  // absent: a file to make
        descriptor = open(url.path, isFolder ? O_RDONLY | O_CLOEXEC : O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw BuildFailure.cannotWrite(path: url.path, reason: String(cString: strerror(errno)))
        }
        guard flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw BuildFailure.buildIsRunning(path: url.path)
        }
    }

    deinit { close(descriptor) }
}
