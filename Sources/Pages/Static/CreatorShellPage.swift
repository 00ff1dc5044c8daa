import Marketplace
public import Templating

/// The one page that shows every creator's page where these stand many in a file (`CreatorPages.chunks`): its script takes
/// the page of the name in the address from its file and puts it in its own place.
public struct CreatorShellPage: Page {
    /// One folder deep, as the creators' pages are, so that what stands in these leads on from here too.
    public static let file = "creators/index.html"

    public let template = "pages/creator-shell"
    public let path = Self.file
    private let chunkCount: Int

    /// - Parameter chunkCount: how many files the creators' pages stand in.
    public init(chunkCount: Int) { self.chunkCount = chunkCount }

    public static let shape: TemplateShape = ["chunk_count": .text]

    public func title(in frame: PageFrame) -> String? { frame.words(.titleCreator) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryCreatorShell) }

    public func values(in frame: PageFrame) -> TemplateRecord { ["chunk_count": .text(String(chunkCount))] }
}
