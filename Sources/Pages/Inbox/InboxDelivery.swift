public import Marketplace
import Templating

/// How a member brings a creator the link to the inbox: a short text in the creator's language, ready in each messenger.
///
/// Without an address the messenger asks whom to send it to; so the page of an invitation tells no contact (SPEC K2).
public struct InboxDelivery: Sendable {
    private let link: String
    private let text: String
    private let subject: String
    private let language: Language

    public init(link: String, nickname: String, company: String, _ phrases: Phrases) {
        self.link = link
        text = phrases(.deliverText, ["name": nickname, "company": company, "link": link])
        subject = phrases(.mailSubject, ["company": company])
        language = phrases.language
    }

    /// A link that opens the channel with the text ready, to an address; nil where the channel has no such link, and the
    /// text has to be pasted.
    public func link(over channel: ContactChannel, to address: String) -> String? {
        guard let plain = channel.link(to: address) else { return nil }
        let body = PercentEncoding.encode(text)
        return switch channel {
        case .whatsapp: plain + "?text=" + body
        case .email: plain + "?subject=" + PercentEncoding.encode(subject) + "&body=" + body
        case .phone: "sms:" + plain.dropFirst("tel:".count) + "?body=" + body
        case .viber: plain + "&draft=" + body
        case .zalo, .line: nil
        }
    }

    static let shape: TemplateShape = [
        "link": .text, "text": .text, "language": .text, "ways": .list(["name": .text, "href": .text]),
        "contact_action": .text, "username": .text,
    ]

    func values(creator: Username, root: String, _ words: Wording) -> TemplateRecord {
        let body = PercentEncoding.encode(text)
        let ways: [(name: String, href: String)] = [
            (words[.whatsapp], "https://wa.me/?text=" + body), (words[.line], "https://line.me/R/share?text=" + body),
            (words[.viber], "viber://forward?text=" + body), (words(.deliverySms), "sms:?body=" + body),
            (words[.email], "mailto:?subject=" + PercentEncoding.encode(subject) + "&body=" + body),
        ]
        return [
            "link": .text(link), "text": .text(text), "language": .text(language.rawValue),
            "ways": .list(ways.map { ["name": .text($0.name), "href": .text($0.href)] }),
            "contact_action": .text(root + "contact"), "username": .text(creator.text),
        ]
    }
}
