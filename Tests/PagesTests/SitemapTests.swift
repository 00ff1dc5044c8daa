import Fixtures
import Foundation
import Marketplace
import Pages
import Testing

@Suite("Sitemap and robots.txt") struct SitemapTests {
    private func files(_ count: Int, site: Site, limit: Int = Sitemap.standardLimit) -> [(path: String, text: String)] {
        let entries = (0..<count).map { Sitemap.Entry(path: "creators/c\($0).html") }
        return Sitemap(entries, site: site, limit: limit).files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    }

    private func locations(_ text: String) -> [String] { text.matches(of: /<loc>([^<]*)<\/loc>/).map { String($0.1) } }

    @Test(arguments: [(1, 1), (50_000, 1), (50_001, 3), (100_000, 3), (100_001, 4)])
    func aFileListsFiftyThousandAtMostAndMoreGetAnIndex(count: Int, fileCount: Int) throws {
        let files = try files(count, site: .sample(baseURL: "https://a.example"))
        #expect(files.count == fileCount && files[0].path == "sitemap.xml")
        let lists = fileCount == 1 ? files[...] : files.dropFirst()
        #expect(lists.allSatisfy { locations($0.text).count <= 50_000 && $0.text.utf8.count < 50_000_000 })
        #expect(lists.flatMap { locations($0.text) } == (0..<count).map { "https://a.example/creators/c\($0).html" })
        if fileCount > 1 {
            #expect(files[0].text.contains("<sitemapindex "))
            #expect(locations(files[0].text) == lists.map { "https://a.example/" + $0.path })
            #expect(lists.map(\.path) == (1..<fileCount).map { "sitemap-\($0).xml" })
        }
    }

    @Test func thereIsNoneWithoutABaseAddressOrWithoutSearchEngines() throws {
        #expect(try files(3, site: .sample()).isEmpty)
        #expect(try files(3, site: .sample(baseURL: "https://a.example", isForSearchEngines: false)).isEmpty)
    }

    @Test func addressesAreEscapedAndFoldersNamedAsFolders() throws {
        let day = try #require(CalendarDate("2026-09-30"))
        let entries = [Sitemap.Entry(path: "index.html"), Sitemap.Entry(path: "ID/index.html", modified: day)]
        let sitemap = try Sitemap(entries, site: .sample(baseURL: "https://a.example/x&y'z"))
        let text = String(decoding: sitemap.files[0].bytes, as: UTF8.self)
        #expect(locations(text) == ["https://a.example/x&amp;y&apos;z/", "https://a.example/x&amp;y&apos;z/ID/"])
        #expect(text.contains("/ID/</loc><lastmod>2026-09-30</lastmod></url>") && text.matches(of: /<lastmod>/).count == 1)
    }

    @Test func robotsAreAllowedEverythingAndToldOfTheSitemapOrAllowedNothing() throws {
        func robots(_ site: Site) -> String { String(decoding: RobotsFile.bytes(for: site), as: UTF8.self) }
        #expect(
            try robots(.sample(baseURL: "https://a.example/x"))
                == "User-agent: *\nAllow: /\n\nSitemap: https://a.example/x/sitemap.xml\n")
        #expect(try robots(.sample()) == "User-agent: *\nAllow: /\n")
        #expect(
            try robots(.sample(baseURL: "https://a.example", isForSearchEngines: false)) == "User-agent: *\nDisallow: /\n")
    }
}
