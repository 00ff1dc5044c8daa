import Foundation

/// Takes contact details out of text that is going to be public: any e-mail address, any number written with "+" and
/// eight digits or more or behind a messenger's link, and the addresses that a person gave: numbers however they are
/// spaced, names from four characters on.
///
/// Creators write their addresses into their bios; published there, they would be open to everyone (SPEC K3). A person
/// who spells an address out in words is not detected.
public struct ContactRedaction: Sendable, Hashable {
    /// What stands where an address was.
    public static let replacement = "[contact on request]"

    let numbers: [KnownNumber]
    private let words: [String]
    /// The fewest digits of a text that one of the numbers can be found by; nil without numbers.
    private let fewestDigits: Int?

    /// A shorter name would take ordinary words out of people's texts.
    private static let shortestWord = 4

    /// - Parameter publicName: a name that is public anyway and is left where it stands, such as the username.
    public init(of contacts: ContactDetails = ContactDetails(), except publicName: String? = nil) {
        var numbers: [KnownNumber] = []
        var words: [String] = []
        for (channel, address) in contacts.entries() {
            let holdsLetters = address.unicodeScalars.contains(where: Self.isLetter)
            if channel.takesNumber || !holdsLetters, let number = KnownNumber(address) { numbers.append(number) }
            if holdsLetters {
                words.append(address)
                if address.hasPrefix("@") { words.append(String(address.drop { $0 == "@" })) }
            }
        }
        self.numbers = numbers
        fewestDigits = numbers.lazy.map { $0.ending.count }.min()
        if let publicName = publicName?.lowercased() { words.removeAll { $0.lowercased() == publicName } }
        words.removeAll { $0.count < Self.shortestWord }
        self.words = words.count < 2 ? words : Set(words).sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// The text with `replacement` in the place of each address. Linear in its length for a person's few addresses.
    ///
    /// An address that shows only when entities, percent-encoding, full-width forms and invisible characters are resolved
    /// is taken out of the text so resolved.
    public func applied(to text: String) -> String {
        let glance = TextGlance(text)
        let plain = appliedAsWritten(to: text, knowing: glance)
        guard glance.mayHideText else { return plain }
        let resolved = ResolvedText.resolved(plain)
        guard resolved != plain else { return plain }
        let redacted = appliedAsWritten(to: resolved)
        return redacted == resolved ? plain : redacted
    }

    /// - Parameter glance: what need not be looked for; a replacement brings nothing that was not there before.
    func appliedAsWritten(to text: String, knowing glance: TextGlance? = nil) -> String {
        let glance = glance ?? TextGlance(text)
        var result = text
        for word in words where glance.mayHold(word, in: result) { result = Self.replacing(word, in: result) }
        if glance.holdsAt { result = Self.withoutMailAddresses(result) }
        if let fewestDigits, glance.digitLimit >= fewestDigits {
            result = withoutKnownNumbers(result)
        }
        return glance.mayHoldInternationalNumber ? Self.withoutInternationalNumbers(result) : result
    }

    /// ASCII is told apart here, as looking up properties is slow.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? (0x61...0x7a).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
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
        isLetter(scalar) || ("0"..."9").contains(scalar) || "._%+-".unicodeScalars.contains(scalar)
    }
}
