import Foundation
import Synchronization

/// The catalogue that a build makes, beside the one in place.
///
/// Where the last build is remembered, it begins as a copy of what it wrote, file by file the same one on the disk (hard
/// links), so that only what changes is written; otherwise it begins empty. Either way it takes the place as a whole. What
/// it replaces is brought up to it afterwards and kept in `private/catalogue/next`, for the next build to begin with.
final class NextCatalogue: CatalogueTarget {
    private let staged: StagedFolder
    private let memory: BuildMemory?
    private let mirror: URL
    /// With "/" at its end.
    private let top: String
    private let madeFolders = Mutex<Set<String>>([])
    private let changes = Mutex(Changes())

    /// What differs from the catalogue in place.
    struct Changes: Sendable {
        var written: [String] = []
        var removed: [String] = []
    }

    /// - Parameters:
    ///   - target: what is to be replaced.
    ///   - mirror: where the copy of it is kept from build to build.
    ///   - memory: of the build that made what is in place; nil begins with nothing.
    /// - Throws: `BuildFailure`.
    init(for target: URL, mirror: URL, memory: BuildMemory?) throws {
        self.mirror = mirror
        var remembered = memory
        if let memory {
            let isWhole = memory.mirror != nil && BuildMemory.Identity(of: mirror.path) == memory.mirror
            staged = try StagedFolder(for: target, beginningWith: isWhole ? mirror : nil)
            if !isWhole, !Self.link(memory.files.keys, from: target.path + "/", to: staged.staging.path + "/") {
                remembered = nil  // a disk without links, or a catalogue with a file less: everything is made
                try staged.restart()
            }
        } else {
            staged = try StagedFolder(for: target)
        }
        self.memory = remembered
        top = staged.staging.path + "/"
        if remembered == nil { try? FileManager.default.removeItem(at: mirror) }  // of no use any more, or not there
    }

    /// The last build, where this one begins with what it left.
    var beginning: BuildMemory? { memory }

    /// What differs from the catalogue in place so far.
    var changedPaths: Changes { changes.withLock { $0 } }

    func holds(_ path: String) -> Bool { memory?.holds(path, in: top) ?? false }

    func content(of path: String) throws -> [UInt8] { try FileContent.bytes(at: top + path) }

    /// Writes a file where it is not there with these bytes already.
    func put(_ bytes: [UInt8], at path: String) throws -> CatalogueOutcome {
        if memory != nil {
            if memory?.files[path] != nil, FileContent.equals(bytes, at: top + path) { return .unchanged }
            unlink(top + path)  // mostly there; never written over, as the catalogue in place has the same file
        }
        try makeFolder(of: path)
        try NewFile.make(bytes, at: top + path)
        if memory != nil { changes.withLock { $0.written.append(path) } }
        return .written
    }

    /// Takes away the files of the last build that are not among those of this one, and the folders that had nothing else.
    func removeAll(besides paths: some Collection<String>) {
        guard let memory else { return }
        let kept = Set(paths)
        for path in memory.files.keys where !kept.contains(path) {
            unlink(top + path)
            Self.removeEmptyFolders(above: path, in: top)
            changes.withLock { $0.removed.append(path) }
        }
    }

    func discard() { staged.discard() }

    /// Puts the catalogue in place, and keeps what it replaced for the next build where that is worth it.
    ///
    /// - Parameter forget: takes the memory of what is in place away, just before that changes.
    /// - Returns: the copy for the next build.
    func commit(forgetting forget: () -> Void) throws -> BuildMemory.Identity? {
        try staged.waitForDisk()
        forget()
        try staged.exchange()
        guard memory != nil, bringUp(staged.staging.path + "/", to: staged.target.path + "/") else {
            staged.discard()
            return nil
        }
        guard rename(staged.staging.path, mirror.path) == 0 else {
            staged.discard()
            return nil
        }
        return BuildMemory.Identity(of: mirror.path)
    }

    // MARK: Links

    /// Makes the replaced folder the same as that in place.
    private func bringUp(_ old: String, to new: String) -> Bool {
        let changes = changes.withLock { $0 }
        for path in changes.removed + changes.written { unlink(old + path) }  // new ones were not there
        for path in changes.removed { Self.removeEmptyFolders(above: path, in: old) }
        return Self.link(changes.written, from: new, to: old)
    }

    /// - Returns: whether all could be linked.
    private static func link(_ paths: some Sequence<String>, from old: String, to new: String) -> Bool {
        var folders: Set<Substring> = []
        for path in paths {
            if let end = path.utf8.lastIndex(of: UInt8(ascii: "/")), folders.insert(path[..<end]).inserted {
                let folder = URL(filePath: new + path[..<end])
                guard (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)) != nil else {
                    return false
                }
            }
            guard linkat(AT_FDCWD, old + path, AT_FDCWD, new + path, 0) == 0 else { return false }
        }
        return true
    }

    private static func removeEmptyFolders(above path: String, in top: String) {
        var folder = path[...]
        while let end = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
            folder = folder[..<end]
            guard rmdir(top + folder) == 0 else { return }  // others are in it
        }
    }

    private func makeFolder(of path: String) throws {
        guard let end = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
        let folder = String(path[..<end])
        guard !madeFolders.withLock({ $0.contains(folder) }) else { return }
        let url = URL(filePath: top + folder)
        try StagedFolder.reporting(url) {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        }
        madeFolders.withLock { _ = $0.insert(folder) }
    }
}
