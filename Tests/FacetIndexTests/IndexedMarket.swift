import Fixtures
import Foundation
import Marketplace
import Synchronization

@testable import FacetIndex

/// A market of random creators with its table and its files for browsers.
struct IndexedMarket {
    let creators: [PublicCreator]
    let index: MarketIndex
    let columns: MarketColumns
    let press: CardPress
    let cards: [CardPiece]

    static let currency = Market.id.currency

    init(count: Int, seed: UInt64, settings: WireSettings = .standard) throws {
        try self.init(RandomCreators(count: count, seed: seed).creators, settings: settings)
    }

    init(_ creators: [PublicCreator], settings: WireSettings = .standard) throws {
        self.creators = creators
        columns = MarketColumns(
            market: .id, creators: creators, categories: RandomCreators.categories, currency: Self.currency)
        let press = CardPress(samples: creators.prefix(3).map(Self.card))
        self.press = press
        cards = creators.map { press.pressed(Self.card($0)) }
        index = MarketIndex(columns, press: press, settings: settings)
    }

    static func card(_ creator: PublicCreator) -> [UInt8] {
        Array(
            "<li class=\"card\" data-creator=\"\(creator.username)\"><a href=\"../creators/\(creator.username).html\">\(creator.nickname)</a></li>\n"
                .utf8)
    }

    /// The bytes of the table.
    func tableBytes(root: String = "ID/root-00000000.bin") async throws -> Data {
        let folder = try TemporaryFolder()
        let url = folder.url.appending(path: "table")
        try Data().write(to: url)
        let file = try FileHandle(forWritingTo: url)
        try await index.writeTable(root: root, to: file) { rows in
            rows.map { RowPayload(card: cards[$0], json: Array("{\($0)}".utf8), csv: Array("\($0),".utf8)) }
        }
        try file.close()
        return try Data(contentsOf: url)
    }

    func table() async throws -> MarketTable { try MarketTable(try await tableBytes()) }

    /// The files for browsers by path.
    func wireFiles() async throws -> (root: String, files: [String: [UInt8]]) {
        let files = FileBox()
        let root = try await index.writeWire(cards: cards) { files.add($0) }
        return (root, files.all)
    }

    private final class FileBox: Sendable {
        private let files = Mutex<[String: [UInt8]]>([:])
        var all: [String: [UInt8]] { files.withLock { $0 } }
        func add(_ file: WireFile) { files.withLock { $0[file.path] = file.bytes } }
    }
}
