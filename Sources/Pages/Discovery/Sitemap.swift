public import Marketplace

/// The list of a site's pages for search engines (sitemaps.org, protocol 0.9).
public struct Sitemap: Sendable {
    /// One page of the site.
    public struct Entry: Sendable {
        /// Below the top of the site: "ID/health/index.html".
        public let path: String
        /// The day of what stands on the page, where that is known and open to everyone.
        public let modified: CalendarDate?

        public init(path: String, modified: CalendarDate? = nil) {
            (self.path, self.modified) = (path, modified)
        }
    }

    /// What one file may list.
    public static let standardLimit = 50_000

    /// By their paths below the top of the site: `sitemap.xml` alone, or as an index with `sitemap-1.xml` and on. None where
    /// the site does not say where it will be published, as every address must be absolute, and none where it wants no search
    /// engines.
    public let files: [(path: String, bytes: [UInt8])]

    /// - Parameters:
    ///   - entries: in the order in which they are listed.
    ///   - limit: what one file may list.
    public init(_ entries: [Entry], site: Site, limit: Int = Self.standardLimit) {
        guard Self.isWanted(by: site) else {
            files = []
            return
        }
        let parts = stride(from: 0, to: entries.count, by: limit).map { start in
            Self.list(entries[start..<min(start + limit, entries.count)], site: site)
        }
        if parts.count == 1 {
            files = [(path: Self.path, bytes: parts[0])]
        } else {
            let named = parts.enumerated().map { (path: "sitemap-\($0.offset + 1).xml", bytes: $0.element) }
            files = [(path: Self.path, bytes: Self.index(of: named.map(\.path), site: site))] + named
        }
    }

    /// Whether a site has any: it says where it will be published, and wants to be found.
    public static func isWanted(by site: Site) -> Bool { site.isForSearchEngines && site.baseURL != nil }

    /// Where search engines begin.
    static let path = "sitemap.xml"

    private static func list(_ entries: ArraySlice<Entry>, site: Site) -> [UInt8] {
        document("urlset") { text in
            for entry in entries {
                text += "<url>" + location(of: entry.path, site: site)
                if let day = entry.modified { text += "<lastmod>\(day)</lastmod>" }
                text += "</url>\n"
            }
        }
    }

    private static func index(of paths: [String], site: Site) -> [UInt8] {
        document("sitemapindex") { text in
            for path in paths { text += "<sitemap>" + location(of: path, site: site) + "</sitemap>\n" }
        }
    }

    private static func location(of path: String, site: Site) -> String {
        "<loc>" + XMLText.escaped(site.address(of: path) ?? "") + "</loc>"
    }

    private static func document(_ root: String, _ content: (inout String) -> Void) -> [UInt8] {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<\(root) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        content(&text)
        text += "</\(root)>\n"
        return Array(text.utf8)
    }
}
