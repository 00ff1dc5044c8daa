public import Marketplace
public import Templating

/// Asks a member to confirm what another site's page sent, or what was sent before they signed in.
public struct ConfirmPage: Page {
    public let template = "pages/confirm"
    public let title: String
    public let summary = "Confirm before anything happens."
    public let path: String
    private let fields: [(name: String, value: String)]
    private let needsSignIn: Bool

    /// - Parameters:
    ///   - action: what was asked for: "contact", "invite" …; the form is sent there again.
    ///   - fields: as they came, in order.
    public init(action: String, fields: [(name: String, value: String)], needsSignIn: Bool, site: Site) {
        path = action
        self.fields = fields
        self.needsSignIn = needsSignIn
        title = "\(needsSignIn ? "Sign in first" : "Please confirm") · \(site.name)"
    }

    public static let shape: TemplateShape = [
        "heading": .text, "explanation": .text, "action": .text, "fields": .list(["name": .text, "value": .text]),
        "summary": .list(["label": .text, "value": .text]), "button": .text, "needs_sign_in": .flag,
    ]

    public func values(in frame: PageFrame) -> TemplateRecord {
        [
            "heading": .text(needsSignIn ? "Sign in first" : "Please confirm"),
            "explanation": .text(explanation), "action": .text(root + path),
            "fields": .list(fields.map { ["name": .text($0.name), "value": .text($0.value)] }),
            "summary": .list(
                fields.filter { !$0.value.isEmpty }.map { ["label": .text(Self.label(of: $0.name)), "value": .text($0.value)] }),
            "button": .text(needsSignIn ? "I have signed in, send it" : button), "needs_sign_in": .flag(needsSignIn),
        ]
    }

    private var explanation: String {
        if needsSignIn {
            return
                "Nothing was sent. Sign in in another tab, come back and send it again: what you filled in is kept here."
        }
        return
            "This was sent from a page outside of this server, so nothing has happened yet. Check it, and go on if you meant it."
    }

    private var button: String {
        switch path {
        case "contact": "Show contact details"
        case "invite": "Send invitation"
        default: "Go on"
        }
    }

    private static func label(of field: String) -> String {
        if let channel = ContactChannel(rawValue: field) { return channel.name }
        return field.prefix(1).uppercased() + field.dropFirst()
    }
}
