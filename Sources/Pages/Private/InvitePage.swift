public import Marketplace
public import Templating

/// The form of an invitation, shown again with what must be changed.
public struct InvitePage: Page {
    public let template = "pages/invite"
    public let title: String
    public let summary = "Invite creators."
    public let path = "invite"
    private let form: InviteFormContent
    private let recipients: [PublicCreator]

    public init(form: InviteFormContent, recipients: [PublicCreator], site: Site) {
        (self.form, self.recipients) = (form, recipients)
        title = "Invite · \(site.name)"
    }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let recipients: [TemplateRecord] = recipients.map {
            [
                "nickname": .text($0.nickname), "username": .text($0.username.text),
                "href": .text("creators/\($0.username).html"),
            ]
        }
        return ["invite": .record(form.values(root: root, in: frame)), "recipients": .list(recipients)]
    }
}
