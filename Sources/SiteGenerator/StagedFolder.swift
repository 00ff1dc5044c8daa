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
    /// - Throws: `BuildFailure` where the target holds files of others, or the disk refuses.
    init(for target: URL) throws {
        self.target = target.standardizedFileURL
        staging = self.target.deletingLastPathComponent().appending(path: ".\(self.target.lastPathComponent).building")
        try Self.assertReplaceable(self.target)
        try Self.reporting(staging) {
            try? FileManager.default.removeItem(at: staging)  // it may not be there; if it stays, the next line tells
            try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
            try Data("This folder is made by plaza build, which replaces it as a whole.\n".utf8)
                .write(to: staging.appending(path: Self.marker))
        }
    }

    /// Puts the staged content in place and removes the old.
    func commit() throws {
        try Self.reporting(target) {
            guard FileManager.default.fileExists(atPath: target.path) else {
                return try FileManager.default.moveItem(at: staging, to: target)
            }
            guard renameat2(AT_FDCWD, staging.path, AT_FDCWD, target.path, PLAZA_RENAME_EXCHANGE) == 0 else {
                throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
            }
            try FileManager.default.removeItem(at: staging)
        }
    }

    private static func assertReplaceable(_ target: URL) throws {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: target.path) else { return }  // not there yet
        guard names.isEmpty || names.contains(marker) else { throw BuildFailure.outputIsForeign(path: target.path) }
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
