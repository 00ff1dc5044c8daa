import Foundation
public import Marketplace
public import Templating

/// The messages that a company keeps, and the form for a new one or for one of them (SPEC I7).
public struct TemplatesPage: Page {
    public let template = "pages/templates"
    public let path: String
    private let templates: [MessageTemplate]
    private let form: Form

    /// What the form shows.
    public struct Form: Sendable {
        /// The template that is changed; nil for a new one.
        public var edited: MessageTemplate?
        /// As it was written.
        public var name = ""
        public var market = ""
        public var language = ""
        public var text = ""
        public var faults: [InvitationForm.Fault] = []

        public init() {}

        public init(_ template: MessageTemplate) {
            edited = template
            name = template.content.name
            market = template.content.market?.rawValue ?? ""
            language = template.content.language ?? ""
            text = template.content.text
        }
    }

    /// - Parameter path: the address of the page below the top of the site.
    public init(templates: [MessageTemplate], form: Form, path: String) {
        (self.templates, self.form, self.path) = (templates, form, path)
    }

    public static let shape: TemplateShape = [
        "templates": .list([
            "name": .text, "href": .text, "market_name": .text, "language": .text, "changed_text": .text, "sender": .text,
            "current": .flag,
        ]),
        "is_empty": .flag, "form": .record(formShape), "new_href": .text, "script_href": .text,
    ]

    public func title(in frame: PageFrame) -> String? { frame.words(.titleTemplates) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryTemplates) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        [
            "templates": .list(templates.map { values(of: $0, in: frame) }), "is_empty": .flag(templates.isEmpty),
            "form": .record(formValues(in: frame)), "new_href": .text(root + "templates"),
            "script_href": .text(root + "assets/invite.js"),
        ]
    }

    private func values(of template: MessageTemplate, in frame: PageFrame) -> TemplateRecord {
        let key = template.id.uuidString.lowercased()
        return [
            "name": .text(template.content.name), "href": .text(root + "templates/\(key)"),
            "market_name": .text(template.content.market.map { frame.words[$0] } ?? frame.words(.everyMarketMeant)),
            "language": .text(template.content.language),
            "changed_text": .text(frame.text(of: template.changed)),
            "sender": .text(template.member), "current": .flag(template.id == form.edited?.id),
        ]
    }

    private static let formShape: TemplateShape = [
        "words_within": .text, "words_over": .text,
        "heading": .text, "action": .text, "delete_action": .text, "name": .text, "language": .text, "text": .text,
        "markets": .list(["value": .text, "name": .text, "selected": .flag]), "name_error": .text, "language_error": .text,
        "market_error": .text, "message_error": .text, "word_limit": .text, "preview_action": .text,
        "variables": .list(["name": .text, "meaning": .text]),
    ]

    private func formValues(in frame: PageFrame) -> TemplateRecord {
        let key = form.edited?.id.uuidString.lowercased()
        return [
            "heading": .text(
                form.edited.map { frame.words(.templateChange, ["name": $0.content.name]) } ?? frame.words(.templateNew)),
            "action": .text(root + (key.map { "templates/\($0)" } ?? "templates")),
            "delete_action": .text(key.map { root + "templates/\($0)/delete" }),
            "name": .text(form.name), "language": .text(form.language), "text": .text(form.text),
            "markets": .list(
                frame.site.markets.map {
                    [
                        "value": .text($0.rawValue), "name": .text(frame.words[$0]),
                        "selected": .flag($0.rawValue == form.market),
                    ]
                }),
            "name_error": .text(fault(on: "name", frame.words)), "language_error": .text(fault(on: "language", frame.words)),
            "market_error": .text(fault(on: "market", frame.words)), "message_error": .text(fault(on: "message", frame.words)),
            "word_limit": .text(NumberText.exact(InvitationForm.wordLimit)), "preview_action": .text(root + "message/preview"),
            "words_within": .text(frame.words.pattern(.scriptWordsWithin)),
            "words_over": .text(frame.words.pattern(.scriptWordsOver)),
            "variables": .list(
                MessageVariable.allCases.map {
                    ["name": .text("{{" + $0.rawValue + "}}"), "meaning": .text(frame.words[$0])]
                }),
        ]
    }

    private func fault(on field: String, _ words: Wording) -> String? {
        form.faults.first { $0.field == field }.map { words($0.detail) }
    }
}
