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
        public let photoCount: Int
        /// Files of the catalogue, and the sum of their bytes.
        public let fileCount: Int
        public let byteCount: Int
        /// Files that are new or have other bytes than before, and those that went away.
        public let writtenCount: Int
        public let removedCount: Int
        /// What the parts of it took.
        public let stages: BuildStages
        /// What is to be told of photos, for people.
        public let notes: [String]
        /// Why the file that was asked about was made or was not, for people.
        public let explanation: String?

        init(
            _ counts: BuildMemory.Counts, fileCount: Int, byteCount: Int, writtenCount: Int, removedCount: Int,
            stages: BuildStages, notes: [String], explanation: String?
        ) {
            (creatorCount, listedCount, photoCount) = (counts.creators, counts.listed, counts.photos)
            (self.fileCount, self.byteCount) = (fileCount, byteCount)
            (self.writtenCount, self.removedCount) = (writtenCount, removedCount)
            self.stages = stages
            self.notes = notes
            self.explanation = explanation
        }
    }

    public init(folders: SiteFolders, renderer: PageRenderer, assets: [String: [UInt8]]) {
        self.folders = folders
        self.renderer = renderer
        self.assets = assets
    }

    /// What the last build did, where it still holds to the last file; nil where there is something to build.
    ///
    /// - Parameter stamp: of what there is now.
    public static func standing(in folders: SiteFolders, stamp: BuildStamp) -> Summary? {
        guard stamp.holds(in: folders),
            let standing = BuildMemory.standing(from: folders.memoryFile, output: folders.output)
        else { return nil }
        return Summary(
            standing.counts, fileCount: standing.fileCount, byteCount: standing.byteCount, writtenCount: 0, removedCount: 0,
            stages: BuildStages(), notes: [], explanation: nil)
    }

    /// Builds everything that has changed since the last build and puts it in place as a whole; until then the old
    /// catalogue stands.
    ///
    /// The private half goes first: a contact that was turned off is off before the pages say so.
    ///
    /// - Parameters:
    ///   - stamp: taken before the catalogue was read; kept with the result, so that it can tell later whether the result
    ///     still holds.
    ///   - isClean: makes every page anew, whatever the last build left.
    ///   - path: a file of the catalogue that is asked about.
    ///   - stages: what was done before, to be counted with the build.
    /// - Throws: `BuildFailure`.
    public func build(
        _ catalogue: SiteCatalogue, stamp: BuildStamp, isClean: Bool = false, explaining path: String? = nil,
        stages: BuildStages = BuildStages()
    ) async throws -> Summary {
        var stages = stages
        let lock = try lockedPrivateFolder()
        let writer = DirectoryWriter(file: folders.directoryFile)
        let memory =
            isClean || stamp.shared == nil ? nil : BuildMemory.load(from: folders.memoryFile, output: folders.output)
        let known = stamp.shared.flatMap { memory?.knownRecords(in: folders.directoryFile, of: $0.program) } ?? []
        let run = try await prepared(catalogue, stamp: stamp, stages: &stages) { try await writer.write($0, knowing: known) }
        let outputLock = try lockedOutput()
        let tables = try tableFolder()
        var next: NextCatalogue
        var made: CatalogueRun.Made
        do {
            (next, made) = try await fill(run, beginningWith: memory, tables: tables, stages: &stages)
        } catch is BuildFailure where memory != nil {
            // What the last build left may be in the way; a build from nothing fails only where the disk does.
            (next, made) = try await fill(run, beginningWith: nil, tables: tables, stages: &stages)
        }
        let counts = run.counts
        try await putInPlace(made, next, of: run, stamp: stamp)
        var notes = Self.notes(of: run.photos, hasTool: run.renderer.hasCardPhotos)
        do {
            try catalogue.lines?.save()
        } catch {
            notes.append(
                "what was read of the creators' files could not be kept, so the next build reads all of it: "
                    + (error as NSError).localizedDescription)
        }
        stages.end(.exchange)
        _ = consume outputLock
        _ = consume lock
        return Summary(
            counts, fileCount: made.files.count, byteCount: made.files.reduce(0) { $0 + $1.file.byteCount },
            writtenCount: made.files.count { $0.outcome == .written }, removedCount: next.changedPaths.removed.count,
            stages: stages, notes: notes,
            explanation: path.map { BuildExplanation(of: $0, in: made.files, before: next.beginning, shared: run.shared).text })
    }

    /// What a build would write, without writing any of it but small photos.
    public func plan(_ catalogue: SiteCatalogue, stamp: BuildStamp) async throws -> BuildPlan {
        var stages = BuildStages()
        let lock = try lockedPrivateFolder()
        let run = try await prepared(catalogue, stamp: stamp, stages: &stages, DirectoryWriter.records)
        let memory = run.shared == nil ? nil : BuildMemory.load(from: folders.memoryFile, output: folders.output)
        let target = CountingTarget(beginning: memory, place: folders.output.path + "/")
        let made = try await run.make(into: target, tableFolder: nil) { stages.end($0) }
        _ = consume lock
        return BuildPlan(made.files, before: memory)
    }

    /// Works out what the catalogue is to be.
    ///
    /// - Parameter records: each creator's record, by place.
    private func prepared(
        _ catalogue: SiteCatalogue, stamp: BuildStamp, stages: inout BuildStages,
        _ records: (DerivedFigures) async throws -> [DirectoryRecord]
    ) async throws -> CatalogueRun {
        // Programs are slow to start, so one is asked for its version only where there is work for it.
        let hasPhotos = catalogue.creators.contains { $0.photo != nil }
        let tool = hasPhotos ? PhotoTool.find() : nil
        let hasTool = hasPhotos ? tool != nil : PhotoTool.isInstalled()
        let photos = try preparedPhotos(of: catalogue, with: tool)
        let creators = try await PublishedCreators(catalogue, photos: photos)
        stages.end(.figures)
        let records = try await records(creators.derived)
        let basis = CatalogueBasis(records: records, creators: creators, snapshots: catalogue.snapshots)
        stages.end(.directory)
        var renderer = renderer
        renderer.hasCardPhotos = hasTool
        var shared = stamp.shared
        shared?.hasCardPhotos = hasTool
        return CatalogueRun(
            catalogue: catalogue, creators: creators, photos: photos, assets: assets, renderer: renderer, folders: folders,
            basis: basis, records: records, shared: shared)
    }

    private func fill(_ run: CatalogueRun, beginningWith memory: BuildMemory?, tables: URL, stages: inout BuildStages)
        async throws -> (NextCatalogue, CatalogueRun.Made)
    {
        let next = try NextCatalogue(for: folders.output, mirror: folders.mirrorFolder, memory: memory)
        do {
            let made = try await run.make(into: next, tableFolder: tables) { stages.end($0) }
            next.removeAll(besides: made.files.map(\.path) + [StagedFolder.marker])
            return (next, made)
        } catch {
            next.discard()
            throw error
        }
    }

    /// The private half, then the public one, then what is remembered of both. What is remembered of the old catalogue goes
    /// before it does: a build that is killed here is followed by one that makes everything.
    private func putInPlace(
        _ made: CatalogueRun.Made, _ next: NextCatalogue, of run: CatalogueRun, stamp: BuildStamp
    ) async throws {
        let mirror: BuildMemory.Identity?
        do {
            try putInPlace(made.indexes.tables)
            try DirectoryWriter(file: folders.directoryFile).putInPlace()
            mirror = try next.commit { try? FileManager.default.removeItem(at: folders.memoryFile) }
        } catch {
            next.discard()
            throw error
        }
        try await PrivateFile.write(Data(stamp.record(for: folders).utf8), to: folders.stampFile)
        guard let shared = run.shared, let output = BuildMemory.Identity(of: folders.output.path),
            let directory = FileTrace(of: folders.directoryFile.path)
        else { return }
        let indexes = made.indexBases.reduce(into: [Market: BuildMemory.Index]()) { indexes, market in
            guard let root = made.indexes.roots[market.key], let table = FileTrace(of: folders.tableFile(of: market.key).path)
            else { return }
            indexes[market.key] = BuildMemory.Index(basis: market.value, rootPath: root.path, table: table)
        }
        let files = Dictionary(uniqueKeysWithValues: made.files.map { ($0.path, $0.file) })
        let memory = BuildMemory(
            shared: shared, counts: run.counts, output: output, mirror: mirror, finished: FileTrace.now,
            indexes: indexes, directory: BuildMemory.Directory(records: run.records, file: directory), files: files)
        try await PrivateFile.write(memory.bytes, to: folders.memoryFile)
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
        for market in Market.allCases where !renderer.site.markets.contains(market) {
            try? FileManager.default.removeItem(at: folders.tableFile(of: market))  // most were never there
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
}
