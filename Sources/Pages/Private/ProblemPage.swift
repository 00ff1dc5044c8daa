public import Foundation
public import Templating

/// Says what went wrong and what to do next.
public struct ProblemPage: Page {
    public let template = "pages/problem"
    public let path: String
    private let status: Int
    private let heading: Saying
    private let detail: Saying
    private let mend: Saying?
    private let until: Date?
    private let signIn: String?

    /// - Parameters:
    ///   - path: the address that was asked for, below the top of the site.
    ///   - mend: what to do next.
    ///   - until: when it is possible again, where time heals it.
    ///   - signIn: where to sign in, below the top of the site, where that mends it.
    public init(
        status: Int, heading: Saying, detail: Saying, mend: Saying?, until: Date? = nil, signIn: String? = nil, path: String
    ) {
        (self.status, self.heading, self.detail, self.mend, self.path) = (status, heading, detail, mend, path)
        self.until = until
        self.signIn = signIn
    }

    public static let shape: TemplateShape = [
        "status": .text, "heading": .text, "detail": .text, "mend": .text, "until_text": .text,
        "actions": .list(["href": .text, "text": .text]),
    ]

    public func title(in frame: PageFrame) -> String? { frame.words(heading) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryProblem) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let back: TemplateRecord = ["href": .text(root + "index.html"), "text": .text(frame.words(.problemBack))]
        let way: TemplateRecord? = signIn.map { ["href": .text(root + $0), "text": .text(frame.words(.problemSignIn))] }
        return [
            "status": .text(String(status)), "heading": .text(frame.words(heading)), "detail": .text(frame.words(detail)),
            "mend": .text(mend.map { frame.words($0) }),
            "until_text": .text(until.map { frame.text(of: $0) }),
            "actions": .list([way, back].compactMap { $0 }),
        ]
    }
}
