import Foundation

/// Tells that something in some folders has changed (inotify(7)).
final class SiteWatcher: Sendable {
    private let descriptor: Int32
    private let places: [URL]

    private static let changes = UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF)

    /// - Parameter places: files, and folders to any depth; those that are not there yet are found when a folder that they
    ///   stand in changes.
    /// - Throws: `POSIXError` where the system has no more watches.
    init(_ places: [URL]) throws {
        self.places = places
        descriptor = inotify_init1(Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        try look()
    }

    deinit { close(descriptor) }

    /// Watches every folder there is now; those that are watched already stay so.
    private func look() throws {
        for place in places {
            try watch(place.path)
            for name in FileManager.default.enumerator(atPath: place.path)?.compactMap({ $0 as? String }) ?? [] {
                var isFolder: ObjCBool = false
                let path = place.path + "/" + name
                if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue { try watch(path) }
            }
        }
    }

    private func watch(_ path: String) throws {
        guard inotify_add_watch(descriptor, path, Self.changes) >= 0 else {
            if errno == ENOENT { return }
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
    }

    /// Waits until something has changed, and then until nothing has for a moment: editors write in several steps.
    ///
    /// Blocks its thread; called from one task alone.
    ///
    /// - Throws: `CancellationError` where its task is cancelled.
    func wait() throws {
        while !hasChanged(within: 200) { try Task.checkCancellation() }
        while hasChanged(within: 8) {}
        try look()
    }

    /// - Parameter milliseconds: how long is waited for a change.
    private func hasChanged(within milliseconds: Int32) -> Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard Glibc.poll(&poll, 1, milliseconds) > 0 else { return false }
        var events = [UInt8](repeating: 0, count: 64 * 1024)
        return read(descriptor, &events, events.count) > 0
    }
}
