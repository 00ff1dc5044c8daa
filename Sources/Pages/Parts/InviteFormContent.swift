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
            "purposes": .list(isImplied ? [] : company.purposes.map(purposeValues)),
            "has_purposes": .flag(!isImplied),
            "implied_purpose": .text(isImplied ? company.purposes[0].statement : nil),
            "message": .text(filled.message), "word_limit": .text(NumberText.exact(InvitationForm.wordLimit)),
            "message_error": .text(fault(on: "message")), "purpose_error": .text(fault(on: "purpose")),
            "contact_error": .text(fault(on: "contact")),
            "fields": .list(channels(on: frame.site).map(fieldValues)),
            "company_slug": .text(company.slug.text), "company": .record(companyValues(root: root, in: frame)),
            "correction": .text(CompanyValues.correction(of: company)),
            "errors": .list(faults.map { ["field": .text($0.field), "detail": .text($0.detail)] }),
            "has_errors": .flag(!faults.isEmpty),
            "limits_text": .text(Self.limitsText), "desk": desk.map { .record(deskValues($0, root: root)) },
        ]
    }

    private static let deskShape: TemplateShape = [
        "submission": .text, "queues": .flag,
        "templates": .list(["id": .text, "name": .text, "selected": .flag, "meaning": .text]), "has_templates": .flag,
        "preview_action": .text, "templates_href": .text, "script_href": .text,
        "variables": .list(["name": .text, "meaning": .text]),
    ]

    private func deskValues(_ desk: Desk, root: String) -> TemplateRecord {
        [
            "submission": .text(desk.submission), "queues": .flag(desk.queues),
            "templates": .list(
                desk.templates.map { template in
                    [
                        "id": .text(template.id.uuidString.lowercased()), "name": .text(template.content.name),
                        "selected": .flag(template.id == desk.chosen),
                        "meaning": .text(
                            [template.content.market?.name, template.content.language].compactMap { $0 }
                                .joined(separator: ", ")),
                    ]
                }),
            "has_templates": .flag(!desk.templates.isEmpty), "preview_action": .text(root + "message/preview"),
            "templates_href": .text(root + "templates"), "script_href": .text(root + "assets/invite.js"),
            "variables": .list(
                MessageVariable.allCases.map {
                    ["name": .text("{{" + $0.rawValue + "}}"), "meaning": .text($0.meaning)]
                }),
        ]
    }

    private static var limitsText: String {
        let limits = InvitationLimits.standard
        let days = Int(limits.cooldown) / 86_400
        return
            "A company may invite \(limits.dailyCount) creators a day, and the same creator once in \(days) days, whatever the purpose."
    }

    private func purposeValues(_ purpose: Purpose) -> TemplateRecord {
        [
            "value": .text(purpose.rawValue), "statement": .text(purpose.statement),
            "name": .text(purpose.name), "checked": .flag(filled.purpose == purpose.rawValue),
        ]
    }

    /// The channels of every market that the invitation goes to, each once.
    private func channels(on site: Site) -> [ContactChannel] {
        markets.flatMap(site.channels(in:)).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func fieldValues(_ channel: ContactChannel) -> TemplateRecord {
        let type = channel == .email ? "email" : channel.takesNumber ? "tel" : "text"
        return [
            "name": .text(channel.rawValue), "label": .text(channel.name), "type": .text(type),
            "value": .text(filled.contacts[channel]), "autocomplete": .text(type == "text" ? "off" : type),
            "hint": .text(channel.takesNumber ? "With country code, like +62 812 0000 0000" : nil),
            "optional": .flag(channel == .phone), "error": .text(fault(on: channel.rawValue)),
        ]
    }

    private static let companyShape = CompanyValues.summaryShape.merging(["linked_note": .text])

    private func companyValues(root: String, in frame: PageFrame) -> TemplateRecord {
        CompanyValues.summary(of: company, root: root).merging([
            "linked_note": .text("The creator also sees the company’s three linked creators with the most followers.")
        ])
    }

    private func fault(on field: String) -> String? { faults.first { $0.field == field }?.detail }
}
