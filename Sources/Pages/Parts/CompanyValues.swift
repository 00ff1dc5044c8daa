import Marketplace
import Templating

/// A company as pages show it to everyone; its contacts are for creators who are interested.
enum CompanyValues {
    static let summaryShape: TemplateShape = [
        "name": .text, "href": .text, "service": .text, "category": .text, "address": .text, "roles_text": .text,
        "markets_text": .text,
    ]

    static func summary(of company: Company, root: String) -> TemplateRecord {
        let redact = ContactRedaction(of: company.contacts).applied
        return [
            "name": .text(company.name), "href": .text(root + "companies/\(company.slug).html"),
            "service": .text(company.service.map(redact)), "category": .text(company.category.map(redact)),
            "address": .text(company.address.map(redact)),
            "roles_text": .text(company.roles.map(\.name).joined(separator: " and ")),
            "markets_text": .text(company.markets.map(\.name).joined(separator: ", ")),
        ]
    }

    /// How wrong information is put right (SPEC I4).
    static func correction(of company: Company) -> String {
        let manager = accountManager(of: company).map { "your account manager, \($0)," } ?? "your account manager"
        return "Is something wrong? Ask \(manager) to correct it before you invite anyone."
    }

    static func accountManager(of company: Company) -> String? {
        company.accountManager.map(ContactRedaction(of: company.contacts).applied)
    }
}
