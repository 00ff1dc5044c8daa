/// A prefix code (Huffman 1952) in the canonical form of deflate (RFC 1951 §3.2.2).
struct PrefixCode: Sendable {
    /// Bits of each symbol; 0 where it has no code.
    let lengths: [Int]
    /// The code of each symbol, its first bit the lowest.
    let codes: [UInt32]

    /// The best code for symbols that occur so often, in which none is longer than `limit` bits.
    ///
    /// - Parameter counts: at least two are above 0.
    init(counts: [Int], limit: Int) {
        var counts = counts
        var lengths = Self.lengths(counts)
        // Flatter counts make shorter codes, at some cost to the common symbols.
        while let longest = lengths.max(), longest > limit {
            counts = counts.map { $0 > 0 ? $0 / 2 + 1 : 0 }
            lengths = Self.lengths(counts)
        }
        self.lengths = lengths
        codes = Self.codes(lengths)
    }

    private static func lengths(_ counts: [Int]) -> [Int] {
        struct Node {
            let count: Int
            /// Positions of nodes, or none of a symbol.
            let parts: (Int, Int)?
        }
        let symbols = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $0) < (counts[$1], $1) }
        var nodes = symbols.map { Node(count: counts[$0], parts: nil) }
        // Symbols ascend, and so do the nodes that are made of two.
        var (leaf, inner) = (0, symbols.count)
        func takeSmallest() -> Int {
            if leaf < symbols.count, inner >= nodes.count || nodes[leaf].count <= nodes[inner].count {
                leaf += 1
                return leaf - 1
            }
            inner += 1
            return inner - 1
        }
        while nodes.count < 2 * symbols.count - 1 {
            let parts = (takeSmallest(), takeSmallest())
            nodes.append(Node(count: nodes[parts.0].count + nodes[parts.1].count, parts: parts))
        }
        var depths = [Int](repeating: 0, count: nodes.count)
        for place in nodes.indices.reversed() {
            guard let parts = nodes[place].parts else { continue }
            (depths[parts.0], depths[parts.1]) = (depths[place] + 1, depths[place] + 1)
        }
        var lengths = [Int](repeating: 0, count: counts.count)
        for (place, symbol) in symbols.enumerated() { lengths[symbol] = depths[place] }
        return lengths
    }

    private static func codes(_ lengths: [Int]) -> [UInt32] {
        var codes = [UInt32](repeating: 0, count: lengths.count)
        var code: UInt32 = 0
        for length in 1...max(1, lengths.max() ?? 1) {
            for symbol in lengths.indices where lengths[symbol] == length {
                codes[symbol] = reversed(code, bitCount: length)
                code += 1
            }
            code <<= 1
        }
        return codes
    }

    private static func reversed(_ code: UInt32, bitCount: Int) -> UInt32 {
        (0..<bitCount).reduce(0) { $0 << 1 | (code >> UInt32($1) & 1) }
    }
}
