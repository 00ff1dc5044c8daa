/// Puts cards and what is said of them into one file (docs/index-format.md, "Cards").
enum CardFile {
    /// - Parameter rest: what follows the lengths of the pieces in the meta block.
    static func bytes(meta: ByteWriter, pieces: [CardPiece], rest: [UInt8] = []) -> [UInt8] {
        var meta = meta
        for piece in pieces {
            meta.append(count: piece.bytes.count)
            meta.append(varint: UInt64(piece.checksum))
        }
        meta.append(rest)
        // Figures and checksums: a better level saves a hundredth.
        let packed = Deflate.packed(meta.bytes, level: Deflate.fastLevel)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pieces.reduce(4 + packed.count) { $0 + $1.bytes.count })
        bytes += (0..<4).map { UInt8(truncatingIfNeeded: packed.count >> (8 * $0)) }
        bytes += packed
        for piece in pieces { bytes += piece.bytes }
        return bytes
    }
}
