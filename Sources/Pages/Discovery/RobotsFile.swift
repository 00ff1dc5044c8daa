public import Marketplace

/// What robots may read (RFC 9309).
public enum RobotsFile {
    /// Where robots look for it, at the top of the host.
    public static let path = "robots.txt"

    /// Everything, and where the list of pages is; nothing where the site wants no search engines.
    public static func bytes(for site: Site) -> [UInt8] {
        guard site.isForSearchEngines else { return Array("User-agent: *\nDisallow: /\n".utf8) }
        let sitemap = site.address(of: Sitemap.path).map { "\nSitemap: \($0)\n" } ?? ""
        return Array(("User-agent: *\nAllow: /\n" + sitemap).utf8)
    }
}
