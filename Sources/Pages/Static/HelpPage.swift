import Marketplace
public import Templating

/// How the marketplace works, and the questions that people ask.
public struct HelpPage: Page {
    public let template = "pages/help"
    public let path = "help.html"

    public init() {}

    public func title(in frame: PageFrame) -> String? { frame.words(.titleHelp) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryHelp) }

    public static let shape: TemplateShape = ["word_limit": .text, "daily_limit": .text]

    public func values(in frame: PageFrame) -> TemplateRecord {
        [
            "word_limit": .text(NumberText.exact(InvitationForm.wordLimit)),
            "daily_limit": .text(NumberText.exact(InvitationLimits.standard.dailyCount)),
        ]
    }
}
