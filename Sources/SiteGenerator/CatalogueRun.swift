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
    /// Each creator's line in the directory, by place.
    let records: [DirectoryRecord]
    /// Nil makes everything, and nothing is remembered.
    let shared: SharedBasis?

    var counts: BuildMemory.Counts {
        BuildMemory.Counts(
            creators: catalogue.creators.count, listed: creators.open.count,
            photos: photos.count { if case .unusable = $0.value { false } else { true } })
    }

    /// What was made.
    struct Made: Sendable {
        let indexes: MarketIndexes.Written
        /// Every file of the catalogue.
        let files: [Entry]
        let indexBases: [Market: Fingerprint]
    }

    /// A file of the catalogue.
    struct Entry: Sendable {
        let path: String
        let file: BuildMemory.File
        let outcome: CatalogueOutcome
    }

    /// Makes every file that is not known to be as it is to be.
    ///
    /// - Parameters:
    ///   - tableFolder: where the tables of the server are made; nil makes none.
    ///   - ended: told of each part when it is done.
    func make(into target: some CatalogueTarget, tableFolder: URL?, ended: (BuildStages.Stage) -> Void) async throws -> Made {
        let bases = catalogue.site.markets.reduce(into: [Market: Fingerprint]()) { $0[$1] = basis.market($1) }
        let indexes = try await MarketIndexes(site: catalogue.site, renderer: renderer, creators: creators).write(
            tableFolder: tableFolder, known: { knownIndex(of: $0, basis: bases[$0] ?? 0, in: target) },
            put: { try target.put($1, at: $0) == .written }, made: { ended(BuildStages.Stage($0)) })
        let plan = SitePlan(
            catalogue: catalogue, creators: creators, photos: photos, assets: assets, indexRoots: indexes.roots,
            words: renderer.words)
        let memory = target.beginning
        let standing = isComparable(memory) ? Set(bases.filter { memory?.indexes[$0.key]?.basis == $0.value }.keys) : []
        let files = try await Lanes.map(plan.files) { try make($0, of: plan, standing: standing, in: target) }
        let all =
            files.flatMap(\.self)
            + indexes.files.map { file in
                Entry(
                    path: file.path, file: BuildMemory.File(basis: nil, byteCount: file.byteCount),
                    outcome: file.isWritten ? .written : .unchanged)
            }
        ended(.pages)
        return Made(indexes: indexes, files: all, indexBases: bases)
    }

    /// Whether what is remembered tells of pages that this run would make.
    private func isComparable(_ memory: BuildMemory?) -> Bool { memory != nil && memory?.shared == shared }

    /// A file, with its compressed forms behind it.
    private func make(
        _ file: SitePlan.File, of plan: SitePlan, standing: Set<Market>, in target: some CatalogueTarget
    ) throws -> [Entry] {
        let old = standing.isEmpty ? nil : target.beginning?.files[file.path]?.basis
        let basis =
            shared == nil
            ? nil
            : plan.basis(of: file.content, in: basis, after: old.map { SitePlan.OldBasis(page: $0, standing: standing) })
        if let basis, let known = knownFiles(at: file.path, basis: basis, in: target) { return known }
        let bytes = try bytes(of: file.content, in: plan)
        func entry(_ path: String, _ bytes: [UInt8]) throws -> Entry {
            Entry(
                path: path, file: BuildMemory.File(basis: basis, byteCount: bytes.count),
                outcome: try target.put(bytes, at: path))
        }
        let forms = Precompression.forms(of: bytes, at: file.path, among: catalogue.site.precompressed)
        return try [entry(file.path, bytes)]
            + forms.map { try entry(Precompression.path(of: $0.form, beside: file.path), $0.bytes) }
    }

    /// A file and its compressed forms, where the last build made them from the same and they are still there.
    private func knownFiles(at path: String, basis: PageBasis, in target: some CatalogueTarget) -> [Entry]? {
        guard let memory = target.beginning, isComparable(memory), memory.files[path]?.basis == basis else { return nil }
        let forms = catalogue.site.precompressed.map { Precompression.path(of: $0, beside: path) }
        let paths = [path] + forms.filter { memory.files[$0] != nil }
        guard paths.allSatisfy(target.holds) else { return nil }
        return paths.compactMap { path in
            memory.files[path].map { Entry(path: path, file: $0, outcome: .unchanged) }
        }
    }

    private func bytes(of content: SitePlan.File.Content, in plan: SitePlan) throws -> [UInt8] {
        if let page = plan.page(of: content) { return renderer.staticPage(page) }
        return switch content {
        case .chunk(let number):
            PageChunk(
                plan.pages(ofChunk: number).map {
                    PageChunk.Page(username: $0.username, html: renderer.staticPage($0.page))
                }
            ).packed
        case .copy(let source), .photo(let source):
            try StagedFolder.reporting(source) { [UInt8](try Data(contentsOf: source)) }
        case .bytes(let bytes): bytes
        case .preview(let styleSheet): PreviewPicture(tokens: StyleTokens(styleSheet: styleSheet)).png
        case .page, .sitePage, .creator, .list: preconditionFailure("the plan has a page for each of these")
        }
    }

    /// The index of a market that the last build made from the same creators, where all of it is still there.
    private func knownIndex(of market: Market, basis: Fingerprint, in target: some CatalogueTarget) -> MarketIndexes.Known? {
        guard let memory = target.beginning, isComparable(memory), let index = memory.indexes[market], index.basis == basis,
            FileTrace(of: folders.tableFile(of: market).path) == index.table
        else { return nil }
        let prefix = MarketIndexes.folder + "/" + market.rawValue + "/"
        let paths = memory.files.keys.filter { $0.hasPrefix(prefix) }
        guard !paths.isEmpty, paths.allSatisfy(target.holds),
            let root = try? target.content(of: MarketIndexes.folder + "/" + index.rootPath)  // gone: it is made again
        else { return nil }
        return MarketIndexes.Known(
            root: WrittenRoot(path: index.rootPath, bytes: root),
            files: paths.map {
                MarketIndexes.File(path: $0, byteCount: memory.files[$0]?.byteCount ?? 0, isWritten: false)
            })
    }
}
