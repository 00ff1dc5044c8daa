import Foundation

/// Files that are readable by their owner only, from their first byte on.
enum PrivateFile {
    /// Replaces a file in one step.
    static func write(_ bytes: some DataProtocol, to url: URL) async throws {
        let new = url.appendingPathExtension("new")
        try await make(at: new) { try $0.write(contentsOf: bytes) }
        try replace(url, with: new)
    }

    /// Makes a file that takes its place later.
    static func make(at url: URL, _ content: (FileHandle) async throws -> Void) async throws {
        do {
            let file = try empty(at: url)
            try await content(file)
            try file.synchronize()
            try file.close()
        } catch {
            throw BuildFailure.cannotWrite(path: url.path, reason: (error as NSError).localizedDescription)
        }
    }

    static func replace(_ url: URL, with new: URL) throws {
        try StagedFolder.reporting(url) {
            guard rename(new.path, url.path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        }
    }

    /// - Throws: what the system says, for the caller to name the file.
    static func empty(at url: URL) throws -> FileHandle {
        try? FileManager.default.removeItem(at: url)  // left by a killed build, or not there
        guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw POSIXError(.EACCES)
        }
        return try FileHandle(forWritingTo: url)
    }
}
