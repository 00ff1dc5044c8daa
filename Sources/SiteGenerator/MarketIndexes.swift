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
        /// The finished tables of the markets that were made, not in place yet.
        public fileprivate(set) var tables: [Market: URL] = [:]
        /// Those for browsers.
        public fileprivate(set) var files: [File] = []
    }

    /// A file for browsers.
    public struct File: Sendable {
        /// Below the top of the site.
        public let path: String
        public let byteCount: Int
        /// Whether it was not there before.
        let isWritten: Bool
    }

    /// What an earlier build made of the same creators.
    struct Known {
        let root: WrittenRoot
        let files: [File]
    }

    /// What is made of a market, in this order.
    public enum Part: String, Sendable {
        case cards, columns, files, table
    }

    public init(site: Site, renderer: PageRenderer, creators: PublishedCreators) {
        (self.site, self.renderer, self.creators) = (site, renderer, creators)
    }

    /// Makes all of it.
    ///
    /// - Parameters:
    ///   - publicFolder: where the catalogue is being made.
    ///   - tableFolder: where the tables are made, each under a name that nobody reads.
    ///   - made: told of each part when it is made.
    /// - Throws: `BuildFailure`.
    public func write(publicFolder: URL, tableFolder: URL, made: (Part) -> Void = { _ in }) async throws -> Written {
        for market in site.markets {
            let folder = publicFolder.appending(path: "\(Self.folder)/\(market.rawValue)")
            try StagedFolder.reporting(folder) {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            }
        }
        let top = publicFolder.path + "/"
        return try await write(
            tableFolder: tableFolder, known: { _ in nil },
            put: { path, bytes in
                try NewFile.make(bytes, at: top + path)
                return true
            }, made: made)
    }

    /// - Parameters:
    ///   - tableFolder: where the tables are made; nil makes none.
    ///   - known: what need not be made again of a market.
    ///   - put: takes each file for browsers, from several lanes at once; tells whether it was not there before.
    func write(
        tableFolder: URL?, known: (Market) -> Known?, put: @escaping @Sendable (String, [UInt8]) throws -> Bool,
        made: (Part) -> Void
    ) async throws -> Written {
        var written = Written()
        for market in site.markets {
            if let known = known(market) {
                written.roots[market] = known.root
                written.files += known.files
                continue
            }
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
            let tally = Tally()
            let root = try await index.writeWire(cards: cards) { file in
                let path = Self.folder + "/" + file.path
                tally.add(File(path: path, byteCount: file.bytes.count, isWritten: try put(path, file.bytes)))
            }
            made(.files)
            written.roots[market] = root
            written.files += tally.files
            guard let tableFolder else { continue }
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
        let file = try StagedFolder.reporting(url) { try PrivateFile.empty(at: url) }
        do {
            try await index.writeTable(root: root, to: file) { rows in
                try await Lanes.map(Array(rows)) { row in
                    RowPayload(card: cards[row], creator: creators[row]).encoded
                }
            }
            try file.synchronize()
            try file.close()
        } catch {
            throw BuildFailure.cannotWrite(path: url.path, reason: (error as NSError).localizedDescription)
        }
        return url
    }

    /// Some cards of all parts of the list, that of the most followers last.
    private static func samples(of creators: [PublicCreator]) -> [PublicCreator] {
        let count = min(CardPress.sampleCount, creators.count)
        return (0..<count).map { creators[creators.count * ($0 * 2 + 1) / (2 * count)] }.reversed()
    }

    /// Gathers what several lanes write.
    private final class Tally: Sendable {
        private let state = Mutex<[File]>([])
        var files: [File] { state.withLock { $0 } }
        func add(_ file: File) { state.withLock { $0.append(file) } }
    }
}
