public import Marketplace
public import Templating

/// A company, as creators and members see it.
public struct CompanyPage: Page {
    public let template = "pages/company"
    public let title: String
    public let summary: String
    public let path: String
    private let company: Company
    private let topCreators: [PublicCreator]

    /// - Parameter topCreators: the creators that it is linked to with the most followers, at most three, in order.
    public init(company: Company, topCreators: [PublicCreator], site: Site) {
        self.company = company
        self.topCreators = topCreators
        title = "\(company.name) · \(site.name)"
        summary =
            "\(company.name): \(company.service.map(ContactRedaction(of: company.contacts).applied) ?? company.roles.map(\.name).joined(separator: " and "))."
        path = "companies/\(company.slug).html"
    }

    public static let shape = CompanyValues.summaryShape.merging([
        "roles": .list(["name": .text, "statement": .text]), "introduction": .html, "account_manager": .text,
        "correction": .text, "creators": .list(Card.shape), "has_creators": .flag, "contact_note": .text,
    ])

    public func values(in frame: PageFrame) -> TemplateRecord {
        CompanyValues.summary(of: company, root: root).merging([
            "roles": .list(company.roles.map { ["name": .text($0.name), "statement": .text($0.purpose.statement)] }),
            "introduction": .html(PublicMarkdown.html(from: company.introduction, redacting: company.contacts)),
            "account_manager": .text(CompanyValues.accountManager(of: company)),
            "correction": .text(CompanyValues.correction(of: company)),
            "creators": .list(topCreators.map { Card(creator: $0).values(root: root, in: frame) }),
            "has_creators": .flag(!topCreators.isEmpty),
            "contact_note": .text("A creator who answers “I’m interested” gets the company’s contacts; nobody else does."),
        ])
    }
}
