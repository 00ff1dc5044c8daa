import CZlib

/// A card, pressed: raw deflate data that reaches back into the dictionary of its market (docs/index-format.md, "Cards").
public struct CardPiece: Hashable, Sendable {
    let bytes: [UInt8]
    /// Adler-32 (RFC 1950) of the card.
    let checksum: UInt32
}

/// Presses cards against a dictionary, each on its own, so that any of them can stand anywhere.
public struct CardPress: Sendable {
    /// What cards have in common.
    let dictionary: [UInt8]

    /// Windows of 16 KiB reach over dictionary and card; the small hash keeps the start of each card cheap.
    private static let windowBits: Int32 = 14
    private static let memoryLevel: Int32 = 5
    private static let level: Int32 = 6
    private static let dictionaryLimit = 12 * 1024
    /// How many cards make a good dictionary.
    public static let sampleCount = 6
    /// Larger than any card.
    static let cardLimit = 1 << 20

    /// - Parameter samples: some cards, the most typical last, as what is near costs least.
    public init(samples: [[UInt8]]) {
        dictionary = Array(samples.joined().suffix(Self.dictionaryLimit))
    }

    init(dictionary: [UInt8]) { self.dictionary = dictionary }

    /// What presses many cards, one after the other.
    public func primedStream() -> PrimedStream { PrimedStream(dictionary: dictionary) }

    /// Has looked through the dictionary once, which takes longer than pressing a card.
    public final class PrimedStream {
        /// A stream knows its own address, so it must not move.
        private let ready = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

        fileprivate init(dictionary: [UInt8]) {
            ready.initialize(to: z_stream())
            let outcome = plaza_deflate_init(ready, CardPress.level, -CardPress.windowBits, CardPress.memoryLevel)
            precondition(outcome == Z_OK, "zlib takes these settings")
            if !dictionary.isEmpty { deflateSetDictionary(ready, dictionary, UInt32(dictionary.count)) }
        }

        deinit {
            deflateEnd(ready)
            ready.deallocate()
        }

        public func pressed(_ card: [UInt8]) -> CardPiece {
            var stream = z_stream()
            precondition(deflateCopy(&stream, ready) == Z_OK, "there is memory for a card")
            defer { deflateEnd(&stream) }
            // A sync flush ends with an empty stored block, on a byte border.
            let capacity = Int(deflateBound(&stream, UInt(card.count))) + 64
            let bytes = Deflate.run(&stream, on: card, flush: Z_SYNC_FLUSH, capacity: capacity)
            return CardPiece(bytes: bytes, checksum: UInt32(adler32(1, card, UInt32(card.count))))
        }
    }

    public func pressed(_ card: [UInt8]) -> CardPiece { primedStream().pressed(card) }

    /// The card that was pressed.
    ///
    /// - Throws: `IndexDamage` where the piece does not make it.
    func card(from piece: CardPiece) throws(IndexDamage) -> [UInt8] {
        let card = try Deflate.inflated(piece.bytes, dictionary: dictionary, limit: Self.cardLimit)
        guard UInt32(adler32(1, card, UInt32(card.count))) == piece.checksum else {
            throw IndexDamage("has a damaged card")
        }
        return card
    }
}
