import Catalogue
import FacetIndex
public import Foundation
public import Marketplace
public import Pages
import Synchronization

/// Makes the index of every market: the files for browsers among what everyone may see, the tables for the server.
public struct MarketIndexes: Sendable {
    private let site: Site
    private let renderer: PageRenderer
    private let creators: PublishedCreators

    /// Where the files for browsers stand, below the top of the site.
    static let folder = "index"

    /// What was written.
    public struct Written: Sendable {
        /// The root of each market's index.
        var roots: [Market: WrittenRoot] = [:]
        /// The finished tables, not in place yet.
        public fileprivate(set) var tables: [Market: URL] = [:]
        public fileprivate(set) var fileCount = 0
        public fileprivate(set) var byteCount = 0
    }

    /// What is made of a market, in this order.
    public enum Part: String, Sendable {
        case cards, columns, files, table
    }

    public init(site: Site, renderer: PageRenderer, creators: PublishedCreators) {
        (self.site, self.renderer, self.creators) = (site, renderer, creators)
    }

    /// - Parameters:
    ///   - publicFolder: where the catalogue is being made.
    ///   - tableFolder: where the tables are made, each under a name that nobody reads.
    ///   - made: told of each part when it is made.
    /// - Throws: `BuildFailure`.
    public func write(publicFolder: URL, tableFolder: URL, made: (Part) -> Void = { _ in }) async throws -> Written {
        var written = Written()
        for market in site.markets {
            let open = creators.byMarket[market] ?? []
            let press = CardPress(samples: Self.samples(of: open).map(renderer.card))
            let cards = try await Lanes.map(open, tool: press.primedStream) { [renderer] stream, creator in
                stream.pressed(renderer.card(creator))
            }
            made(.cards)
            let columns = MarketColumns(
                market: market, creators: open, categories: site.categories(in: market),
                currency: creators.currency(in: market))
            let index = MarketIndex(columns, press: press)
            made(.columns)
            let folder = publicFolder.appending(path: Self.folder)
            try StagedFolder.reporting(folder) {
                let market = folder.appending(path: market.rawValue)
                try FileManager.default.createDirectory(at: market, withIntermediateDirectories: true)
            }
            let tally = Tally()
            let path = folder.path + "/"
            let root = try await index.writeWire(cards: cards) { file in
                try NewFile.make(file.bytes, at: path + file.path)
                tally.add(byteCount: file.bytes.count)
            }
            made(.files)
            written.roots[market] = root
            written.fileCount += tally.counts.files
            written.byteCount += tally.counts.bytes
            written.tables[market] = try await table(
                of: index, root: root.path, creators: open, cards: cards,
                at: tableFolder.appending(path: "\(market.rawValue).table.new"))
            made(.table)
        }
        return written
    }

    private func table(of index: MarketIndex, root: String, creators: [PublicCreator], cards: [CardPiece], at url: URL)
        async throws -> URL
    {
        let file = try StagedFolder.reporting(url) { try Self.newPrivateFile(at: url) }
        do {
            try await index.writeTable(root: root, to: file) { rows in
                try await Lanes.map(Array(rows)) { row in
                    RowPayload(
                        card: cards[row], json: Array(creators[row].json(profileHTML: nil).utf8),
                        csv: PublicTable.row(of: creators[row])
                    ).encoded
                }
            }
            try file.synchronize()
            try file.close()
        } catch {
            throw BuildFailure.cannotWrite(path: url.path, reason: (error as NSError).localizedDescription)
        }
        return url
    }

    /// Empty, and for its owner only.
    private static func newPrivateFile(at url: URL) throws -> FileHandle {
        try? FileManager.default.removeItem(at: url)  // left by a killed build, or not there
        guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw POSIXError(.EACCES)
        }
        return try FileHandle(forWritingTo: url)
    }

    /// Some cards of all parts of the list, that of the most followers last.
    private static func samples(of creators: [PublicCreator]) -> [PublicCreator] {
        let count = min(CardPress.sampleCount, creators.count)
        return (0..<count).map { creators[creators.count * ($0 * 2 + 1) / (2 * count)] }.reversed()
    }

    /// Counts what several lanes write.
    private final class Tally: Sendable {
        private let state = Mutex((files: 0, bytes: 0))
        var counts: (files: Int, bytes: Int) { state.withLock { $0 } }
        func add(byteCount: Int) { state.withLock { $0 = ($0.files + 1, $0.bytes + byteCount) } }
    }
}
