public import Marketplace
public import Templating

/// A company, as creators and members see it.
public struct CompanyPage: Page {
    public let template = "pages/company"
    public let path: String
    private let company: Company
    private let topCreators: [PublicCreator]

    /// - Parameter topCreators: the creators that it is linked to with the most followers, at most three, in order.
    public init(company: Company, topCreators: [PublicCreator]) {
        self.company = company
        self.topCreators = topCreators
        path = "companies/\(company.slug).html"
    }

    public static let shape = CompanyValues.summaryShape.merging([
        "roles": .list(["name": .text, "statement": .text]), "introduction": .html, "account_manager": .text,
        "correction": .text, "creators": .list(Card.shape), "has_creators": .flag, "contact_note": .text,
    ])

    public func title(in frame: PageFrame) -> String? { company.name }

    public func summary(in frame: PageFrame) -> String {
        let service = company.service.map(ContactRedaction(of: company.contacts).applied)
        return "\(company.name): \(service ?? frame.words.roles(of: company))."
    }

    public func values(in frame: PageFrame) -> TemplateRecord {
        CompanyValues.summary(of: company, root: root, frame.words).merging([
            "roles": .list(
                company.roles.map {
                    ["name": .text(frame.words[$0]), "statement": .text(frame.words[$0.purpose].statement)]
                }),
            "introduction": .html(PublicMarkdown.html(from: company.introduction, redacting: company.contacts)),
            "account_manager": .text(CompanyValues.accountManager(of: company)),
            "correction": .text(CompanyValues.correction(of: company, frame.words)),
            "creators": .list(topCreators.map { Card(creator: $0).values(root: root, in: frame) }),
            "has_creators": .flag(!topCreators.isEmpty),
            "contact_note": .text(frame.words(.companyContactsNote)),
        ])
    }
}
