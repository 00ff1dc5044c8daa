import Marketplace
import Templating

/// A company as pages show it to everyone; its contacts are for creators who are interested.
enum CompanyValues {
    static let summaryShape: TemplateShape = [
        "name": .text, "href": .text, "service": .text, "category": .text, "address": .text, "roles_text": .text,
        "markets_text": .text,
    ]

    static func summary(of company: Company, root: String, _ words: Wording) -> TemplateRecord {
        let redact = ContactRedaction(of: company.contacts).applied
        return [
            "name": .text(company.name), "href": .text(root + "companies/\(company.slug).html"),
            "service": .text(company.service.map(redact)), "category": .text(company.category.map(redact)),
            "address": .text(company.address.map(redact)),
            "roles_text": .text(words.roles(of: company)),
            "markets_text": .text(company.markets.map { words[$0] }.joined(separator: ", ")),
        ]
    }

    /// How wrong information is put right (SPEC I4).
    static func correction(of company: Company, _ words: Wording) -> String {
        accountManager(of: company).map { words(.companyCorrectionNamed, ["name": $0]) } ?? words(.companyCorrection)
    }

    static func accountManager(of company: Company) -> String? {
        company.accountManager.map(ContactRedaction(of: company.contacts).applied)
    }
}
