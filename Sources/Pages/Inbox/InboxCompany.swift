public import Marketplace
import Templating

/// A company as a creator reads about it before answering (SPEC N1).
public struct InboxCompany: Sendable {
    public let company: Company
    /// How many listed creators it is linked to.
    public let linkedCount: Int
    /// Those with the most followers, at most three, in order.
    public let topCreators: [PublicCreator]

    public init(company: Company, linkedCount: Int, topCreators: [PublicCreator]) {
        (self.company, self.linkedCount, self.topCreators) = (company, linkedCount, topCreators)
    }

    /// The introduction as safe HTML, without the company's own addresses.
    public var introductionHTML: String? {
        PublicMarkdown.html(from: company.introduction, redacting: company.contacts)
    }

    /// A text about the company without its addresses.
    public func open(_ text: String?) -> String? { text.map(ContactRedaction(of: company.contacts).applied) }

    static let shape: TemplateShape = [
        "about": .text, "service": .text, "category": .text, "address": .text, "introduction": .html, "linked_count": .text,
        "has_top": .flag,
        "top": .list([
            "username": .text, "nickname": .text, "language": .text, "tiktok_href": .text, "picture": .html, "bio": .text,
            "followers": .text, "exact": .text,
        ]),
    ]

    func values(root: String, _ phrases: Phrases, in frame: PageFrame) -> TemplateRecord {
        [
            "about": .text(phrases(.aboutCompany, ["company": company.name])),
            "service": .text(open(company.service)), "category": .text(open(company.category)),
            "address": .text(open(company.address)),
            "introduction": .html(introductionHTML),
            "linked_count": .text(linkedCount == 0 ? nil : String(linkedCount)), "has_top": .flag(!topCreators.isEmpty),
            "top": .list(topCreators.map { Self.peer($0, root: root, frame.words) }),
        ]
    }

    private static func peer(_ creator: PublicCreator, root: String, _ words: Wording) -> TemplateRecord {
        let followers = FigureText(creator.metrics[.followers], of: .followers, in: creator.currency, words)
        return [
            "username": .text(creator.username.text), "nickname": .text(creator.nickname),
            "language": .text(creator.market.language),
            "tiktok_href": .text("https://www.tiktok.com/@\(creator.username)"),
            "picture": .html(Picture.html(of: creator, root: root, size: Card.pictureSize)),
            "bio": .text(creator.bio), "followers": .text(followers.value), "exact": .text(followers.exact),
        ]
    }
}
