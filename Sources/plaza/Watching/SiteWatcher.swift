import Foundation

/// Tells that something in a site has changed (inotify(7)).
final class SiteWatcher: Sendable {
    private let descriptor: Int32
    private let site: URL
    private let places: [URL]

    private static let changes = UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF)

    /// - Parameters:
    ///   - site: the folder itself, whose files and new folders count.
    ///   - places: folders that are watched to any depth, once they are there.
    /// - Throws: `POSIXError` where the system has no more watches.
    init(site: URL, places: [URL]) throws {
        (self.site, self.places) = (site, places)
        descriptor = inotify_init1(Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        try look()
    }

    deinit { close(descriptor) }

    /// Watches every folder there is now; those that are watched already stay so.
    private func look() throws {
        try watch(site.path)
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
            if errno == ENOENT || errno == ENOTDIR { return }
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
        repeat { try look() } while hasChanged(within: 8)
    }

    /// - Parameter milliseconds: how long is waited for a change.
    private func hasChanged(within milliseconds: Int32) -> Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard Glibc.poll(&poll, 1, milliseconds) > 0 else { return false }
        var bytes = [UInt8](repeating: 0, count: 64 * 1024)
        let count = read(descriptor, &bytes, bytes.count)
        return count > 0 && Self.names(in: bytes[..<count]).contains { !Self.isOfBuilds($0) }
    }

    /// The names that events are about; empty for a watched folder itself.
    private static func names(in bytes: ArraySlice<UInt8>) -> [String] {
        var names: [String] = []
        var rest = bytes
        let headCount = MemoryLayout<inotify_event>.size
        while rest.count >= headCount {
            let event = rest.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
            let name = rest.dropFirst(headCount).prefix(Int(event.len))
            names.append(String(decoding: name.prefix { $0 != 0 }, as: UTF8.self))
            rest = rest.dropFirst(headCount + Int(event.len))
        }
        return names
    }

    /// What builds and editors put beside a site's files.
    private static func isOfBuilds(_ name: String) -> Bool {
        name == "public" || name == "private" || name.hasPrefix(".") || name.hasSuffix("~")
    }
}
