/// How the tokens of all cards of a market are written: one block of deflate with codes of its own (RFC 1951 §3.2.7), whose
/// beginning, with the codes in it, stands once for all of them.
struct CardCode: Sendable {
    /// The whole bytes that every block begins with.
    let beginning: [UInt8]
    /// The bits between those and the first token.
    private let rest: (bits: UInt64, count: Int)
    private let symbols: PrefixCode
    private let distances: PrefixCode

    private static let endOfBlock = 256
    private static let symbolCount = 286
    private static let distanceCount = 30
    /// The order in which the lengths of the code of lengths stand.
    private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    /// What a token of the samples weighs beside one that no sample has.
    private static let weight = 8

    /// A code for cards like these.
    init(samples: [[CardMatcher.Token]]) {
        // Any card can be written, so every symbol has a code.
        var symbolCounts = [Int](repeating: 1, count: Self.symbolCount)
        var distanceCounts = [Int](repeating: 1, count: Self.distanceCount)
        for tokens in samples {
            for token in tokens {
                guard token.length > 0 else {
                    symbolCounts[Int(token.value)] += Self.weight
                    continue
                }
                symbolCounts[Self.symbol(ofLength: Int(token.length)).symbol] += Self.weight
                distanceCounts[Self.symbol(ofDistance: Int(token.value)).symbol] += Self.weight
            }
            symbolCounts[Self.endOfBlock] += Self.weight
        }
        symbols = PrefixCode(counts: symbolCounts, limit: 15)
        distances = PrefixCode(counts: distanceCounts, limit: 15)

        let lengths = symbols.lengths + distances.lengths
        var lengthCounts = [Int](repeating: 0, count: Self.lengthOrder.count)
        // There are two lengths at least, as 286 codes of one would not be all of them.
        for length in lengths { lengthCounts[length] += 1 }
        let lengthCode = PrefixCode(counts: lengthCounts, limit: 7)
        var writer = BitWriter()
        writer.append(0, bitCount: 1)  // not the last block
        writer.append(2, bitCount: 2)  // codes of its own
        writer.append(UInt64(Self.symbolCount - 257), bitCount: 5)
        writer.append(UInt64(Self.distanceCount - 1), bitCount: 5)
        writer.append(UInt64(Self.lengthOrder.count - 4), bitCount: 4)
        for length in Self.lengthOrder { writer.append(UInt64(lengthCode.lengths[length]), bitCount: 3) }
        for length in lengths { writer.append(UInt64(lengthCode.codes[length]), bitCount: lengthCode.lengths[length]) }
        (beginning, rest) = (writer.bytes, writer.rest)
    }

    /// What follows the beginning: the tokens, the end of the block, and the head of a stored block up to a byte border.
    func bytes(of tokens: [CardMatcher.Token]) -> [UInt8] {
        var writer = BitWriter()
        writer.append(rest.bits, bitCount: rest.count)
        symbols.codes.withUnsafeBufferPointer { codes in
            for token in tokens {
                guard token.length > 0 else {
                    writer.append(UInt64(codes[Int(token.value)]), bitCount: symbols.lengths[Int(token.value)])
                    continue
                }
                let length = Self.symbol(ofLength: Int(token.length))
                writer.append(UInt64(codes[length.symbol]), bitCount: symbols.lengths[length.symbol])
                writer.append(UInt64(length.rest), bitCount: length.bitCount)
                let distance = Self.symbol(ofDistance: Int(token.value))
                writer.append(UInt64(distances.codes[distance.symbol]), bitCount: distances.lengths[distance.symbol])
                writer.append(UInt64(distance.rest), bitCount: distance.bitCount)
            }
        }
        writer.append(UInt64(symbols.codes[Self.endOfBlock]), bitCount: symbols.lengths[Self.endOfBlock])
        writer.append(0, bitCount: 3)  // a stored block, not the last
        writer.fillByte()
        return writer.bytes
    }

    /// The symbol of a length and the bits behind it (RFC 1951 §3.2.5).
    private static func symbol(ofLength length: Int) -> (symbol: Int, rest: Int, bitCount: Int) {
        if length == 258 { return (285, 0, 0) }
        let value = length - 3
        if value < 8 { return (257 + value, 0, 0) }
        let bitCount = Int.bitWidth - 3 - value.leadingZeroBitCount
        return (261 + 4 * bitCount + (value >> bitCount & 3), value & (1 << bitCount - 1), bitCount)
    }

    private static func symbol(ofDistance distance: Int) -> (symbol: Int, rest: Int, bitCount: Int) {
        let value = distance - 1
        if value < 4 { return (value, 0, 0) }
        let bitCount = Int.bitWidth - 2 - value.leadingZeroBitCount
        return (2 + 2 * bitCount + (value >> bitCount & 1), value & (1 << bitCount - 1), bitCount)
    }
}

/// Writes bits, the lowest first (RFC 1951 §3.1.1).
private struct BitWriter {
    /// The whole ones.
    private(set) var bytes: [UInt8] = []
    private(set) var rest: (bits: UInt64, count: Int) = (0, 0)

    init() { bytes.reserveCapacity(512) }

    /// - Parameter bitCount: at most 16.
    mutating func append(_ bits: UInt64, bitCount: Int) {
        rest.bits |= bits << UInt64(rest.count)
        rest.count += bitCount
        while rest.count >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: rest.bits))
            rest.bits >>= 8
            rest.count -= 8
        }
    }

    /// Goes on at the next byte border.
    mutating func fillByte() { append(0, bitCount: (8 - rest.count) % 8) }
}
