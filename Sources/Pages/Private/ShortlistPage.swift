public import Marketplace
public import Templating

/// The creators of one list.
public struct ShortlistPage: Page {
    public let template = "pages/shortlist"
    public let path: String
    private let shortlist: ShortlistsPage.Summary
    private let entries: [(username: Username, creator: PublicCreator?)]
    private let tags: [String: [String]]

    /// - Parameters:
    ///   - entries: in the order of the list; a creator who is not in the company's catalogue any more has no card.
    ///   - tags: by folded username.
    public init(
        shortlist: ShortlistsPage.Summary, entries: [(username: Username, creator: PublicCreator?)],
        tags: [String: [String]]
    ) {
        (self.shortlist, self.entries, self.tags) = (shortlist, entries, tags)
        path = "shortlists/\(shortlist.id)"
    }

    public static let shape: TemplateShape = [
        "name": .text, "count_text": .text, "action": .text, "delete_action": .text, "picks_action": .text,
        "shortlists_href": .text, "is_empty": .flag,
        "creators": .list([
            "username": .text, "nickname": .text, "href": .text, "timeline_href": .text, "market_name": .text, "is_gone": .flag,
            "tags": .list(["name": .text]),
        ]),
    ]

    public func title(in frame: PageFrame) -> String? { shortlist.name }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryShortlists) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        [
            "name": .text(shortlist.name), "count_text": .text(frame.words.creators(shortlist.count)),
            "action": .text(root + path), "delete_action": .text(root + path + "/delete"),
            "picks_action": .text(root + "picks"),
            "shortlists_href": .text(root + "shortlists"), "is_empty": .flag(entries.isEmpty),
            "creators": .list(entries.map { values(of: $0.username, $0.creator, in: frame) }),
        ]
    }

    private func values(of username: Username, _ creator: PublicCreator?, in frame: PageFrame) -> TemplateRecord {
        [
            "username": .text(username.text), "nickname": .text(creator?.nickname ?? username.text),
            "href": .text(creator == nil ? nil : root + "creators/\(username).html"),
            "timeline_href": .text(root + "timeline/\(username)"),
            "market_name": .text((creator?.market).map { frame.words[$0] }),
            "is_gone": .flag(creator == nil),
            "tags": .list(tags[username.folded, default: []].map { ["name": .text($0)] }),
        ]
    }
}
