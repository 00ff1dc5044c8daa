import Foundation
import Marketplace

/// What the last build wrote and from what, so that the next one makes only what has changed (`private/catalogue/build.memory`).
///
/// It may be deleted at any time: the next build then makes everything. It stands for one folder in place, known by its
/// place on the disk: when that is another one, what is remembered of it counts for nothing.
struct BuildMemory: Sendable {
    /// A file of the catalogue.
    struct File: Sendable {
        /// Nil where the file is made by every build, and compared.
        var basis: PageBasis?
        var byteCount: Int
    }

    /// The index of a market.
    struct Index: Sendable {
        var basis: Fingerprint
        /// Below the folder of the index.
        var rootPath: String
        /// Of the table, to tell whether it is still the one that was written.
        var table: FileTrace
    }

    /// The directory of creators that the server reads.
    struct Directory: Sendable {
        /// Its lines in their order.
        var records: [DirectoryRecord] = []
        /// Of the file, to tell whether it is still the one that was written.
        var file: FileTrace
    }

    /// A folder or file by where it lies on the disk.
    struct Identity: Hashable, Sendable {
        var device: UInt64
        var number: UInt64
    }

    /// What is told of the last build when nothing has changed since.
    struct Counts: Sendable {
        var creators: Int
        var listed: Int
        var photos: Int
    }

    var shared: SharedBasis
    var counts: Counts
    /// The folder in place.
    var output: Identity
    /// The copy of it that the next build begins with; nil where there is none.
    var mirror: Identity?
    /// When the last file had been written, in nanoseconds since 1970: a file that is younger was changed by somebody else.
    var finished: Int64
    var indexes: [Market: Index]
    /// The directory of creators.
    var directory: Directory
    /// By path.
    var files: [String: File]

    /// What is remembered, where it is whole and stands for the folder in place.
    static func load(from url: URL, output: URL) -> BuildMemory? {
        guard let data = try? Data(contentsOf: url, options: .alwaysMapped),  // none: never built, or deleted
            let memory = BuildMemory(data), memory.output == Identity(of: output.path)
        else { return nil }
        return memory
    }

    /// The lines of the directory, where they are as this program would write them and the file is still there.
    func knownRecords(in file: URL, of program: Fingerprint) -> [DirectoryRecord] {
        shared.program == program && FileTrace(of: file.path) == directory.file ? directory.records : []
    }

    /// Whether a file is as the last build left it.
    ///
    /// - Parameter folder: with "/" at its end; the catalogue, or its copy.
    func holds(_ path: String, in folder: String) -> Bool {
        guard let file = files[path], let trace = FileTrace(of: folder + path) else { return false }
        return trace.byteCount == file.byteCount && trace.changed <= finished
    }
}

extension BuildMemory.Identity {
    /// Nil where there is nothing, or a link.
    init?(of path: String) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        self.init(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    }
}
