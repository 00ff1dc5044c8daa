public import Foundation

/// The folder of a site: the one place where the catalogue touches the disk. Files of it are named by their path
/// inside it, with "/" between the parts.
public struct SiteFolder: Sendable {
    /// The folder that holds `site.yaml`.
    public let url: URL
    private let root: String

    /// Names the folder; nothing is read yet.
    public init(_ url: URL) {
        self.url = url
        root = url.standardizedFileURL.resolvingSymlinksInPath().path
    }

    /// What there is of a file.
    enum Found<Content> {
        case content(Content)
        case absent
        case fault(Diagnostic)
    }

    /// Reads a whole file. A link that leads out of the site, and anything but a regular file, is a fault.
    func content(of path: String) -> Found<[UInt8]> { read(path, Self.bytes) }

    /// Reads a file in some way of one's own; faults as of `content(of:)`.
    func read<Content>(_ path: String, _ read: (URL) throws -> Content) -> Found<Content> {
        let file = url.appendingPathComponent(path).standardizedFileURL
        guard exists(file) else { return .absent }
        let target = file.resolvingSymlinksInPath()
        guard target.path.hasPrefix(root + "/") else {
            return .fault(
                Diagnostic(
                    file: path, id: .fileOutside, message: "this is a link that leads out of the site",
                    fix: "put a copy of the file here"))
        }
        do {
            let type = try FileManager.default.attributesOfItem(atPath: target.path)[.type] as? FileAttributeType
            guard type == .typeRegular else {
                let message = type == .typeDirectory ? "this is a folder, and a file is wanted" : "this is no regular file"
                return .fault(Diagnostic(file: path, id: .fileUnreadable, message: message, fix: "put a file here"))
            }
            return .content(try read(target))
        } catch {
            return .fault(Self.unreadable(path, error))
        }
    }

    /// The names of what lies in a folder of the site, hidden files left out, in byte order; empty where it is absent.
    func names(in folder: String) -> (names: [String], fault: Diagnostic?) {
        let directory = url.appendingPathComponent(folder).standardizedFileURL
        guard exists(directory) else { return ([], nil) }
        let target = directory.resolvingSymlinksInPath()
        guard target.path.hasPrefix(root + "/") else {
            let fault = Diagnostic(
                file: folder, id: .fileOutside, message: "this is a link that leads out of the site",
                fix: "put the folder itself here")
            return ([], fault)
        }
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: target.path)
            return (names.filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, nil)
        } catch {
            return ([], Self.unreadable(folder, error))
        }
    }

    /// Whether a path of the site is a regular file inside it.
    func holdsFile(_ path: String) -> Bool {
        let target = url.appendingPathComponent(path).standardizedFileURL.resolvingSymlinksInPath()
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder)
        return isThere && !isFolder.boolValue && target.path.hasPrefix(root + "/")
    }

    /// Whether something is there, a link that leads nowhere included.
    private func exists(_ file: URL) -> Bool {
        if FileManager.default.fileExists(atPath: file.path) { return true }
        // No attributes means that nothing is there, which is the answer, not a failure.
        return (try? FileManager.default.attributesOfItem(atPath: file.path)) != nil
    }

    /// Reads in pieces straight into one array, so that a large file is in memory once.
    private static func bytes(at url: URL) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }  // Nothing was written, so nothing can be lost by a failing close.
        let size = try handle.seekToEnd()
        try handle.seek(toOffset: 0)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(clamping: size))
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { bytes.append(contentsOf: piece) }
        return bytes
    }

    private static func unreadable(_ path: String, _ error: any Error) -> Diagnostic {
        let reason = (error as NSError).code == NSFileReadNoPermissionError ? "you may not read it" : "the system can't read it"
        return Diagnostic(
            file: path, id: .fileUnreadable, message: "this can't be read: \(reason)",
            fix: "check that it exists and that its permissions let you read it")
    }
}
