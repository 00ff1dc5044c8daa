import CLinux
import Foundation

/// A folder that is filled beside its place and takes it in one step, so that whoever reads the place sees the old
/// content or the new, never a mix.
struct StagedFolder {
    let target: URL
    /// Where the new content is written.
    let staging: URL

    /// Marks a folder that a build has made and another build may replace.
    static let marker = ".plaza"

    /// Empties the staging folder and makes it anew; what a killed build left there is gone.
    ///
    /// - Parameter beginning: a folder that becomes the staging folder as it is; nil begins with nothing.
    /// - Throws: `BuildFailure` where the target or the staging folder holds something of others, or the disk refuses.
    init(for target: URL, beginningWith beginning: URL? = nil) throws {
        self.target = target.standardizedFileURL
        staging = self.target.deletingLastPathComponent().appending(path: ".\(self.target.lastPathComponent).building")
        try Self.assertReplaceable(self.target)
        try Self.assertReplaceable(staging)
        if let beginning {
            try Self.reporting(staging) {
                try Self.remove(staging)
                try FileManager.default.moveItem(at: beginning, to: staging)
            }
        } else {
            try restart()
        }
    }

    /// Begins again with an empty staging folder.
    func restart() throws {
        try Self.reporting(staging) {
            try Self.remove(staging)
            try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
            try Data("This folder is made by plaza build, which replaces it as a whole.\n".utf8)
                .write(to: staging.appending(path: Self.marker))
        }
    }

    /// Takes away what lies in the staging folder: what will not be committed, or the old content. It could fill the disk.
    func discard() {
        try? Self.remove(staging)  // the next build removes what stays
    }

    /// Has the staged content on the disk before it stands in its place, so that a power cut leaves no empty files there.
    func waitForDisk() throws {
        try Self.reporting(staging) { try Self.waitForDisk(of: staging) }
    }

    /// Puts the staged content in place. The old content lies in the staging folder then.
    func exchange() throws {
        try Self.reporting(target) {
            guard FileManager.default.fileExists(atPath: target.path) else {
                return try FileManager.default.moveItem(at: staging, to: target)
            }
            guard renameat2(AT_FDCWD, staging.path, AT_FDCWD, target.path, PLAZA_RENAME_EXCHANGE) == 0 else {
                throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
            }
        }
    }

    private static func waitForDisk(of folder: URL) throws {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        defer { close(descriptor) }
        guard syncfs(descriptor) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    /// Removes a folder of a build, the marker last: what a kill leaves of it is still known as such.
    private static func remove(_ folder: URL) throws {
        guard FileManager.default.fileExists(atPath: folder.path) else { return }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name != marker {
            try FileManager.default.removeItem(at: folder.appending(path: name))
        }
        try FileManager.default.removeItem(at: folder)
    }

    /// Nothing is there, or an empty folder, or one that a build has made. A file, a link, or a folder that cannot be read
    /// is somebody else's.
    private static func assertReplaceable(_ url: URL) throws {
        var status = stat()
        guard lstat(url.path, &status) == 0 else {
            if errno == ENOENT { return }
            throw BuildFailure.cannotWrite(path: url.path, reason: String(cString: strerror(errno)))
        }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        let names = isFolder ? try? FileManager.default.contentsOfDirectory(atPath: url.path) : nil  // unreadable: not ours
        guard let names, names.isEmpty || names.contains(marker) else { throw BuildFailure.outputIsForeign(path: url.path) }
    }

    /// Runs file work on `url` and gives its failures a name and a reason.
    static func reporting<Result>(_ url: URL, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let failure as BuildFailure {
            throw failure
        } catch {
            throw BuildFailure.cannotWrite(path: url.path, reason: (error as NSError).localizedDescription)
        }
    }
}
