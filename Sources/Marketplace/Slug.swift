/// The part of an address that names a category or a company: lower-case ASCII letters and digits, joined by hyphens.
public struct Slug: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    /// Nil where `text` is not already a slug.
    public init?(_ text: String) {
        guard !text.isEmpty, text == Self.text(of: text) else { return nil }
        self.text = text
    }

    /// A text that was a slug when it was written down.
    init(known text: String) { self.text = text }

    /// The slug of a name: lower case, every run of other characters one hyphen, apostrophes vanish.
    /// "Kids' Fashion" is `kids-fashion`. Nil where nothing of the name remains.
    public init?(naming name: String) {
        let text = Self.text(of: name)
        guard !text.isEmpty else { return nil }
        self.text = text
    }

    public var description: String { text }

    public static func < (a: Self, b: Self) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }

    private static func text(of name: String) -> String {
        var slug = ""
        var pendingHyphen = false
        for scalar in name.lowercased().unicodeScalars where scalar != "'" && scalar != "\u{2019}" {
            guard ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) else {
                pendingHyphen = !slug.isEmpty
                continue
            }
            if pendingHyphen { slug.append("-") }
            pendingHyphen = false
            slug.unicodeScalars.append(scalar)
        }
        return slug
    }
}
