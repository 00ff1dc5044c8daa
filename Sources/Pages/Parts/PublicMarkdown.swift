import Markdown
public import Marketplace

/// Markdown of creators and companies as everyone may see it: safe, and without anybody's address.
enum PublicMarkdown {
    static func html(from source: String, redacting contacts: ContactDetails) -> String? {
        html(from: source, redact: ContactRedaction(of: contacts).applied)
    }

    static func html(from source: String, redact: @escaping @Sendable (String) -> String) -> String? {
        guard source.contains(where: { !$0.isWhitespace }) else { return nil }
        return Markdown(topHeadingLevel: 3, rewriteText: redact).html(from: source)
    }
}

extension PublicCreator {
    /// The long profile as it is published; nil where there is none.
    public var profileHTML: String? { profile.flatMap { $0.rendered(by: PublicMarkdown.html(from:redact:)) } }
}
