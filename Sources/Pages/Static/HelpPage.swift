public import Marketplace
public import Templating

/// How the marketplace works, and the questions that people ask.
public struct HelpPage: Page {
    public let template = "pages/help"
    public let title: String
    public let summary = "How to find, contact and invite creators, and what closed and missing figures mean."
    public let path = "help.html"

    public init(site: Site) { title = "Help · \(site.name)" }

    public static let shape: TemplateShape = ["word_limit": .text, "daily_limit": .text]

    public func values(in frame: PageFrame) -> TemplateRecord {
        [
            "word_limit": .text(NumberText.exact(InvitationForm.wordLimit)),
            "daily_limit": .text(NumberText.exact(InvitationLimits.standard.dailyCount)),
        ]
    }
}
