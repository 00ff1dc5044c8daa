import Foundation

/// What tells whether a file was written anew.
struct FileTrace: Hashable, Sendable {
    var byteCount: Int
    /// Nanoseconds since 1970.
    var changed: Int64

    init(byteCount: Int, changed: Int64) { (self.byteCount, self.changed) = (byteCount, changed) }

    /// Nil where there is no such file.
    init?(of path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// - Parameter path: with 0 at its end, below an open folder.
    init?(of path: [CChar], in folder: Int32) {
        var status = stat()
        guard fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        self.init(status)
    }

    private init?(_ status: stat) {
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        byteCount = Int(status.st_size)
        changed = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    }

    /// This moment, in nanoseconds since 1970.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
