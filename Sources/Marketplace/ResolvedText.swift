import Foundation

/// Text as it reads when the ways to hide an address in it are undone.
enum ResolvedText {
    /// Percent-encoding and character references decoded, compatibility forms replaced (UAX #15 NFKC), invisible
    /// characters left out.
    static func resolved(_ text: String) -> String {
        var text = text
        if text.utf8.contains(UInt8(ascii: "%")) { text = PercentEncoding.decode(text) }
        if text.utf8.contains(UInt8(ascii: "&")) { text = withoutReferences(text) }
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        text = text.precomposedStringWithCompatibilityMapping
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }))
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
