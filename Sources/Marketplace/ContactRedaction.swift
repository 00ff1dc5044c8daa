import Foundation

/// Takes contact details out of text that is going to be public: any e-mail address, any number written with "+" and
/// eight digits or more or behind a messenger's link, and the addresses that a person gave, however they are spaced.
///
/// Creators write their addresses into their bios; published there, they would be open to everyone (SPEC K3). A person
/// who spells an address out in words is not detected.
public struct ContactRedaction: Sendable {
    /// What stands where an address was.
    public static let replacement = "[contact on request]"

    /// The last eight digits of each number, which survive a change of prefix (+62 812… and 0812…).
    private let numberEndings: Set<String>
    /// Case-folded addresses that are not numbers.
    private let words: [String]
    private static let endingLength = 8

    public init(of contacts: ContactDetails = ContactDetails()) {
        var endings: Set<String> = []
        var words: [String] = []
        for (channel, address) in contacts.entries() {
            let digits = String(address.unicodeScalars.filter(Self.isDigit))
            if digits.count >= Self.endingLength { endings.insert(String(digits.suffix(Self.endingLength))) }
            if !channel.takesNumber, address.count >= 4 { words.append(address) }
        }
        numberEndings = endings
        self.words = words
    }

    public func applied(to text: String) -> String {
        var result = text
        for word in words { result = Self.replacing(word, in: result) }
        if result.utf8.contains(UInt8(ascii: "@")) { result = Self.withoutMailAddresses(result) }
        return withoutNumbers(result)
    }

    // MARK: Words

    private static func replacing(_ word: String, in text: String) -> String {
        var rest = text[...]
        var result = ""
        while let range = rest.range(of: word, options: .caseInsensitive) {
            result += rest[..<range.lowerBound]
            let continues = rest[..<range.lowerBound].last.map(isWordCharacter) ?? false
            let goesOn = rest[range.upperBound...].first.map(isWordCharacter) ?? false
            result += continues || goesOn ? String(rest[range]) : replacement
            rest = rest[range.upperBound...]
        }
        return result + rest
    }

    private static func isWordCharacter(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    // MARK: E-mail addresses

    private static func withoutMailAddresses(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var copied = 0
        for at in scalars.indices where scalars[at] == "@" && at >= copied {
            var start = at
            while start > copied, isMailCharacter(scalars[start - 1]) { start -= 1 }
            var end = at + 1
            while end < scalars.count, isMailCharacter(scalars[end]) { end += 1 }
            while end > at, scalars[end - 1] == "." { end -= 1 }
            guard start < at, end > at + 1, scalars[(at + 1)..<end].contains(".") else { continue }
            result.append(contentsOf: scalars[copied..<start])
            result.append(contentsOf: replacement.unicodeScalars)
            copied = end
        }
        result.append(contentsOf: scalars[copied...])
        return String(result)
    }

    private static func isMailCharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || isDigit(scalar) || "._%+-".unicodeScalars.contains(scalar)
    }

    // MARK: Numbers

    private func withoutNumbers(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var position = 0
        while position < scalars.count {
            guard let end = Self.endOfNumber(in: scalars, from: position) else {
                result.append(scalars[position])
                position += 1
                continue
            }
            let digits = String(String.UnicodeScalarView(scalars[position..<end].filter(Self.isDigit)))
            let isAddress =
                digits.count >= Self.endingLength
                && (scalars[position] == "+" || numberEndings.contains(String(digits.suffix(Self.endingLength)))
                    || Self.isMessengerLink(String(String.UnicodeScalarView(result.suffix(10)))))
            result.append(contentsOf: isAddress ? Array(Self.replacement.unicodeScalars) : Array(scalars[position..<end]))
            position = end
        }
        return String(result)
    }

    /// The end of a run of digits with single separators between them, from a digit or a "+" on.
    private static func endOfNumber(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        let startsWithPlus = scalars[start] == "+" && start + 1 < scalars.count && isDigit(scalars[start + 1])
        guard isDigit(scalars[start]) || startsWithPlus else { return nil }
        var end = start + 1
        var next = end
        while next < scalars.count, next - end <= 2 {
            if isDigit(scalars[next]) {
                end = next + 1
            } else if !" -.()\u{a0}".unicodeScalars.contains(scalars[next]) {
                break
            }
            next += 1
        }
        return end
    }

    private static func isMessengerLink(_ text: String) -> Bool {
        ["wa.me/", "wa.me/+", "zalo.me/", "phone=", "phone=+", "tel:", "tel:+"].contains { text.lowercased().hasSuffix($0) }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
