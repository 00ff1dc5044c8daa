public import Marketplace
import Templating

/// The mail that brings an invitation, in the creator's language.
public struct InvitationMail: Sendable {
    private let invitation: Invitation
    private let company: String
    private let link: String
    private let stopLink: String
    private let phrases: Phrases

    /// - Parameters:
    ///   - link: the address of the creator's inbox.
    ///   - stopLink: the address that ends invitations of the company with one POST (RFC 8058).
    public init(_ invitation: Invitation, company: String, link: String, stopLink: String, phrases: Phrases) {
        self.invitation = invitation
        self.company = company
        self.link = link
        self.stopLink = stopLink
        self.phrases = phrases
    }

    public var subject: String { phrases(.mailSubject, ["company": company]) }
    /// BCP 47.
    public var language: String { phrases.language.rawValue }

    /// The mail for programs that show no HTML.
    public func plain(site: Site) -> String {
        """
        \(phrases(.inboxHello, ["name": invitation.nickname]))

        \(phrases(.mailIntro, ["company": company]))

        \(invitation.message.text)

        \(phrases(.mailOpen))
        \(link)

        \(phrases(.mailStop, ["company": company]))
        \(stopLink)

        \(phrases(.footer, ["site": site.name]))

        """
    }

    static let shape: TemplateShape = [
        "lang": .text, "subject": .text, "hello": .text, "intro": .text, "message": .html, "open": .text, "link": .text,
        "button": .text, "stop": .text, "stop_link": .text, "footer": .text,
    ]

    func values(site: Site) -> TemplateRecord {
        [
            "lang": .text(language), "subject": .text(subject),
            "hello": .text(phrases(.inboxHello, ["name": invitation.nickname])),
            "intro": .text(phrases(.mailIntro, ["company": company])),
            "message": .html(InvitationMarkdown.html(from: invitation.message.text)), "open": .text(phrases(.mailOpen)),
            "link": .text(link), "button": .text(phrases(.mailButton)),
            "stop": .text(phrases(.mailStop, ["company": company])), "stop_link": .text(stopLink),
            "footer": .text(phrases(.footer, ["site": site.name])),
        ]
    }
}
