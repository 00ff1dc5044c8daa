public import Catalogue
import Foundation
import Marketplace
public import Pages

/// Makes the two halves of a site from its catalogue: `public/` for everyone, `private/catalogue/` for the server.
public struct SiteBuilder: Sendable {
    private let folders: SiteFolders
    private let renderer: PageRenderer
    private let assets: [String: [UInt8]]

    /// What a build did.
    public struct Summary: Sendable {
        public let creatorCount: Int
        public let listedCount: Int
        public let fileCount: Int
        public let byteCount: Int
    }

    public init(folders: SiteFolders, renderer: PageRenderer, assets: [String: [UInt8]]) {
        self.folders = folders
        self.renderer = renderer
        self.assets = assets
    }

    /// Builds everything and puts it in place as a whole; until then the old catalogue stands.
    ///
    /// The private half goes first: a contact that was turned off is off before the pages say so.
    ///
    /// - Parameter stamp: taken before the catalogue was read; kept with the result, so that it can tell later whether the
    ///   result still holds.
    /// - Throws: `BuildFailure`.
    public func build(_ catalogue: SiteCatalogue, stamp: BuildStamp) async throws -> Summary {
        let lock = try lockedPrivateFolder()
        let plan = SitePlan(
            catalogue: catalogue, photoFolder: folders.site.appending(path: SiteReader.photoFolder), assets: assets
        )
        let outputLock = try lockedOutput()
        let staged = try StagedFolder(for: folders.output)
        let byteCount: Int
        do {
            byteCount = try await write(plan.files, into: staged.staging)
            try writePrivately(CreatorDirectory.contents(of: plan.creators), to: folders.directoryFile)
            try staged.commit()
        } catch {
            staged.discard()
            throw error
        }
        try writePrivately(Data(stamp.record(for: folders).utf8), to: folders.stampFile)
        _ = consume outputLock
        _ = consume lock
        return Summary(
            creatorCount: catalogue.creators.count, listedCount: plan.listedCount, fileCount: plan.files.count,
            byteCount: byteCount
        )
    }

    /// Writes all files on all cores; the order does not matter, as each has its own path.
    private func write(_ files: [SitePlan.File], into folder: URL) async throws -> Int {
        try makeFolders(for: files, in: folder)
        let laneCount = max(1, ProcessInfo.processInfo.activeProcessorCount)
        return try await withThrowingTaskGroup(of: Int.self) { group in
            for lane in 0..<laneCount {
                group.addTask {
                    var byteCount = 0
                    for index in stride(from: lane, to: files.count, by: laneCount) {
                        byteCount += try write(files[index], into: folder)
                    }
                    return byteCount
                }
            }
            return try await group.reduce(0, +)
        }
    }

    private func write(_ file: SitePlan.File, into folder: URL) throws -> Int {
        let url = folder.appending(path: file.path)
        return try StagedFolder.reporting(url) {
            let data =
                switch file.content {
                case .page(let page): Data(renderer.staticPage(page))
                case .bytes(let bytes): Data(bytes)
                case .copy(let source): try Data(contentsOf: source)
                }
            try data.write(to: url)
            return data.count
        }
    }

    private func makeFolders(for files: [SitePlan.File], in folder: URL) throws {
        let paths = Set(files.map { file in file.path.split(separator: "/").dropLast().joined(separator: "/") })
        for path in paths.sorted() where !path.isEmpty {
            let url = folder.appending(path: path)
            try StagedFolder.reporting(url) {
                try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            }
        }
    }

    /// Keeps two sites apart that build into one place; they follow each other. A site's own `public/` needs no
    /// second lock.
    private func lockedOutput() throws -> ProcessLock? {
        guard !folders.hasOwnOutput else { return nil }
        let parent = folders.output.standardizedFileURL.deletingLastPathComponent()
        try StagedFolder.reporting(parent) {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        }
        return try ProcessLock(at: parent.appending(path: ".\(folders.output.lastPathComponent).lock"), waits: true)
    }

    private func lockedPrivateFolder() throws -> ProcessLock {
        let ownerOnly: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
        try StagedFolder.reporting(folders.catalogueFolder) {
            for folder in [folders.privateFolder, folders.catalogueFolder] {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: ownerOnly)
            }
        }
        return try ProcessLock(at: folders.lockFile)
    }

    /// Replaces a private file in one step, readable by its owner only from its first byte on.
    private func writePrivately(_ data: Data, to url: URL) throws {
        let temporary = url.appendingPathExtension("new")
        try StagedFolder.reporting(url) {
            try? FileManager.default.removeItem(at: temporary)  // left by a killed build, or not there
            guard FileManager.default.createFile(atPath: temporary.path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw POSIXError(.EACCES) }
            let handle = try FileHandle(forWritingTo: temporary)
            try handle.write(contentsOf: data)
            try handle.synchronize()
            try handle.close()
            guard rename(temporary.path, url.path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        }
    }
}
