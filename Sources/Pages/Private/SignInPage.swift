public import Foundation
public import Marketplace
public import Templating

/// The address where a member signs in: by a one-time link that is open, or by e-mail and password.
public struct SignInPage: Page {
    public let template = "pages/sign-in"
    public let title: String
    public let summary = "Sign in to see contacts and to invite."
    public let path = "sign-in"
    private let state: State
    private let next: String?

    public enum State: Sendable {
        /// A one-time link is open; the button uses it up.
        case ready(token: String, email: String, company: String)
        /// The form.
        case form(Form)
    }

    /// The form for e-mail and password, and why it stands here again.
    public struct Form: Sendable {
        public var email = ""
        /// What is to be known before it is filled in.
        public var notice: String?
        /// What was wrong with what was sent.
        public var error: String?
        /// From when on the next attempt is allowed.
        public var until: Date?

        public init(email: String = "", notice: String? = nil, error: String? = nil, until: Date? = nil) {
            (self.email, self.notice, self.error, self.until) = (email, notice, error, until)
        }
    }

    /// - Parameter next: where it goes on, below the top of the site; nil where that was not said.
    public init(state: State, next: String? = nil, site: Site) {
        self.state = state
        self.next = next
        title = "Sign in · \(site.name)"
    }

    public static let shape: TemplateShape = [
        "token": .text, "email": .text, "company": .text,
        "form": .record(["typed": .text, "error": .text, "until_text": .text]), "notice": .text, "explanation": .text,
        "action": .text, "next": .text,
    ]

    public func values(in frame: PageFrame) -> TemplateRecord {
        let shared: TemplateRecord = ["action": .text("sign-in"), "next": .text(next)]
        switch state {
        case .ready(let token, let email, let company):
            return shared.merging(["token": .text(token), "email": .text(email), "company": .text(company)])
        case .form(let form):
            return shared.merging([
                "form": .record([
                    "typed": .text(form.email), "error": .text(form.error),
                    "until_text": .text(form.until.map { DateText.instant($0, in: frame.site.timeZone) }),
                ]),
                "notice": .text(form.notice), "explanation": .text(Self.explanation),
            ])
        }
    }

    private static let explanation =
        "No password yet, or forgotten? An owner of your company can make you a one-time link, with which you set one. "
        + "Who runs the server has “plaza member link EMAIL”; “plaza serve” prints the owner’s link when it starts."
}
