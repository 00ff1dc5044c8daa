public import Marketplace
public import Templating

/// The form of an invitation as a page of its own: what would become of each creator, and what must be changed.
public struct InvitePage: Page {
    public let template = "pages/invite"
    public let title: String
    public let summary = "Invite creators."
    public let path = "invite"
    private let form: InviteFormContent
    private let preview: BulkPreview

    public init(form: InviteFormContent, preview: BulkPreview, site: Site) {
        (self.form, self.preview) = (form, preview)
        title = "Invite · \(site.name)"
    }

    public static let shape: TemplateShape = [
        "heading": .text, "nickname": .text, "is_single": .flag, "invite": .record(InviteFormContent.shape),
        "preview": .record(BulkPreview.shape), "picks_href": .text,
    ]

    public func values(in frame: PageFrame) -> TemplateRecord {
        let single = preview.entries.count == 1 ? preview.entries[0] : nil
        return [
            "heading": .text(form.faults.isEmpty ? "Invite" : "Not sent yet"),
            "nickname": .text(single?.nickname),
            "is_single": .flag(single != nil), "invite": .record(form.values(root: root, in: frame)),
            "preview": .record(preview.values(root: root, in: frame)),
            "picks_href": .text("picks"),
        ]
    }
}
