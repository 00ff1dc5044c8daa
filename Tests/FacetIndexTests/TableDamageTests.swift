import Fixtures
import Foundation
import Marketplace
import Testing

@testable import FacetIndex

/// A table that is damaged, cut short or foreign gives an error, or the right answer; never a crash, never another answer.
@Suite("Damaged tables")
struct TableDamageTests {
    private static let parts = 8
    private static let mutationCount = RunLength.count(100_000)

    @Test("100,000 mutations in a long run", arguments: 0..<parts)
    func survivesMutations(part: Int) async throws {
        let market = try IndexedMarket(count: 12, seed: 5)
        let original = try await market.tableBytes()
        var query = CreatorQuery(market: .id, pageSize: 5)
        query.sort = .gmv
        query.bounds[.followers] = FigureBounds(minimum: FixedDecimal(millionths: 8_000_000))
        query.bounds[.gmv] = FigureBounds(maximum: FixedDecimal(millionths: 9_000_000_000))
        query.text = "ayu"
        query.choices[.quick] = [0, 1]
        let right = try Outcome(MarketTable(original), query)
        var random = SeededGenerator(seed: UInt64(part))
        var refused = 0
        for _ in 0..<Self.mutationCount / Self.parts {
            let bytes = Self.mutated(original, &random)
            do {
                let outcome = try Outcome(MarketTable(bytes), query)
                #expect(outcome == right || bytes.count > original.count)
            } catch is IndexDamage {
                refused += 1
            }
        }
        #expect(refused > Self.mutationCount / Self.parts / 4)
    }

    private struct Outcome: Equatable {
        let answer: QueryAnswer
        let cards: [[UInt8]]

        init(_ table: MarketTable, _ query: CreatorQuery) throws {
            answer = try table.answer(query)
            cards = try table.cards(of: answer.rows)
        }
    }

    private static func mutated(_ original: Data, _ random: inout SeededGenerator) -> Data {
        var bytes = original
        switch Int.random(in: 0..<8, using: &random) {
        case 0: bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &random))
        case 1: bytes.append(contentsOf: [1, 2, 3])
        case 2:
            let place = Int.random(in: 0..<bytes.count - 8, using: &random)
            bytes.replaceSubrange(place..<place + 8, with: [UInt8](repeating: random.pick([0, 0x7f, 0xff]), count: 8))
        case 3:
            let place = Int.random(in: 0..<min(2_000, bytes.count), using: &random)
            bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        default:
            let place = Int.random(in: 0..<bytes.count, using: &random)
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
        return Data(bytes)
    }

    @Test(arguments: ["", "PLZTABL2", "SQLite format 3\u{0}", "PLZTABL1 and more than thirty-two bytes of it"])
    func refusesForeignFiles(content: String) {
        #expect(throws: IndexDamage.self) { try MarketTable(Data(content.utf8)) }
    }
}
