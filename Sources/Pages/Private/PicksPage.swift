import Marketplace
public import Templating

/// The creators that a member picked, and what would become of them.
public struct PicksPage: Page {
    public let template = "pages/picks"
    public let path = "picks"
    private let preview: BulkPreview
    private let shortlists: [(id: String, name: String)]
    private let notice: Saying?

    /// - Parameter shortlists: those that the picks can be kept in, by name.
    public init(preview: BulkPreview, shortlists: [(id: String, name: String)], notice: Saying?) {
        (self.preview, self.shortlists, self.notice) = (preview, shortlists, notice)
    }

    public static let shape: TemplateShape = [
        "preview": .record(BulkPreview.shape), "is_empty": .flag, "heading": .text, "action": .text, "invite_href": .text,
        "notice": .text, "shortlists": .list(["id": .text, "name": .text]), "has_shortlists": .flag,
        "shortlist_action": .text,
    ]

    public func title(in frame: PageFrame) -> String? { frame.words(.titlePicks) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryPicks) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        [
            "preview": .record(preview.values(root: root, in: frame)), "is_empty": .flag(preview.entries.isEmpty),
            "heading": .text(frame.words.count(preview.entries.count, .pickedOne, .pickedMany)),
            "action": .text("picks"), "invite_href": .text("invite?picks=true"),
            "notice": .text(notice.map { frame.words($0) }),
            "shortlists": .list(shortlists.map { ["id": .text($0.id), "name": .text($0.name)] }),
            "has_shortlists": .flag(!shortlists.isEmpty), "shortlist_action": .text("shortlists"),
            "markets": .list(
                frame.site.markets.map {
                    ["href": .text("\($0.rawValue)/index.html"), "name": .text(frame.words[$0])]
                }),
        ]
    }
}
