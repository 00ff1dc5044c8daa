import Marketplace
public import Templating

/// Asks a member to confirm what another site's page sent, or what was sent before they signed in.
public struct ConfirmPage: Page {
    public let template = "pages/confirm"
    public let path: String
    private let fields: [(name: String, value: String)]
    private let needsSignIn: Bool

    /// - Parameters:
    ///   - action: what was asked for: "contact", "invite" …; the form is sent there again.
    ///   - fields: as they came, in order.
    public init(action: String, fields: [(name: String, value: String)], needsSignIn: Bool) {
        path = action
        self.fields = fields
        self.needsSignIn = needsSignIn
    }

    public static let shape: TemplateShape = [
        "heading": .text, "explanation": .text, "action": .text, "fields": .list(["name": .text, "value": .text]),
        "summary": .list(["label": .text, "value": .text]), "button": .text, "needs_sign_in": .flag,
    ]

    public func title(in frame: PageFrame) -> String? { frame.words(needsSignIn ? .confirmSignIn : .confirmHeading) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryConfirm) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        [
            "heading": .text(title(in: frame)),
            "explanation": .text(frame.words(needsSignIn ? .confirmSignInNote : .confirmNote)), "action": .text(root + path),
            "fields": .list(fields.map { ["name": .text($0.name), "value": .text($0.value)] }),
            "summary": .list(
                fields.filter { !$0.value.isEmpty }.map {
                    ["label": .text(Self.label(of: $0.name, frame.words)), "value": .text($0.value)]
                }),
            "button": .text(frame.words(needsSignIn ? .confirmSignedIn : button)), "needs_sign_in": .flag(needsSignIn),
        ]
    }

    private var button: WordingKey {
        switch path {
        case "contact": .confirmContact
        case "invite": .confirmInvite
        default: .confirmOther
        }
    }

    private static let labels: [String: WordingKey] = [
        "creator": .fieldCreator, "purpose": .fieldPurpose, "company": .fieldCompany, "message": .fieldMessage,
        "template": .fieldTemplate, "queue": .fieldQueue, "submission": .fieldSubmission,
    ]

    private static func label(of field: String, _ words: Wording) -> String {
        if let channel = ContactChannel(rawValue: field) { return words[channel] }
        if let key = labels[field] { return words(key) }
        return field.prefix(1).uppercased() + field.dropFirst()
    }
}
