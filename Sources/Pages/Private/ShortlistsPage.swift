public import Foundation
public import Marketplace
public import Templating

/// The lists and the tags that a company keeps.
public struct ShortlistsPage: Page {
    public let template = "pages/shortlists"
    public let title: String
    public let summary = "Creators kept together by name."
    public let path = "shortlists"
    private let shortlists: [Summary]
    private let tags: [(tag: String, count: Int)]

    /// A list, without its creators.
    public struct Summary: Sendable {
        public let id: String
        public let name: String
        public let count: Int
        /// The e-mail address of who made it.
        public let member: String
        public let created: Date

        public init(id: String, name: String, count: Int, member: String, created: Date) {
            (self.id, self.name, self.count) = (id, name, count)
            (self.member, self.created) = (member, created)
        }
    }

    public init(shortlists: [Summary], tags: [(tag: String, count: Int)], site: Site) {
        (self.shortlists, self.tags) = (shortlists, tags)
        title = "Shortlists · \(site.name)"
    }

    public static let shape: TemplateShape = [
        "action": .text, "is_empty": .flag,
        "shortlists": .list(["name": .text, "href": .text, "count_text": .text, "sender": .text, "created_text": .text]),
        "has_tags": .flag,
        "tags": .list(["name": .text, "count": .text, "markets": .list(["code": .text, "name": .text, "href": .text])]),
    ]

    public func values(in frame: PageFrame) -> TemplateRecord {
        [
            "action": .text("shortlists"), "is_empty": .flag(shortlists.isEmpty),
            "shortlists": .list(
                shortlists.map { list in
                    [
                        "name": .text(list.name), "href": .text("shortlists/\(list.id)"),
                        "count_text": .text(NumberText.count(list.count, "creator", "creators")),
                        "sender": .text(list.member),
                        "created_text": .text(DateText.instant(list.created, in: frame.site.timeZone)),
                    ]
                }),
            "has_tags": .flag(!tags.isEmpty),
            "tags": .list(
                tags.map { tag in
                    [
                        "name": .text(tag.tag), "count": .text(NumberText.exact(tag.count)),
                        "markets": .list(
                            frame.site.markets.map {
                                [
                                    "code": .text($0.rawValue), "name": .text($0.name),
                                    "href": .text("\($0.rawValue)/?tag=\(PercentEncoding.encode(tag.tag))"),
                                ]
                            }),
                    ]
                }),
        ]
    }
}
