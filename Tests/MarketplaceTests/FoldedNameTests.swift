import Fixtures
import Testing

@testable import Marketplace

@Suite("Folded names")
struct FoldedNameTests {
    /// From and beside the scalars that are folded one by one, with all that composes, reorders or parts words.
    private static let scalars: [Unicode.Scalar] =
        [
            0x20...0x24f, 0x300...0x345, 0x391...0x3c9, 0xe00...0xe5b, 0x1100...0x1112, 0x1161...0x1175, 0x1e00...0x1eff,
            0x2000...0x206f,
        ]
        .flatMap { $0.compactMap { Unicode.Scalar($0 as UInt32) } }
        + "✨❤️🛍️🏽子轩日かが가ﬁ㎏½²\u{0}\u{1d165}\u{f900}\u{20e3}".unicodeScalars

    /// Scalar by scalar or whole, the words are the same.
    @Test(arguments: 0..<40) func areTheSameWhetherFoldedByScalarOrWhole(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            var view = String.UnicodeScalarView()
            // Often of one script, as names are.
            let start = Int.random(in: Self.scalars.indices, using: &random)
            for _ in 0..<Int.random(in: 0...7, using: &random) {
                let near = min(Self.scalars.count - 1, start + Int.random(in: 0..<80, using: &random))
                view.append(random.oneIn(3) ? random.pick(Self.scalars) : Self.scalars[near])
            }
            let name = String(view)
            #expect(
                FoldedName.words(of: name).map { Array($0.unicodeScalars) }
                    == FoldedName.wordsByUnicode(of: name).map { Array($0.unicodeScalars) }, "\(view.map(\.value))")
            let key = name.unicodeScalars.flatMap { scalar in
                scalar.properties.uppercaseMapping.unicodeScalars.flatMap { $0.properties.lowercaseMapping.unicodeScalars }
            }
            #expect(Array(FoldedName.sortKey(of: name).unicodeScalars) == key, "\(view.map(\.value))")
        }
    }

    @Test(arguments: [
        ("Nguyễn Thị HOA", ["nguyen", "thi", "hoa"]), ("ทุเรียน น้ำ", ["ทุเรียน", "น\u{0e49}\u{0e4d}\u{0e32}"]),
        ("子轩 Tan", ["子轩", "tan"]),
        ("Æon🛍️x", ["aeon", "\u{fe0f}x"]), ("a…b_c.D9", ["a", "b", "c", "d9"]), ("", []),
    ]) func areWords(_ name: String, _ words: [String]) {
        #expect(FoldedName.words(of: name) == words)
        #expect(FoldedName.wordsByUnicode(of: name) == words)
    }
}
