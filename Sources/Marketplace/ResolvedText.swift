import Foundation

/// Text as it reads when the ways to hide an address in it are undone.
enum ResolvedText {
    /// Percent-encoding and character references decoded, compatibility forms replaced (UAX #15 NFKC), invisible
    /// characters left out.
    static func resolved(_ text: String) -> String {
        var text = text
        if text.utf8.contains(UInt8(ascii: "%")) { text = PercentEncoding.decode(text) }
        if mayHoldReference(text) { text = withoutReferences(text) }
        guard !isSettled(text) else { return text }
        text = text.precomposedStringWithCompatibilityMapping
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }))
    }

    /// Whether a text holds nothing but scalars that its compatibility form leaves alone, where they stand, and none that is
    /// invisible. Said of common ones only: the others are looked up.
    static func isSettled(_ text: String) -> Bool {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return true }
        var last = 0
        for scalar in text.unicodeScalars {
            guard let combining = combiningClass(ofSettled: scalar), combining == 0 || combining >= last else { return false }
            last = combining
        }
        return true
    }

    /// The canonical combining class (UAX #44) of ASCII, Latin letters with accents, Thai, dashes, quotation marks and
    /// pictures; nil for all others, and for those of them that have a compatibility form.
    private static func combiningClass(ofSettled scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x132...0x133, 0x13f...0x140, 0x149, 0xe33: nil
        case 0..<0x80, 0xc0...0x17e, 0x1a0...0x1a1, 0x1af...0x1b0, 0x1ea0...0x1ef9: 0
        case 0xe38...0xe39: 103
        case 0xe3a: 9
        case 0xe48...0xe4b: 107
        case 0xe01...0xe37, 0xe3f...0xe5b: 0
        case 0x2013...0x2014, 0x2018...0x2022, 0x2600...0x27bf, 0x1f300...0x1faff: 0
        default: nil
        }
    }

    /// Whether a text has an "&" with a ";" somewhere behind it: an expression costs more than all else done to a text.
    private static func mayHoldReference(_ text: String) -> Bool {
        guard let start = text.utf8.firstIndex(of: UInt8(ascii: "&")) else { return false }
        return text.utf8[start...].contains(UInt8(ascii: ";"))
    }

    /// Numeric references, and those of the characters that addresses are made of (HTML §13.5).
    private static func withoutReferences(_ text: String) -> String {
        text.replacing(/&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|(commat|period|plus|lowbar|hyphen|sol));/) { match in
            let number = match.1.flatMap { UInt32($0) } ?? match.2.flatMap { UInt32($0, radix: 16) }
            if let scalar = number.flatMap(Unicode.Scalar.init) { return String(scalar) }
            return match.3.flatMap { named[String($0)] } ?? String(match.0)
        }
    }

    private static let named = ["commat": "@", "period": ".", "plus": "+", "lowbar": "_", "hyphen": "-", "sol": "/"]
}
