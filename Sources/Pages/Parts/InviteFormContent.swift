public import Foundation
public import Marketplace
import Templating

/// The form of an invitation: on the creator's page, and again from the server where something was wrong with it.
public struct InviteFormContent: Sendable {
    /// The creators it goes to.
    public let creators: [Username]
    /// The markets whose contact channels it offers; the creators' markets.
    public let markets: [Market]
    /// In whose name it is sent.
    public let company: Company
    /// What was filled in already.
    public let filled: InvitationForm
    /// What must be changed.
    public let faults: [InvitationForm.Fault]
    /// What only a signed-in member has; nil on the creator's page, which is the same for everyone.
    public let desk: Desk?

    /// What a member works with besides the form.
    public struct Desk: Sendable {
        public let templates: [MessageTemplate]
        /// The template that the message was taken from.
        public let chosen: UUID?
        /// Whether what a limit forbids will wait.
        public let queues: Bool
        /// By what a second click is known.
        public let submission: String

        public init(templates: [MessageTemplate], chosen: UUID?, queues: Bool, submission: String) {
            (self.templates, self.chosen, self.queues, self.submission) = (templates, chosen, queues, submission)
        }
    }

    public init(
        creators: [Username], markets: [Market], company: Company, filled: InvitationForm? = nil,
        faults: [InvitationForm.Fault] = [], desk: Desk? = nil
    ) {
        self.creators = creators
        self.markets = markets
        self.company = company
        self.filled = filled ?? InvitationForm(creators: [], purpose: nil, message: "", contacts: ContactDetails())
        self.faults = faults
        self.desk = desk
    }

    static let shape: TemplateShape = [
        "action": .text, "creators": .list(["username": .text]), "username": .text,
        "purposes": .list(["value": .text, "statement": .text, "name": .text, "checked": .flag]), "has_purposes": .flag,
        "implied_purpose": .text, "message": .text, "word_limit": .text, "message_error": .text, "purpose_error": .text,
        "contact_error": .text,
        "fields": .list([
            "name": .text, "label": .text, "type": .text, "value": .text, "autocomplete": .text, "hint": .text,
            "optional": .flag, "error": .text,
        ]),
        "company_slug": .text, "company": .record(companyShape), "correction": .text,
        "errors": .list(["field": .text, "detail": .text]), "has_errors": .flag, "limits_text": .text,
        "desk": .record(deskShape),
    ]

    func values(root: String, in frame: PageFrame) -> TemplateRecord {
        let isImplied = company.purposes.count == 1
        return [
            "action": .text(frame.action("invite", root: root)),
            "creators": .list(creators.map { ["username": .text($0.text)] }),
            "username": .text(creators.first?.text),
            "purposes": .list(isImplied ? [] : company.purposes.map { purposeValues($0, frame.words) }),
            "has_purposes": .flag(!isImplied),
            "implied_purpose": .text(isImplied ? frame.words[company.purposes[0]].statement : nil),
            "message": .text(filled.message), "word_limit": .text(NumberText.exact(InvitationForm.wordLimit)),
            "message_error": .text(fault(on: "message", frame.words)),
            "purpose_error": .text(fault(on: "purpose", frame.words)),
            "contact_error": .text(fault(on: "contact", frame.words)),
            "fields": .list(channels(on: frame.site).map { fieldValues($0, frame.words) }),
            "company_slug": .text(company.slug.text), "company": .record(companyValues(root: root, in: frame)),
            "correction": .text(CompanyValues.correction(of: company, frame.words)),
            "errors": .list(faults.map { ["field": .text($0.field), "detail": .text(frame.words($0.detail))] }),
            "has_errors": .flag(!faults.isEmpty),
            "limits_text": .text(Self.limitsText(frame.words)),
            "desk": desk.map { .record(deskValues($0, root: root, frame.words)) },
        ]
    }

    private static let deskShape: TemplateShape = [
        "words_within": .text, "words_over": .text,
        "submission": .text, "queues": .flag,
        "templates": .list(["id": .text, "name": .text, "selected": .flag, "meaning": .text]), "has_templates": .flag,
        "preview_action": .text, "templates_href": .text, "script_href": .text,
        "variables": .list(["name": .text, "meaning": .text]),
    ]

    private func deskValues(_ desk: Desk, root: String, _ words: Wording) -> TemplateRecord {
        [
            "submission": .text(desk.submission), "queues": .flag(desk.queues),
            "templates": .list(
                desk.templates.map { template in
                    [
                        "id": .text(template.id.uuidString.lowercased()), "name": .text(template.content.name),
                        "selected": .flag(template.id == desk.chosen),
                        "meaning": .text(
                            [template.content.market.map { words[$0] }, template.content.language].compactMap { $0 }
                                .joined(separator: ", ")),
                    ]
                }),
            "has_templates": .flag(!desk.templates.isEmpty), "preview_action": .text(root + "message/preview"),
            "templates_href": .text(root + "templates"), "script_href": .text(root + "assets/invite.js"),
            "words_within": .text(words.pattern(.scriptWordsWithin)),
            "words_over": .text(words.pattern(.scriptWordsOver)),
            "variables": .list(
                MessageVariable.allCases.map {
                    ["name": .text("{{" + $0.rawValue + "}}"), "meaning": .text(words[$0])]
                }),
        ]
    }

    private static func limitsText(_ words: Wording) -> String {
        let limits = InvitationLimits.standard
        let days = Int(limits.cooldown) / 86_400
        return words(.inviteLimits, ["count": String(limits.dailyCount), "days": String(days)])
    }

    private func purposeValues(_ purpose: Purpose, _ words: Wording) -> TemplateRecord {
        [
            "value": .text(purpose.rawValue), "statement": .text(words[purpose].statement),
            "name": .text(words[purpose].name), "checked": .flag(filled.purpose == purpose.rawValue),
        ]
    }

    /// The channels of every market that the invitation goes to, each once.
    private func channels(on site: Site) -> [ContactChannel] {
        markets.flatMap(site.channels(in:)).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func fieldValues(_ channel: ContactChannel, _ words: Wording) -> TemplateRecord {
        let type = channel == .email ? "email" : channel.takesNumber ? "tel" : "text"
        return [
            "name": .text(channel.rawValue), "label": .text(words[channel]), "type": .text(type),
            "value": .text(filled.contacts[channel]), "autocomplete": .text(type == "text" ? "off" : type),
            "hint": .text(channel.takesNumber ? words(.numberHint) : nil),
            "optional": .flag(channel == .phone), "error": .text(fault(on: channel.rawValue, words)),
        ]
    }

    private static let companyShape = CompanyValues.summaryShape.merging(["linked_note": .text])

    private func companyValues(root: String, in frame: PageFrame) -> TemplateRecord {
        CompanyValues.summary(of: company, root: root, frame.words).merging([
            "linked_note": .text(frame.words(.companyLinkedNote))
        ])
    }

    private func fault(on field: String, _ words: Wording) -> String? {
        faults.first { $0.field == field }.map { words($0.detail) }
    }
}
