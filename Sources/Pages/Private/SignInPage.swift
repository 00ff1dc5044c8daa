public import Foundation
public import Templating

/// The address where a member signs in: by a one-time link that is open, or by e-mail and password.
public struct SignInPage: Page {
    public let template = "pages/sign-in"
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
        public var notice: Saying?
        /// What was wrong with what was sent.
        public var error: Saying?
        /// From when on the next attempt is allowed.
        public var until: Date?

        public init(email: String = "", notice: Saying? = nil, error: Saying? = nil, until: Date? = nil) {
            (self.email, self.notice, self.error, self.until) = (email, notice, error, until)
        }
    }

    /// - Parameter next: where it goes on, below the top of the site; nil where that was not said.
    public init(state: State, next: String? = nil) {
        self.state = state
        self.next = next
    }

    public static let shape: TemplateShape = [
        "token": .text, "email": .text, "company": .text,
        "form": .record(["typed": .text, "error": .text, "until_text": .text]), "notice": .text, "explanation": .text,
        "action": .text, "next": .text,
    ]

    public func title(in frame: PageFrame) -> String? { frame.words(.titleSignIn) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summarySignIn) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let shared: TemplateRecord = ["action": .text("sign-in"), "next": .text(next)]
        switch state {
        case .ready(let token, let email, let company):
            return shared.merging(["token": .text(token), "email": .text(email), "company": .text(company)])
        case .form(let form):
            return shared.merging([
                "form": .record([
                    "typed": .text(form.email), "error": .text(form.error.map { frame.words($0) }),
                    "until_text": .text(form.until.map { frame.text(of: $0) }),
                ]),
                "notice": .text(form.notice.map { frame.words($0) }),
                "explanation": .text(frame.words(.signInHelp)),
            ])
        }
    }
}
