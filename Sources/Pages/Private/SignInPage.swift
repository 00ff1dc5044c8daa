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
                "Open the one-time sign-in link that “plaza serve” printed when it started, or one that “plaza member link EMAIL” makes."
            return ["action": .text("sign-in"), "explanation": .text(explanation), "notice": .text(notice)]
        }
    }
}
