import Catalogue
import FacetIndex
public import Foundation
import Marketplace
public import Pages

/// What a build will write, decided before anything is written.
public struct SitePlan: Sendable {
    /// One file of the catalogue.
    public struct File: Sendable {
        public enum Content: Sendable {
            case page(any Page)
            case bytes([UInt8])
            /// A file of the site, copied as it is.
            case copy(of: URL)
        }

        /// Below the folder of the catalogue, parts joined by "/".
        public let path: String
        public let content: Content
    }

    /// Sorted by path, each path once.
    public let files: [File]

    /// - Parameters:
    ///   - photos: what became of each photo that a creator has, by its name in `photos/`.
    ///   - assets: style sheets and the like by their path below `assets/`.
    ///   - indexRoots: the root of each market's index.
    init(
        catalogue: SiteCatalogue, creators: PublishedCreators, photos: [String: PhotoWorkshop.Outcome],
        assets: [String: [UInt8]], indexRoots: [Market: WrittenRoot]
    ) {
        let owner = catalogue.owner
        let site = catalogue.site
        let byMarket = creators.byMarket

        var pages: [any Page] = [
            HomePage(
                site: site, owner: owner, counts: byMarket.mapValues(\.count), featured: Self.featured(of: byMarket, in: site)),
            HelpPage(site: site), NotFoundPage(site: site),
        ]
        pages += catalogue.companies.map { company in
            CompanyPage(
                company: company, topCreators: Self.topCreators(of: company, in: creators.all.lazy.map(\.open)), site: site)
        }
        let feeds = Self.feeds(creators, of: catalogue)
        for market in site.markets {
            pages +=
                MarketShelves(
                    market: market, creators: byMarket[market] ?? [], site: site, index: indexRoots[market],
                    hasFeed: feeds[market] != nil
                ).pages
        }
        let similar = byMarket.mapValues(SimilarCreators.init)
        var places: [Market: Int] = [:]
        pages += creators.all.map { entry in
            let market = entry.creator.market
            let place = places[market, default: 0]
            places[market] = place + 1
            return CreatorPage(
                creator: entry.open, findings: creators.derived.statistics[market]?.findings(for: entry.creator),
                history: PublicHistory(catalogue.snapshots[entry.creator.username.folded] ?? [], of: entry.creator),
                neighbours: similar[market].map { CreatorPage.Neighbours($0, place: place) }, site: site)
        }

        var files = pages.map { File(path: $0.path, content: .page($0)) }
        files += feeds.values.map { File(path: $0.path, content: .bytes($0.bytes)) }
        files += Self.filesForRobots(pages, creators: creators, site: site)
        files += Self.dressed(assets, in: site.look).map { File(path: "assets/" + $0.key, content: .bytes($0.value)) }
        for entry in creators.all {
            guard let name = entry.open.photo, let outcome = entry.creator.photo.flatMap({ photos[$0] }) else { continue }
            switch outcome {
            case .resized(let page, let card):
                files.append(File(path: "photos/" + name, content: .copy(of: page)))
                files.append(File(path: "photos/card/" + name, content: .copy(of: card)))
            case .copied(let url): files.append(File(path: "photos/" + name, content: .copy(of: url)))
            case .unusable: break
            }
        }
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The feeds of the markets that have one.
    private static func feeds(_ creators: PublishedCreators, of catalogue: SiteCatalogue) -> [Market: CreatorFeed] {
        guard catalogue.site.baseURL != nil else { return [:] }
        let dated = creators.all.compactMap { entry in
            PublicHistory.firstDay(in: catalogue.snapshots[entry.creator.username.folded] ?? [], of: entry.creator)
                .map { CreatorFeed.Entry(creator: entry.open, since: $0) }
        }
        let byMarket = Dictionary(grouping: dated, by: \.creator.market)
        return byMarket.reduce(into: [:]) { feeds, market in
            feeds[market.key] = CreatorFeed(
                of: market.key, entries: market.value, owner: catalogue.owner, site: catalogue.site)
        }
    }

    /// The assets with the site's own look at the end of the style sheet of every page.
    private static func dressed(_ assets: [String: [UInt8]], in look: Look) -> [String: [UInt8]] {
        let shape = look.logo.flatMap { assets[$0.file] }.map(LogoShape.ratio) ?? 1
        var assets = assets
        assets["plaza.css", default: []] += Array(LookSheet.css(of: look, logoShape: shape).utf8)
        return assets
    }

    /// The list of all pages but that of lost addresses, and what robots may read.
    private static func filesForRobots(_ pages: [any Page], creators: PublishedCreators, site: Site) -> [File] {
        let days = creators.all.reduce(into: [String: CalendarDate]()) { days, entry in
            days["creators/\(entry.open.username).html"] = entry.open.updated
        }
        let listed = pages.filter { !($0 is NotFoundPage) }.map(\.path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let sitemap = Sitemap(listed.map { Sitemap.Entry(path: $0, modified: days[$0]) }, site: site)
        return sitemap.files.map { File(path: $0.path, content: .bytes($0.bytes)) }
            + [File(path: RobotsFile.path, content: .bytes(RobotsFile.bytes(for: site)))]
    }

    /// The creator with the most followers of each market, in the order of the markets.
    private static func featured(of byMarket: [Market: [PublicCreator]], in site: Site) -> [PublicCreator] {
        site.markets.compactMap { byMarket[$0]?.first }
    }

    /// SPEC N1: the three with the most followers among those linked to the company.
    private static func topCreators(of company: Company, in listed: some Sequence<PublicCreator>) -> [PublicCreator] {
        Array(listed.lazy.filter { $0.agency.map(company.isNamed(by:)) ?? false }.prefix(3))
    }
}
