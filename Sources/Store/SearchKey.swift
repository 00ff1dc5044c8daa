import Foundation

/// The form in which names are stored and searched: lower case, and one spelling of each accented letter (NFC).
struct SearchKey {
    let text: String

    init(_ name: String) {
        text = name.lowercased().precomposedStringWithCanonicalMapping
    }

    /// A LIKE pattern, with `\` as its escape, that finds the key as a part of another.
    var pattern: String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
        return "%" + escaped + "%"
    }

    /// Bytes of the longest key that is searched for; a pattern has a limit in SQLite (50,000), and no name comes near.
    static let longest = 2_000
}
