/// What a table says of one row, where it lies: good for as long as the table's bytes are looked at.
struct StoredPayload {
    /// The creator's card, pressed.
    let card: UnsafeRawBufferPointer
    /// Adler-32 of the card.
    let cardChecksum: UInt32
    let json: UnsafeRawBufferPointer
    let csv: UnsafeRawBufferPointer

    /// - Throws: `IndexDamage` for anything but what `RowPayload.encoded` gives.
    init(_ bytes: UnsafeRawBufferPointer) throws(IndexDamage) {
        guard bytes.count >= 8 else { throw IndexDamage("ends early") }
        let checksum = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
        guard TableLayout.checksum(UnsafeRawBufferPointer(rebasing: bytes[8...])) == checksum else {
            throw IndexDamage("is damaged in a row")
        }
        var reader = ByteReader(bytes[8...])
        let cardCount = try reader.count(upTo: bytes.count)
        let jsonCount = try reader.count(upTo: bytes.count)
        let csvCount = try reader.count(upTo: bytes.count)
        cardChecksum = UInt32(try reader.count(upTo: Int(UInt32.max)))
        card = UnsafeRawBufferPointer(rebasing: try reader.bytes(cardCount))
        json = UnsafeRawBufferPointer(rebasing: try reader.bytes(jsonCount))
        csv = UnsafeRawBufferPointer(rebasing: try reader.bytes(csvCount))
        guard reader.isAtEnd else { throw IndexDamage("has too much in a row") }
    }

    var cardPiece: CardPiece { CardPiece(bytes: Array(card), checksum: cardChecksum) }
}
