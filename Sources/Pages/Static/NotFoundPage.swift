public import Marketplace
public import Templating

/// What a host shows for an address that leads nowhere.
public struct NotFoundPage: Page {
    public let template = "pages/not-found"
    public let path = "404.html"
    /// A host serves this page for addresses of any depth, so its links start at the top of the host.
    public let root: String

    public init(site: Site) {
        root = site.baseURL.map { Self.path(of: $0) + "/" } ?? "/"
    }

    public static let shape: TemplateShape = [:]

    public func title(in frame: PageFrame) -> String? { frame.words(.titleNotFound) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryNotFound) }

    public func values(in frame: PageFrame) -> TemplateRecord { [:] }

    /// The path of an absolute address without a trailing slash: "/talent" of "https://a.example/talent".
    private static func path(of address: String) -> String {
        let afterScheme = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return afterScheme.count > 3 ? "/" + afterScheme[3] : ""
    }
}
