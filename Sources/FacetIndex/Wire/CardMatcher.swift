/// Finds what in a card stands before: in the dictionary, or in the card itself (LZ77, as in RFC 1951 §4).
///
/// The dictionary is looked through once, for any number of cards.
final class CardMatcher {
    /// A byte, or a copy of what stands before.
    struct Token {
        /// 0 for a byte.
        let length: UInt16
        /// How far back, or the byte.
        let value: UInt16
    }

    /// Of matches and of the texts that are looked up.
    static let shortest = 4
    private static let longest = 258
    private static let farthest = 32_768
    private static let hashBits = 13
    /// How many places are tried for a match; more find little.
    private static let depth = 32
    /// A match of so many bytes is taken without a look at what begins one byte later.
    private static let goodLength = 64
    /// Inside longer matches nothing is looked up later, as the text stands before already.
    private static let keptLength = 32

    private let start: Int
    /// The dictionary, then the card.
    private var text: [UInt8]
    /// By hash, the last place where it stands; -1 for none. First those of the dictionary alone.
    private let primed: [Int32]
    private var heads: [Int32]
    /// By place, the one before it with the same hash.
    private var links: [Int32]

    init(dictionary: [UInt8]) {
        start = dictionary.count
        text = dictionary
        heads = [Int32](repeating: -1, count: 1 << Self.hashBits)
        links = [Int32](repeating: -1, count: dictionary.count)
        for place in 0..<max(0, dictionary.count - Self.shortest + 1) {
            let hash = text.withUnsafeBufferPointer { Self.hash($0, place) }
            links[place] = heads[hash]
            heads[hash] = Int32(place)
        }
        primed = heads
    }

    /// What the card is made of.
    func tokens(of card: [UInt8]) -> [Token] {
        text.removeSubrange(start...)
        text += card
        heads.withUnsafeMutableBufferPointer { heads in
            primed.withUnsafeBufferPointer { _ = heads.update(from: $0) }
        }
        if links.count < text.count { links += [Int32](repeating: -1, count: text.count - links.count) }
        return text.withUnsafeBufferPointer { text in
            heads.withUnsafeMutableBufferPointer { heads in
                links.withUnsafeMutableBufferPointer { links in
                    var search = Search(text: text, heads: heads, links: links, place: start)
                    return search.tokens()
                }
            }
        }
    }

    private static func hash(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        let word = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: place, as: UInt32.self).littleEndian
        return Int((word &* 2_654_435_761) >> (32 - UInt32(hashBits)))
    }

    /// One walk through a card.
    private struct Search {
        let text: UnsafeBufferPointer<UInt8>
        let heads: UnsafeMutableBufferPointer<Int32>
        let links: UnsafeMutableBufferPointer<Int32>
        var place: Int
        /// The first place that cannot be found yet.
        private var next: Int

        init(
            text: UnsafeBufferPointer<UInt8>, heads: UnsafeMutableBufferPointer<Int32>,
            links: UnsafeMutableBufferPointer<Int32>, place: Int
        ) {
            (self.text, self.heads, self.links, self.place) = (text, heads, links, place)
            next = max(0, place - shortest + 1)
        }

        mutating func tokens() -> [Token] {
            var tokens: [Token] = []
            tokens.reserveCapacity(256)
            while place < text.count {
                enter(before: place)
                let match = match(at: place)
                if match.length == 0 || isBetterLater(than: match) {
                    tokens.append(Token(length: 0, value: UInt16(text[place])))
                    place += 1
                    continue
                }
                tokens.append(Token(length: UInt16(match.length), value: UInt16(match.distance)))
                let end = place + match.length
                if match.length > keptLength {
                    enter(before: place + shortest)
                    next = end - shortest
                }
                place = end
            }
            return tokens
        }

        /// Whether a match that begins one byte later saves more.
        private mutating func isBetterLater(than match: (length: Int, distance: Int)) -> Bool {
            guard match.length < goodLength, place + 1 < text.count else { return false }
            enter(before: place + 1)
            let later = self.match(at: place + 1)
            return later.length > match.length + (later.distance > 8 * match.distance ? 1 : 0)
        }

        /// Makes the places before an end known to later ones.
        private mutating func enter(before end: Int) {
            let end = min(end, text.count - shortest + 1)
            while next < end {
                let hash = CardMatcher.hash(text, next)
                links[next] = heads[hash]
                heads[hash] = Int32(next)
                next += 1
            }
        }

        /// The longest match, and of those the nearest; of length 0 where there is none.
        private func match(at place: Int) -> (length: Int, distance: Int) {
            let longest = min(CardMatcher.longest, text.count - place)
            guard longest >= shortest else { return (0, 0) }
            var best = (length: shortest - 1, distance: 0)
            var candidate = Int(heads[CardMatcher.hash(text, place)])
            var rest = depth
            while candidate >= 0, rest > 0, place - candidate <= farthest {
                if text[candidate + best.length] == text[place + best.length] {
                    let length = commonLength(candidate, place, limit: longest)
                    if length > best.length {
                        best = (length, place - candidate)
                        if length == longest { break }
                    }
                }
                candidate = Int(links[candidate])
                rest -= 1
            }
            return best.distance > 0 ? best : (0, 0)
        }

        private func commonLength(_ a: Int, _ b: Int, limit: Int) -> Int {
            let bytes = UnsafeRawBufferPointer(text)
            var length = 0
            while length + 8 <= limit {
                let difference =
                    bytes.loadUnaligned(fromByteOffset: a + length, as: UInt64.self).littleEndian
                    ^ bytes.loadUnaligned(fromByteOffset: b + length, as: UInt64.self).littleEndian
                if difference != 0 { return length + difference.trailingZeroBitCount / 8 }
                length += 8
            }
            while length < limit, text[a + length] == text[b + length] { length += 1 }
            return length
        }
    }
}
