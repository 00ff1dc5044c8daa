public import Marketplace
public import Templating

/// The address where a member is signed in, or what to do without a valid link.
public struct SignInPage: Page {
    public let template = "pages/sign-in"
    public let title: String
    public let summary = "Sign in to see contacts and to invite."
    public let path = "sign-in"
    private let state: State

    public enum State: Sendable {
        /// A one-time link is open; the button uses it up.
        case ready(token: String, email: String, company: String)
        /// There is no link, or it does not hold any more.
        case needsLink(notice: String?)
    }

    public init(state: State, site: Site) {
        self.state = state
        title = "Sign in · \(site.name)"
    }

    public func values(in frame: PageFrame) -> TemplateRecord {
        switch state {
        case .ready(let token, let email, let company):
            return ["action": .text("sign-in"), "token": .text(token), "email": .text(email), "company": .text(company)]
        case .needsLink(let notice):
            let explanation =
                "Open the one-time sign-in link that “plaza serve” printed when it started. Restart it for a new one."
            return ["action": .text("sign-in"), "explanation": .text(explanation), "notice": .text(notice)]
        }
    }
}

/// A creator's contacts, for the member who asked for them.
public struct ContactPage: Page {
    public let template = "pages/contact"
    public let title: String
    public let summary = "Contact details."
    public let path = "contact"
    private let creator: PublicCreator
    private let content: Content

    public enum Content: Sendable {
        case shown([(channel: ContactChannel, address: String)])
        case hidden
    }

    public init(creator: PublicCreator, content: Content, site: Site) {
        self.creator = creator
        self.content = content
        title = "Contact \(creator.nickname) · \(site.name)"
    }

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
            values["channels"] = .list(entries.map(Self.channelValues))
            values["is_empty"] = .flag(entries.isEmpty)
            values["reason"] = .text(
                entries.isEmpty ? "No contact details of \(creator.nickname) are known. You can still invite them." : nil)
            values["logged_text"] = .text(entries.isEmpty ? nil : "That you opened these details was recorded, with the time.")
        case .hidden:
            values["is_hidden"] = .flag(true)
            values["reason"] = .text(ContactTexts.hiddenReason(of: creator.nickname))
        }
        return values
    }

    private static func channelValues(_ entry: (channel: ContactChannel, address: String)) -> TemplateRecord {
        [
            "name": .text(entry.channel.name), "address": .text(entry.address),
            "link": .text(entry.channel.link(to: entry.address)),
        ]
    }
}

/// Asks a member to confirm what another site's page sent, or what was sent before they signed in.
public struct ConfirmPage: Page {
    public let template = "pages/confirm"
    public let title: String
    public let summary = "Confirm before anything happens."
    public let path: String
    private let fields: [(name: String, value: String)]
    private let needsSignIn: Bool

    /// - Parameters:
    ///   - action: what was asked for: "contact", "invite" …; the form is sent there again.
    ///   - fields: as they came, in order.
    public init(action: String, fields: [(name: String, value: String)], needsSignIn: Bool, site: Site) {
        path = action
        self.fields = fields
        self.needsSignIn = needsSignIn
        title = "\(needsSignIn ? "Sign in first" : "Please confirm") · \(site.name)"
    }

    public func values(in frame: PageFrame) -> TemplateRecord {
        [
            "heading": .text(needsSignIn ? "Sign in first" : "Please confirm"),
            "explanation": .text(explanation), "action": .text(path),
            "fields": .list(fields.map { ["name": .text($0.name), "value": .text($0.value)] }),
            "summary": .list(
                fields.filter { !$0.value.isEmpty }.map { ["label": .text(Self.label(of: $0.name)), "value": .text($0.value)] }),
            "button": .text(needsSignIn ? "I have signed in, send it" : button), "needs_sign_in": .flag(needsSignIn),
        ]
    }

    private var explanation: String {
        if needsSignIn {
            return
                "Nothing was sent. Sign in in another tab with the one-time link that “plaza serve” printed, come back and send it again: what you filled in is kept here."
        }
        return
            "This was sent from a page outside of this server, so nothing has happened yet. Check it, and go on if you meant it."
    }

    private var button: String {
        switch path {
        case "contact": "Show contact details"
        case "invite": "Send invitation"
        default: "Go on"
        }
    }

    private static func label(of field: String) -> String {
        if let channel = ContactChannel(rawValue: field) { return channel.name }
        return field.prefix(1).uppercased() + field.dropFirst()
    }
}

/// Says what went wrong and what to do next.
public struct ProblemPage: Page {
    public let template = "pages/problem"
    public let title: String
    public let summary = "Something could not be done."
    public let path: String
    private let status: Int
    private let heading: String
    private let detail: String
    private let mend: String?

    /// - Parameters:
    ///   - path: the address that was asked for, below the top of the site.
    ///   - mend: what to do next.
    public init(status: Int, heading: String, detail: String, mend: String?, path: String, site: Site) {
        (self.status, self.heading, self.detail, self.mend, self.path) = (status, heading, detail, mend, path)
        title = "\(heading) · \(site.name)"
    }

    public func values(in frame: PageFrame) -> TemplateRecord {
        [
            "status": .text(String(status)), "heading": .text(heading), "detail": .text(detail), "mend": .text(mend),
            "actions": .list([["href": .text(root + "index.html"), "text": .text("Back to the marketplace")]]),
        ]
    }
}
