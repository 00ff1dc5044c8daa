public import Catalogue
import FacetIndex
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
        public let photoCount: Int
        /// What the parts of it took.
        public let stages: BuildStages
        /// What is to be told of photos, for people.
        public let notes: [String]
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
    /// - Parameters:
    ///   - stamp: taken before the catalogue was read; kept with the result, so that it can tell later whether the result
    ///     still holds.
    ///   - stages: what was done before, to be counted with the build.
    /// - Throws: `BuildFailure`.
    public func build(_ catalogue: SiteCatalogue, stamp: BuildStamp, stages: BuildStages = BuildStages()) async throws
        -> Summary
    {
        var stages = stages
        let lock = try lockedPrivateFolder()
        let tool = PhotoTool.find()
        let photos = try preparedPhotos(of: catalogue, with: tool)
        let creators = try await PublishedCreators(catalogue, photos: photos)
        stages.end(.figures)
        var renderer = renderer
        renderer.hasCardPhotos = tool != nil
        let outputLock = try lockedOutput()
        let staged = try StagedFolder(for: folders.output)
        let plan: SitePlan
        let indexes: MarketIndexes.Written
        var byteCount = 0
        do {
            let tables = try tableFolder()
            indexes = try await MarketIndexes(site: catalogue.site, renderer: renderer, creators: creators)
                .write(publicFolder: staged.staging, tableFolder: tables) { stages.end(BuildStages.Stage($0)) }
            plan = SitePlan(
                catalogue: catalogue, creators: creators, photos: photos, assets: assets, indexRoots: indexes.roots,
                words: renderer.words)
            byteCount = try await indexes.byteCount + write(plan, with: renderer, into: staged.staging)
            stages.end(.pages)
            try await writeDirectory(of: creators.derived.creators)
            stages.end(.directory)
            try putInPlace(indexes.tables)
            try staged.commit()
        } catch {
            staged.discard()
            throw error
        }
        try await writePrivately(to: folders.stampFile) { try $0.write(contentsOf: Data(stamp.record(for: folders).utf8)) }
        stages.end(.exchange)
        _ = consume outputLock
        _ = consume lock
        return Summary(
            creatorCount: catalogue.creators.count, listedCount: creators.all.count,
            fileCount: plan.files.count + indexes.fileCount, byteCount: byteCount,
            photoCount: photos.count { if case .unusable = $0.value { false } else { true } }, stages: stages,
            notes: Self.notes(of: photos, hasTool: tool != nil)
        )
    }

    /// Photos of listed and unlisted creators alike, so that a change of lists does not undo the work.
    private func preparedPhotos(of catalogue: SiteCatalogue, with tool: PhotoTool?) throws -> [String: PhotoWorkshop.Outcome] {
        let names = Set(catalogue.creators.compactMap(\.photo)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let cache = folders.catalogueFolder.appending(path: "photos")
        let workshop = PhotoWorkshop(
            source: folders.site.appending(path: SiteReader.photoFolder), cache: cache, tool: tool)
        return try StagedFolder.reporting(cache) { try workshop.prepare(names) }
    }

    private static func notes(of photos: [String: PhotoWorkshop.Outcome], hasTool: Bool) -> [String] {
        var notes: [String] = []
        for (name, outcome) in photos.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            guard case .unusable(let reason) = outcome else { continue }
            notes.append("photos/\(name): warning: \(reason); the drawn picture stands in. Put a picture there that opens.")
        }
        if !hasTool, photos.contains(where: { if case .copied = $0.value { true } else { false } }) {
            notes.append(
                "photos are published as they are, with what cameras wrote into them (such as the place): install "
                    + "libvips-tools or imagemagick, and a build makes them small and takes that out")
        }
        return notes
    }

    /// Writes all files on all cores; the order does not matter, as each has its own path. Each page is let go of as soon
    /// as it is written.
    ///
    /// - Returns: the count of all bytes.
    private func write(_ plan: SitePlan, with renderer: PageRenderer, into folder: URL) async throws -> Int {
        try makeFolders(for: plan.files, in: folder)
        let top = folder.path + "/"
        return try await Lanes.map(plan.files) { file in
            let bytes = try Self.bytes(of: file.content, in: plan, with: renderer)
            try NewFile.make(bytes, at: top + file.path)
            return bytes.count
        }.reduce(0, +)
    }

    private static func bytes(of content: SitePlan.File.Content, in plan: SitePlan, with renderer: PageRenderer) throws
        -> [UInt8]
    {
        if let page = plan.page(of: content) { return renderer.staticPage(page) }
        return switch content {
        case .copy(let source): try StagedFolder.reporting(source) { [UInt8](try Data(contentsOf: source)) }
        case .bytes(let bytes): bytes
        case .page, .creator, .list: preconditionFailure("the plan has a page for each of these")
        }
    }

    private func tableFolder() throws -> URL {
        let folder = folders.tableFolder
        try StagedFolder.reporting(folder) {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        return folder
    }

    /// Replaces each table in one step, and takes away those of markets that the site has left.
    private func putInPlace(_ tables: [Market: URL]) throws {
        for (market, made) in tables.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let url = folders.tableFile(of: market)
            try StagedFolder.reporting(url) {
                guard rename(made.path, url.path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
            }
        }
        for market in Market.allCases where tables[market] == nil {
            try? FileManager.default.removeItem(at: folders.tableFile(of: market))  // most were never there
        }
    }

    private func makeFolders(for files: [SitePlan.File], in folder: URL) throws {
        let paths = Set(files.compactMap { file in file.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { file.path[..<$0] } })
        for path in paths {
            let url = folder.appending(path: String(path))
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

    /// Writes the directory as it is made, some creators on each core, so that it is never held as a whole.
    ///
    /// - Parameter creators: by username, as they stand in the catalogue.
    private func writeDirectory(of creators: [Creator]) async throws {
        let (partCount, partSize) = (16, 512)
        try await writePrivately(to: folders.directoryFile) { file in
            for start in stride(from: 0, to: creators.count, by: partCount * partSize) {
                let end = min(start + partCount * partSize, creators.count)
                let parts = stride(from: start, to: end, by: partSize).map { creators[$0..<min($0 + partSize, end)] }
                for lines in try await Lanes.map(parts, CreatorDirectory.contents(of:)) { try file.write(contentsOf: lines) }
            }
        }
    }

    /// Replaces a private file in one step, readable by its owner only from its first byte on.
    private func writePrivately(to url: URL, _ write: (FileHandle) async throws -> Void) async throws {
        let temporary = url.appendingPathExtension("new")
        do {
            try? FileManager.default.removeItem(at: temporary)  // left by a killed build, or not there
            guard FileManager.default.createFile(atPath: temporary.path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw POSIXError(.EACCES) }
            let handle = try FileHandle(forWritingTo: temporary)
            try await write(handle)
            try handle.synchronize()
            try handle.close()
            guard rename(temporary.path, url.path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        } catch {
            throw BuildFailure.cannotWrite(path: url.path, reason: (error as NSError).localizedDescription)
        }
    }
}
