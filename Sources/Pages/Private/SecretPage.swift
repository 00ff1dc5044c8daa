public import Templating

/// Shows a token or a sign-in link, this once.
public struct SecretPage: Page {
    public let template = "pages/secret"
    public let path: String
    private let content: Content

    public enum Content: Sendable {
        /// What a program sends.
        case token(name: String, secret: String)
        /// A link that signs a member in, and until when it holds.
        case link(email: String, address: String, days: Int, isNew: Bool)
    }

    /// - Parameter path: the address that answers with it, below the top of the site.
    public init(_ content: Content, path: String) {
        self.content = content
        self.path = path
    }

    public static let shape: TemplateShape = [
        "heading": .text, "label": .text, "secret": .text, "explanation": .text, "back_href": .text, "back_text": .text,
    ]

    public func title(in frame: PageFrame) -> String? { heading(frame.words) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summarySecret) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let words = frame.words
        let (label, secret, explanation, back): (String, String, String, (href: String, text: String)) =
            switch content {
            case .token(let name, let secret):
                (
                    words(.secretTokenLabel), secret, words(.secretTokenNote, ["name": name]),
                    ("settings#tokens", words(.secretTokenBack))
                )
            case .link(let email, let address, let days, _):
                (
                    words(.secretLinkLabel), address, words(.secretLinkNote, ["address": email, "days": String(days)]),
                    ("company#members", words(.secretLinkBack))
                )
            }
        return [
            "heading": .text(heading(words)), "label": .text(label), "secret": .text(secret),
            "explanation": .text(explanation), "back_href": .text(root + back.href), "back_text": .text(back.text),
        ]
    }

    private func heading(_ words: Wording) -> String {
        switch content {
        case .token: words(.secretTokenHeading)
        case .link(let email, _, _, let isNew): words(isNew ? .secretLinkHeadingNew : .secretLinkHeading, ["address": email])
        }
    }
}
