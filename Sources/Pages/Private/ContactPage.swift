public import Marketplace
public import Templating

/// A creator's contacts, for the member who asked for them.
public struct ContactPage: Page {
    public let template = "pages/contact"
    public let path = "contact"
    private let creator: PublicCreator
    private let content: Content
    private let delivery: InboxDelivery?

    public enum Content: Sendable {
        case shown([(channel: ContactChannel, address: String)])
        case hidden
    }

    /// - Parameter delivery: how the member can bring the creator the link to the inbox, where the company has invited them.
    public init(creator: PublicCreator, content: Content, delivery: InboxDelivery? = nil) {
        self.delivery = delivery
        self.creator = creator
        self.content = content
    }

    public static let shape: TemplateShape = [
        "nickname": .text, "username": .text, "href": .text, "language": .text, "picture": .html, "invite_href": .text,
        "channels": .list(["name": .text, "address": .text, "link": .text, "deliver": .text]), "is_empty": .flag,
        "reason": .text, "logged_text": .text, "is_hidden": .flag,
    ]

    public func title(in frame: PageFrame) -> String? { frame.words(.titleContact, ["name": creator.nickname]) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryContact) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let profilePath = "creators/\(creator.username).html"
        var values: TemplateRecord = [
            "nickname": .text(creator.nickname), "username": .text(creator.username.text), "href": .text(profilePath),
            "language": .text(creator.market.language),
            "picture": .html(Picture.html(of: creator, root: root, size: Card.pictureSize)),
            "invite_href": .text(profilePath + "#invite"),
        ]
        switch content {
        case .shown(let entries):
            values["channels"] = .list(entries.map { channelValues($0, frame.words) })
            values["is_empty"] = .flag(entries.isEmpty)
            values["reason"] = .text(
                entries.isEmpty ? frame.words(.contactUnknown, ["name": creator.nickname]) : nil)
            values["logged_text"] = .text(entries.isEmpty ? nil : frame.words(.contactLogged))
        case .hidden:
            values["is_hidden"] = .flag(true)
            values["reason"] = .text(ContactTexts.hiddenReason(of: creator.nickname, frame.words))
        }
        return values
    }

    private func channelValues(_ entry: (channel: ContactChannel, address: String), _ words: Wording) -> TemplateRecord {
        [
            "name": .text(words[entry.channel]), "address": .text(entry.address),
            "link": .text(entry.channel.link(to: entry.address)),
            "deliver": .text(delivery?.link(over: entry.channel, to: entry.address)),
        ]
    }
}
