import Fixtures
import Foundation
import Marketplace

@testable import FacetIndex

/// A market of random creators with its table.
struct IndexedMarket {
    let creators: [PublicCreator]
    let index: MarketIndex
    let columns: MarketColumns
    let press: CardPress
    let cards: [CardPiece]

    static let currency = Market.id.currency

    init(count: Int, seed: UInt64) throws {
        try self.init(RandomCreators(count: count, seed: seed).creators)
    }

    init(_ creators: [PublicCreator]) throws {
        self.creators = creators
        columns = MarketColumns(
            market: .id, creators: creators, categories: RandomCreators.categories, currency: Self.currency)
        let press = CardPress(samples: creators.prefix(3).map(Self.card))
        self.press = press
        cards = creators.map { press.pressed(Self.card($0)) }
        index = MarketIndex(columns, press: press)
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
            rows.map { RowPayload(card: cards[$0], json: Array("{\($0)}".utf8), csv: Array("\($0),".utf8)).encoded }
        }
        try file.close()
        return try Data(contentsOf: url)
    }

    func table() async throws -> MarketTable { try MarketTable(try await tableBytes()) }
}
