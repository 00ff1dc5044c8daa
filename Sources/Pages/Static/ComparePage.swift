public import Marketplace
public import Templating

/// Two to six creators side by side. The page is the same for all; its script reads the creators' own pages, so that nothing
/// is shown that those do not show.
public struct ComparePage: Page {
    public let template = "pages/compare"
    public let title: String
    public let summary = "Two to six creators side by side, figure by figure."
    /// One folder deep, as the creators' pages are, so that what stands in these leads on from here too.
    public let path = "compare/index.html"

    public init(site: Site) { title = "Compare creators · \(site.name)" }

    public static let shape: TemplateShape = [:]

    public func values(in frame: PageFrame) -> TemplateRecord { [:] }

    /// The page with some creators on it.
    static func address(of creators: [PublicCreator], root: String) -> String {
        let names = creators.map { "creator=" + $0.username.text }
        return root + "compare/index.html?" + names.joined(separator: "&")
    }
}
