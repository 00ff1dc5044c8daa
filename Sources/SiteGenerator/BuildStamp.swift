import Crypto
public import Foundation
import Marketplace

/// What a build was made from: names, sizes and times of all input files, and the program itself.
///
/// Two equal stamps mean that a build would make the same bytes again.
public struct BuildStamp: Hashable, Sendable {
    /// SHA-256 in hexadecimal.
    public let text: String
    /// What all pages share, told by content; nil has the build make every page.
    public let shared: SharedBasis?

    /// - Parameters:
    ///   - inputs: files and folders, which are read to any depth; what is not there counts as not there.
    ///   - program: changes whenever the program does.
    ///   - shared: of the same moment.
    public init(of inputs: [URL], program: String, shared: SharedBasis? = nil) {
        self.shared = shared
        var hash = SHA256()
        hash.update(data: Data((program + "\n").utf8))
        for input in inputs {
            hash.update(data: Data("# \(input.lastPathComponent)\n".utf8))
            for line in Self.lines(for: input) { hash.update(data: Data(line.utf8)) }
        }
        text = hash.finalize().hexadecimal
    }

    /// Whether the last build of the site still holds: its stamp is this one and its results are there.
    public func holds(in folders: SiteFolders) -> Bool {
        let stored = try? String(contentsOf: folders.stampFile, encoding: .utf8)  // none: never built, or deleted
        let marker = folders.output.appending(path: StagedFolder.marker)
        return stored == record(for: folders) && FileManager.default.fileExists(atPath: marker.path)
    }

    /// What is kept of a build: the stamp, and which folder it went to, so that a build to elsewhere does not count here.
    /// The sizes and times of what the server reads show when one of those files was changed or taken away.
    func record(for folders: SiteFolders) -> String {
        let files = [folders.directoryFile] + Market.allCases.map(folders.tableFile)
        let traces = files.map { file in
            FileTrace(of: file.path).map { "\($0.byteCount) \($0.changed)" } ?? "none"
        }
        return ([text, folders.output.standardizedFileURL.path] + traces + [""]).joined(separator: "\n")
    }

    private static func lines(for input: URL) -> [String] {
        let isFolder = (try? input.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false  // absent: no folder
        guard isFolder else { return [line(for: input, named: input.lastPathComponent)].compactMap { $0 } }
        guard let names = FileManager.default.enumerator(atPath: input.path) else { return [] }
        return names.compactMap { $0 as? String }.sorted().compactMap { line(for: input.appending(path: $0), named: $0) }
    }

    private static func line(for url: URL, named name: String) -> String? {
        var status = stat()
        guard stat(url.path, &status) == 0 else { return nil }
        return "\(name)\t\(status.st_size)\t\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)\n"
    }
}
