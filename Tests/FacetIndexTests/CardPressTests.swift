import Fixtures
import Marketplace
import Testing

@testable import FacetIndex

@Suite("Pressed cards")
struct CardPressTests {
    private static func bytes(_ count: Int, of alphabet: ClosedRange<UInt8>, _ random: inout SeededGenerator) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: alphabet, using: &random) }
    }

    /// Cards of pieces that come again, as those of a template do, and of bytes that no sample has.
    private static func card(_ parts: [[UInt8]], _ random: inout SeededGenerator) -> [UInt8] {
        (0..<Int.random(in: 0...20, using: &random)).flatMap { _ in
            random.oneIn(4) ? bytes(Int.random(in: 0...9, using: &random), of: 0...255, &random) : random.pick(parts)
        }
    }

    @Test(arguments: 0..<60) func areOpenedAgain(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let parts = (0..<12).map { _ in Self.bytes(Int.random(in: 1...400, using: &random), of: 0x20...0x7e, &random) }
        let press = CardPress(samples: (0..<Int(seed % 70)).map { _ in Self.card(parts, &random) })
        let stream = press.primedStream()
        for _ in 0..<30 {
            let card = Self.card(parts, &random)
            let piece = stream.pressed(card)
            #expect(try press.opener.card(from: piece) == card)
            // What was pressed before leaves no trace.
            #expect(press.pressed(card) == piece)
        }
    }

    /// Copies of every length, from near and far, and from further than can be told.
    @Test func reachAsFarAsDeflateDoes() throws {
        var random = SeededGenerator(seed: 7)
        let press = CardPress(samples: [Self.bytes(12_288, of: 0...255, &random)])
        let text = Self.bytes(34_000, of: 0...255, &random)
        var card = text
        for length in [3, 4, 5, 10, 11, 18, 19, 34, 66, 130, 227, 257, 258, 259, 600] {
            for distance in [length, 1_000, 8_193, 24_577, 32_767, 32_768, 32_769, 33_999] where distance <= card.count {
                card += card[(card.count - distance)..<(card.count - distance + length)]
            }
        }
        card += [UInt8](repeating: 65, count: 1_000)
        let piece = press.pressed(card)
        #expect(try press.opener.card(from: piece) == card)
        #expect(piece.bytes.count < text.count * 12 / 10)
    }

    @Test func ofATemplateTakeFewBytes() throws {
        let creators = try RandomCreators(count: 500, seed: 3).creators
        func card(_ creator: PublicCreator) -> [UInt8] {
            Array(String(repeating: "<p class=\"figure\">\(creator.username)</p><b>one of many words</b>\n", count: 12).utf8)
        }
        let press = CardPress(samples: creators.prefix(CardPress.sampleCount).map(card))
        let byteCount = creators.reduce(0) { $0 + press.pressed(card($1)).bytes.count }
        #expect(byteCount < 40 * creators.count)
    }

    @Test func areToldFromDamagedOnes() throws {
        let creators = try RandomCreators(count: 40, seed: 5).creators
        let press = CardPress(samples: creators.map(IndexedMarket.card))
        var random = SeededGenerator(seed: 5)
        for creator in creators {
            let piece = press.pressed(IndexedMarket.card(creator))
            var bytes = piece.bytes
            bytes[Int.random(in: bytes.indices, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            // Bits behind the end of the block mean nothing.
            let card = try? press.opener.card(from: CardPiece(bytes: bytes, checksum: piece.checksum))
            #expect(card == nil || card == IndexedMarket.card(creator))
            let cut = CardPiece(bytes: Array(piece.bytes.dropLast(2)), checksum: piece.checksum)
            #expect(throws: IndexDamage.self) { try press.opener.card(from: cut) }
        }
    }
}

@Suite("Prefix codes")
struct PrefixCodeTests {
    @Test(arguments: 0..<50) func areWholeAndWithinTheirLimit(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 2...286, using: &random)
        // Counts like those of Fibonacci make the longest codes.
        var counts = (0..<count).map { _ in random.oneIn(9) ? 0 : 1 << Int.random(in: 0...40, using: &random) }
        (counts[0], counts[count - 1]) = (1, 1)
        let limit = count <= 100 ? 7 : 15
        let code = PrefixCode(counts: counts, limit: limit)
        #expect(code.lengths.indices.allSatisfy { (code.lengths[$0] > 0) == (counts[$0] > 0) && code.lengths[$0] <= limit })
        // Kraft (1949): the code words fill the tree.
        #expect(code.lengths.reduce(0) { $0 + ($1 > 0 ? 1 << (limit - $1) : 0) } == 1 << limit)
        for a in counts.indices where counts[a] > 0 {
            for b in counts.indices where b != a && counts[b] > 0 && code.lengths[b] >= code.lengths[a] {
                #expect(code.codes[b] & (1 << UInt32(code.lengths[a]) - 1) != code.codes[a])
            }
        }
    }

    @Test(arguments: [
        ([1, 1], [1, 1]), ([5, 1, 1], [1, 2, 2]), ([0, 45, 13, 12, 16, 9, 5], [0, 1, 3, 3, 3, 4, 4]), ([1, 0, 1], [1, 0, 1]),
    ]) func areThoseOfHuffman(_ counts: [Int], _ lengths: [Int]) {
        #expect(PrefixCode(counts: counts, limit: 15).lengths == lengths)
    }
}
