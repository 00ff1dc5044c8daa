import Markdown
import Marketplace

/// Markdown of creators and companies as everyone may see it: safe, and without anybody's address.
enum PublicMarkdown {
    static func html(from source: String, redacting contacts: ContactDetails = ContactDetails()) -> String? {
        guard source.contains(where: { !$0.isWhitespace }) else { return nil }
        let redaction = ContactRedaction(of: contacts)
        return Markdown(topHeadingLevel: 3, rewriteText: redaction.applied).html(from: source)
    }
}
