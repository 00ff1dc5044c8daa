public import Marketplace
public import Templating

/// One page: all decisions and plain values. Its template holds the markup.
public protocol Page: Sendable {
    /// The name of its template.
    var template: String { get }
    /// What stands before the site's name in the title; nil where that alone is the title.
    func title(in frame: PageFrame) -> String?
    /// One sentence for search engines and previews.
    func summary(in frame: PageFrame) -> String
    /// Where it stands below the top of the site ("ID/health/index.html"); its links are relative to this.
    var path: String { get }
    /// Where a link to it leads, below the top of the site; its path but where it stands in a file with others.
    func link(on site: Site) -> String
    /// The market that the page belongs to, if it belongs to one.
    var market: Market? { get }
    /// What leads from the page to the top of the site: "", "../" …
    var root: String { get }
    /// What others show of the page; asked for where the page is a file that everyone may read.
    func preview(on site: Site) -> PagePreview
    /// The names that its template can use besides those that every page has, and what each stands for.
    static var shape: TemplateShape { get }
    /// What the names stand for on this page; none that `shape` does not have.
    func values(in frame: PageFrame) -> TemplateRecord
}

extension Page {
    public func link(on site: Site) -> String { path }

    public var market: Market? { nil }

    public func preview(on site: Site) -> PagePreview { .plain }

    public var root: String { String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") }) }
}
