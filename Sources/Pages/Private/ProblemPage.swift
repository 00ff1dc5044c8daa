public import Foundation
public import Marketplace
public import Templating

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
    private let until: Date?
    private let signIn: String?

    /// - Parameters:
    ///   - path: the address that was asked for, below the top of the site.
    ///   - mend: what to do next.
    ///   - until: when it is possible again, where time heals it.
    ///   - signIn: where to sign in, below the top of the site, where that mends it.
    public init(
        status: Int, heading: String, detail: String, mend: String?, until: Date? = nil, signIn: String? = nil, path: String,
        site: Site
    ) {
        (self.status, self.heading, self.detail, self.mend, self.path) = (status, heading, detail, mend, path)
        self.until = until
        self.signIn = signIn
        title = "\(heading) · \(site.name)"
    }

    public static let shape: TemplateShape = [
        "status": .text, "heading": .text, "detail": .text, "mend": .text, "until_text": .text,
        "actions": .list(["href": .text, "text": .text]),
    ]

    public func values(in frame: PageFrame) -> TemplateRecord {
        let back: TemplateRecord = ["href": .text(root + "index.html"), "text": .text("Back to the marketplace")]
        let way: TemplateRecord? = signIn.map { ["href": .text(root + $0), "text": .text("Sign in")] }
        return [
            "status": .text(String(status)), "heading": .text(heading), "detail": .text(detail), "mend": .text(mend),
            "until_text": .text(until.map { DateText.instant($0, in: frame.site.timeZone) }),
            "actions": .list([way, back].compactMap { $0 }),
        ]
    }
}
