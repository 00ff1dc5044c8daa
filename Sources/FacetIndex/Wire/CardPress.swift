import CZlib

/// A card, pressed: raw deflate data that reaches back into the dictionary of its market, without what all such data of
/// the market begin with (docs/index-format.md, "Cards").
public struct CardPiece: Hashable, Sendable {
    let bytes: [UInt8]
    /// Adler-32 (RFC 1950) of the card.
    let checksum: UInt32
}

/// Presses cards against a dictionary, each on its own, so that any of them can stand anywhere
/// (`docs/decisions/0044`).
public struct CardPress: Sendable {
    /// What opens the cards again.
    let opener: CardOpener
    private let code: CardCode

    private static let dictionaryLimit = 12 * 1024
    /// How many cards make a good dictionary: with more, what is near costs more than what is far saves.
    private static let dictionarySampleCount = 6
    /// How many cards tell how often which bytes and distances are.
    public static let sampleCount = 66

    /// - Parameter samples: some cards, the most typical last, as what is near costs least.
    public init(samples: [[UInt8]]) {
        let count = min(Self.dictionarySampleCount, samples.count)
        let places = (0..<count).map { samples.count * (2 * $0 + 1) / (2 * count) }
        let dictionary = Array(places.map { samples[$0] }.joined().suffix(Self.dictionaryLimit))
        let matcher = CardMatcher(dictionary: dictionary)
        // Those that are in the dictionary tell nothing of others.
        let others = samples.indices.filter { !places.contains($0) }.map { samples[$0] }
        code = CardCode(samples: others.map(matcher.tokens))
        opener = CardOpener(dictionary: dictionary, beginning: code.beginning)
    }

    /// What presses many cards, one after the other.
    public func primedStream() -> PrimedStream { PrimedStream(CardMatcher(dictionary: opener.dictionary), code) }

    /// Has looked through the dictionary once, which takes longer than pressing a card.
    public final class PrimedStream {
        private let matcher: CardMatcher
        private let code: CardCode

        fileprivate init(_ matcher: CardMatcher, _ code: CardCode) { (self.matcher, self.code) = (matcher, code) }

        public func pressed(_ card: [UInt8]) -> CardPiece {
            CardPiece(bytes: code.bytes(of: matcher.tokens(of: card)), checksum: UInt32(adler32(1, card, UInt32(card.count))))
        }
    }

    public func pressed(_ card: [UInt8]) -> CardPiece { primedStream().pressed(card) }
}

/// Makes cards of pieces.
struct CardOpener: Sendable {
    /// What cards have in common.
    let dictionary: [UInt8]
    /// What stands before every piece.
    let beginning: [UInt8]

    /// Larger than any card, as the texts of creators have a longest length.
    static let cardLimit = 1 << 20

    /// The card that was pressed.
    ///
    /// - Throws: `IndexDamage` where the piece does not make it.
    func card(from piece: CardPiece) throws(IndexDamage) -> [UInt8] {
        let card = try Deflate.inflated(beginning + piece.bytes, dictionary: dictionary, limit: Self.cardLimit)
        guard UInt32(adler32(1, card, UInt32(card.count))) == piece.checksum else {
            throw IndexDamage("has a damaged card")
        }
        return card
    }
}
