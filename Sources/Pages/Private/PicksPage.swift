public import Marketplace
public import Templating

/// The creators that a member picked, and what would become of them.
public struct PicksPage: Page {
    public let template = "pages/picks"
    public let title: String
    public let summary = "The creators that you picked."
    public let path = "picks"
    private let preview: BulkPreview
    private let shortlists: [(id: String, name: String)]
    private let notice: String?

    /// - Parameter shortlists: those that the picks can be kept in, by name.
    public init(preview: BulkPreview, shortlists: [(id: String, name: String)], notice: String?, site: Site) {
        (self.preview, self.shortlists, self.notice) = (preview, shortlists, notice)
        title = "Picked creators · \(site.name)"
    }

    public static let shape: TemplateShape = [
        "preview": .record(BulkPreview.shape), "is_empty": .flag, "heading": .text, "action": .text, "invite_href": .text,
        "notice": .text, "shortlists": .list(["id": .text, "name": .text]), "has_shortlists": .flag,
        "shortlist_action": .text,
    ]

    public func values(in frame: PageFrame) -> TemplateRecord {
        [
            "preview": .record(preview.values(root: root, in: frame)), "is_empty": .flag(preview.entries.isEmpty),
            "heading": .text(NumberText.count(preview.entries.count, "creator picked", "creators picked")),
            "action": .text("picks"), "invite_href": .text("invite?picks=true"), "notice": .text(notice),
            "shortlists": .list(shortlists.map { ["id": .text($0.id), "name": .text($0.name)] }),
            "has_shortlists": .flag(!shortlists.isEmpty), "shortlist_action": .text("shortlists"),
        ]
    }
}
