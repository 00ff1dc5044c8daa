/// What one pass over a text tells of it: most texts hold no address, and then the searches for some need not be made.
struct TextGlance: Hashable {
    private(set) var holdsAt = false
    /// No more digits than this are in the text.
    private(set) var digitLimit = 0
    /// Whether digits follow a "+", or what a messenger's link can end with.
    private(set) var mayHoldInternationalNumber = false
    /// Whether `ResolvedText` can make another text of it: it holds "%", "&" or what has another form. A replacement
    /// brings nothing of that.
    private(set) var mayHideText = false
    /// Whether a letter of it can be equal to plain ones in everything but case.
    private var holdsOddLetters = false

    init(_ text: String) {
        guard !lookOverASCII(text) else { return }
        self = TextGlance(scalarsOf: text)
    }

    /// False, and nothing is known, where the text is not all ASCII.
    private mutating func lookOverASCII(_ text: String) -> Bool {
        var isBehindSign = false
        for byte in text.utf8 {
            guard byte < 0x80 else { return false }
            if byte == UInt8(ascii: "%") || byte == UInt8(ascii: "&") { mayHideText = true }
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                digitLimit += 1
                if isBehindSign { mayHoldInternationalNumber = true }
            }
            if byte == UInt8(ascii: "@") { holdsAt = true }
            isBehindSign = Self.opensNumber(Unicode.Scalar(byte))
        }
        return true
    }

    private init(scalarsOf text: String) {
        mayHideText = !ResolvedText.isSettled(text)
        var isBehindSign = false
        for scalar in text.unicodeScalars {
            let isDigit = Self.mayBeDigit(scalar)
            if isDigit {
                digitLimit += 1
                if isBehindSign { mayHoldInternationalNumber = true }
            }
            holdsAt = holdsAt || scalar == "@"
            mayHideText = mayHideText || scalar == "%" || scalar == "&"
            holdsOddLetters = holdsOddLetters || Self.foldsToPlain(scalar)
            isBehindSign = Self.opensNumber(scalar)
        }
    }

    /// Nothing is known of the text.
    static let nothing = TextGlance()

    private init() {
        (holdsAt, digitLimit, mayHoldInternationalNumber, holdsOddLetters) = (true, .max, true, true)
        mayHideText = true
    }

    /// Whether a word may stand in the text in some case.
    func mayHold(_ word: String, in text: String) -> Bool {
        guard !holdsOddLetters, word.utf8.allSatisfy({ $0 < 0x80 }) else { return true }
        return Self.contains(Array(word.utf8), in: text)
    }

    /// Whether ASCII bytes stand in a text in some case.
    private static func contains(_ word: [UInt8], in text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let first = word.first, bytes.count >= word.count else { return word.isEmpty }
            for start in 0...(bytes.count - word.count) where isSame(bytes[start], first) {
                if word.indices.allSatisfy({ isSame(bytes[start + $0], word[$0]) }) { return true }
            }
            return false
        }
    }

    private static func isSame(_ a: UInt8, _ b: UInt8) -> Bool {
        a == b || (a ^ b == 0x20 && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(a | 0x20))
    }

    /// "+", and the last scalars of "wa.me/", "phone=", "number=%2b" and "tel:".
    private static func opensNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "+", "/", "=", ":", "b", "B": true
        default: false
        }
    }

    /// Whether it can be a decimal digit of some script; letters, signs and pictures that are common are known to be none.
    private static func mayBeDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x80: ("0"..."9").contains(scalar)
        case 0x80..<0x660, 0xe00..<0xe50, 0x1e00..<0x2800, 0x1f300..<0x1fb00: false
        default: true
        }
    }

    /// Whether its case folding or canonical decomposition (UAX #44) holds ASCII without a mark, as that of "ß" and of
    /// the Kelvin sign does.
    private static func foldsToPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0xdf: false
        case 0xdf, 0x130...0x131, 0x149, 0x17f, 0x1f0, 0x300...0x37e, 0x1e96...0x1e9f, 0x1fef, 0x200b...0x200f, 0x2060...0x206f,
            0x2126...0x212b, 0xfb00...0xfb06, 0xfe00...0xfe0f, 0xfeff, 0xff00...0xffef, 0xe0000...:
            true
        default: false
        }
    }
}
