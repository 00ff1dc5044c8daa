public import Templating

/// The form of an invitation as a page of its own: what would become of each creator, and what must be changed.
public struct InvitePage: Page {
    public let template = "pages/invite"
    public let path = "invite"
    private let form: InviteFormContent
    private let preview: BulkPreview

    public init(form: InviteFormContent, preview: BulkPreview) {
        (self.form, self.preview) = (form, preview)
    }

    public static let shape: TemplateShape = [
        "heading": .text, "nickname": .text, "is_single": .flag, "invite": .record(InviteFormContent.shape),
        "preview": .record(BulkPreview.shape), "picks_href": .text,
    ]

    public func title(in frame: PageFrame) -> String? { frame.words(.titleInvite) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryInvite) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let single = preview.entries.count == 1 ? preview.entries[0] : nil
        return [
            "heading": .text(frame.words(form.faults.isEmpty ? .inviteHeading : .inviteHeadingFaulty)),
            "nickname": .text(single?.nickname),
            "is_single": .flag(single != nil), "invite": .record(form.values(root: root, in: frame)),
            "preview": .record(preview.values(root: root, in: frame)),
            "picks_href": .text("picks"),
        ]
    }
}
