import Catalogue
import FacetIndex
import Foundation
import Marketplace
import Pages

/// One making of the public catalogue and of the tables, from what a build has worked out.
struct CatalogueRun: Sendable {
    let catalogue: SiteCatalogue
    let creators: PublishedCreators
    let photos: [String: PhotoWorkshop.Outcome]
    let assets: [String: [UInt8]]
    let renderer: PageRenderer
    let folders: SiteFolders
    let basis: CatalogueBasis
    /// Nil makes everything, and nothing is remembered.
    let shared: SharedBasis?

    /// What was made, and waits to be put in place.
    struct Made {
        let next: NextCatalogue
        let indexes: MarketIndexes.Written
        /// Every file of the catalogue.
        let files: [Entry]
        let indexBases: [Market: Fingerprint]
    }

    /// A file of the catalogue.
    struct Entry: Sendable {
        let path: String
        let file: BuildMemory.File
        let outcome: NextCatalogue.Outcome
    }

    /// - Parameters:
    ///   - memory: of the build that made what is in place; nil makes everything.
    ///   - ended: told of each part when it is done.
    func make(beginningWith memory: BuildMemory?, ended: (BuildStages.Stage) -> Void) async throws -> Made {
        let next = try NextCatalogue(for: folders.output, mirror: folders.mirrorFolder, memory: memory)
        do {
            let tables = try tableFolder()
            let bases = catalogue.site.markets.reduce(into: [Market: Fingerprint]()) { $0[$1] = basis.market($1) }
            let indexes = try await MarketIndexes(site: catalogue.site, renderer: renderer, creators: creators).write(
                tableFolder: tables, known: { knownIndex(of: $0, basis: bases[$0] ?? 0, in: next) },
                put: { try next.put($1, at: $0) == .written }, made: { ended(BuildStages.Stage($0)) })
            let plan = SitePlan(
                catalogue: catalogue, creators: creators, photos: photos, assets: assets, indexRoots: indexes.roots)
            let files = try await Lanes.map(plan.files) { file in
                try make(file, of: plan, marketBases: bases, in: next)
            }
            let all =
                files
                + indexes.files.map { file in
                    Entry(
                        path: file.path, file: BuildMemory.File(basis: nil, byteCount: file.byteCount),
                        outcome: file.isWritten ? .written : .unchanged)
                }
            next.removeAll(besides: all.map(\.path) + [StagedFolder.marker])
            ended(.pages)
            return Made(next: next, indexes: indexes, files: all, indexBases: bases)
        } catch {
            next.discard()
            throw error
        }
    }

    /// Whether what is remembered tells of pages that this run would make.
    private func isComparable(_ memory: BuildMemory?) -> Bool { memory != nil && memory?.shared == shared }

    private func make(_ file: SitePlan.File, of plan: SitePlan, marketBases: [Market: Fingerprint], in next: NextCatalogue)
        throws
        -> Entry
    {
        let basis = shared == nil ? nil : plan.basis(of: file.content, in: basis, marketBases: marketBases)
        if let basis, let known = next.beginning?.files[file.path], known.basis == basis, isComparable(next.beginning),
            next.holds(file.path)
        {
            return Entry(path: file.path, file: known, outcome: .unchanged)
        }
        let bytes = try bytes(of: file.content, in: plan)
        let outcome = try next.put(bytes, at: file.path)
        return Entry(path: file.path, file: BuildMemory.File(basis: basis, byteCount: bytes.count), outcome: outcome)
    }

    private func bytes(of content: SitePlan.File.Content, in plan: SitePlan) throws -> [UInt8] {
        if let page = plan.page(of: content) { return renderer.staticPage(page) }
        return switch content {
        case .copy(let source), .photo(let source):
            try StagedFolder.reporting(source) { [UInt8](try Data(contentsOf: source)) }
        case .bytes(let bytes): bytes
        case .page, .creator, .list: preconditionFailure("the plan has a page for each of these")
        }
    }

    /// The index of a market that the last build made from the same creators, where all of it is still there.
    private func knownIndex(of market: Market, basis: Fingerprint, in next: NextCatalogue) -> MarketIndexes.Known? {
        guard let memory = next.beginning, isComparable(memory), let index = memory.indexes[market], index.basis == basis,
            FileTrace(of: folders.tableFile(of: market).path) == index.table
        else { return nil }
        let prefix = MarketIndexes.folder + "/" + market.rawValue + "/"
        let paths = memory.files.keys.filter { $0.hasPrefix(prefix) }
        guard !paths.isEmpty, paths.allSatisfy(next.holds),
            let root = try? next.content(of: MarketIndexes.folder + "/" + index.rootPath)  // gone: it is made again
        else { return nil }
        return MarketIndexes.Known(
            root: WrittenRoot(path: index.rootPath, bytes: root),
            files: paths.map {
                MarketIndexes.File(path: $0, byteCount: memory.files[$0]?.byteCount ?? 0, isWritten: false)
            })
    }

    private func tableFolder() throws -> URL {
        let folder = folders.tableFolder
        try StagedFolder.reporting(folder) {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        return folder
    }
}
