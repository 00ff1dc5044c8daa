public import Marketplace
public import Templating

/// Shows a token or a sign-in link, this once.
public struct SecretPage: Page {
    public let template = "pages/secret"
    public let title: String
    public let summary = "Shown once."
    public let path: String
    private let content: Content

    public enum Content: Sendable {
        /// What a program sends.
        case token(name: String, secret: String)
        /// A link that signs a member in, and until when it holds.
        case link(email: String, address: String, days: Int, isNew: Bool)
    }

    /// - Parameter path: the address that answers with it, below the top of the site.
    public init(_ content: Content, path: String, site: Site) {
        self.content = content
        self.path = path
        title = "\(Self.heading(of: content)) · \(site.name)"
    }

    public static let shape: TemplateShape = [
        "heading": .text, "label": .text, "secret": .text, "explanation": .text, "back_href": .text, "back_text": .text,
    ]

    public func values(in frame: PageFrame) -> TemplateRecord {
        let (label, secret, explanation, back): (String, String, String, (href: String, text: String)) =
            switch content {
            case .token(let name, let secret):
                (
                    "Token", secret,
                    "“\(name)” acts for you until you revoke it. A program sends it with every request: Authorization: Bearer TOKEN. "
                        + "Copy it now: it is shown this once.",
                    ("settings#tokens", "Back to settings")
                )
            case .link(let email, let address, let days, _):
                (
                    "Sign-in link", address,
                    "Give this link to \(email), and to nobody else: it signs them in, once, within \(days) days, and lets them set a password. "
                        + "It is shown this once.",
                    ("company#members", "Back to the company")
                )
            }
        return [
            "heading": .text(Self.heading(of: content)), "label": .text(label), "secret": .text(secret),
            "explanation": .text(explanation), "back_href": .text(root + back.href), "back_text": .text(back.text),
        ]
    }

    private static func heading(of content: Content) -> String {
        switch content {
        case .token: "Your new token"
        case .link(let email, _, _, let isNew): isNew ? "\(email) is added" : "A link for \(email)"
        }
    }
}
