public import Foundation
import Marketplace
public import Templating

/// The lists and the tags that a company keeps.
public struct ShortlistsPage: Page {
    public let template = "pages/shortlists"
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

    public init(shortlists: [Summary], tags: [(tag: String, count: Int)]) {
        (self.shortlists, self.tags) = (shortlists, tags)
    }

    public static let shape: TemplateShape = [
        "action": .text, "is_empty": .flag,
        "shortlists": .list(["name": .text, "href": .text, "count_text": .text, "sender": .text, "created_text": .text]),
        "has_tags": .flag,
        "tags": .list(["name": .text, "count": .text, "markets": .list(["code": .text, "name": .text, "href": .text])]),
    ]

    public func title(in frame: PageFrame) -> String? { frame.words(.titleShortlists) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryShortlists) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        [
            "action": .text("shortlists"), "is_empty": .flag(shortlists.isEmpty),
            "shortlists": .list(
                shortlists.map { list in
                    [
                        "name": .text(list.name), "href": .text("shortlists/\(list.id)"),
                        "count_text": .text(frame.words.creators(list.count)),
                        "sender": .text(list.member),
                        "created_text": .text(frame.text(of: list.created)),
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
                                    "code": .text($0.rawValue), "name": .text(frame.words[$0]),
                                    "href": .text("\($0.rawValue)/?tag=\(PercentEncoding.encode(tag.tag))"),
                                ]
                            }),
                    ]
                }),
        ]
    }
}
