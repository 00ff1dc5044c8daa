import Catalogue
import FacetIndex
import Foundation
import Marketplace
import Pages

/// What a build will write, decided before anything is written.
///
/// The pages of creators and lists, which are most, are made when they are asked for, and held by nobody: the plan knows
/// no more of each than its path.
struct SitePlan: Sendable {
    /// One file of the catalogue.
    struct File: Sendable {
        enum Content: Sendable {
            case page(any Page)
            /// A page that follows from what all pages share: `site.yaml`, companies, templates, the program.
            case sitePage(any Page)
            /// The picture that messengers show, in the colours of a style sheet.
            case preview(styleSheet: [UInt8])
            /// The page of a creator, by position among those who are published.
            case creator(at: Int)
            /// The pages of some creators in one file, by its number.
            case chunk(Int)
            /// A page of a list: positions of its market and of the list, and its number.
            case list(market: Int, shelf: Int, page: Int)
            case bytes([UInt8])
            /// A file of the site, copied as it is.
            case copy(of: URL)
            /// A photo that was made small, in a file whose name changes with its content.
            case photo(at: URL)
        }

        /// Below the folder of the catalogue, parts joined by "/".
        let path: String
        let content: Content
    }

    /// Each path once.
    let files: [File]
    private let creators: PublishedCreators
    private let snapshots: [String: [Snapshot]]
    private let shelves: [MarketShelves]
    private let similar: [Market: SimilarCreators]
    /// Of each published creator, by position, the one among those of the market.
    private let placesInMarkets: [Int32]
    /// The positions of the creators whose pages each chunk holds, by username; empty where each page is a file.
    private let chunks: [[Int32]]

    /// - Parameters:
    ///   - photos: what became of each photo that a creator has, by its name in `photos/`.
    ///   - assets: style sheets and the like by their path below `assets/`.
    ///   - indexRoots: the root of each market's index.
    ///   - words: those of the feeds.
    init(
        catalogue: SiteCatalogue, creators: PublishedCreators, photos: [String: PhotoWorkshop.Outcome],
        assets: [String: [UInt8]], indexRoots: [Market: WrittenRoot], words: Wording
    ) {
        let site = catalogue.site
        let feeds = Self.feeds(creators, of: catalogue, words)
        let shelves = site.markets.map { market in
            MarketShelves(
                market: market, creators: creators.byMarket[market] ?? [], site: site, index: indexRoots[market],
                hasFeed: feeds[market] != nil)
        }
        (self.creators, self.shelves, snapshots) = (creators, shelves, catalogue.snapshots)
        similar = creators.byMarket.mapValues(SimilarCreators.init)
        placesInMarkets = Self.placesInMarkets(of: creators)
        let assets = Self.dressed(assets, in: site.look)
        let styleSheet = assets["plaza.css"] ?? []
        let chunks = site.creatorPages == .chunks ? Self.chunks(of: creators.open) : []
        self.chunks = chunks
        var files = Self.singlePages(of: catalogue, creators, chunkCount: chunks.isEmpty ? nil : chunks.count)
            .map { File(path: $0.path, content: .page($0)) }
        let ofSite: [any Page] = [HelpPage(), NotFoundPage(site: site), StyleGuidePage(styleSheet: styleSheet)]
        files += ofSite.map { File(path: $0.path, content: .sitePage($0)) }
        for (market, lists) in shelves.enumerated() {
            for (number, shelf) in lists.all.enumerated() {
                files += (1...lists.pageCount(of: shelf)).map { page in
                    File(path: shelf.path(of: page), content: .list(market: market, shelf: number, page: page))
                }
            }
        }
        if chunks.isEmpty {
            files += creators.open.enumerated().map { place, creator in
                File(path: CreatorPage.path(of: creator.username), content: .creator(at: place))
            }
        }
        files += Self.filesForRobots(files.map(\.path), creators: creators, site: site)
        files += chunks.indices.map { File(path: PageChunk.path($0, of: chunks.count), content: .chunk($0)) }
        files += feeds.values.map { File(path: $0.path, content: .bytes($0.bytes)) }
        files += assets.map { File(path: "assets/" + $0.key, content: .bytes($0.value)) }
        if site.baseURL != nil, assets[Self.preview] == nil {
            files.append(File(path: "assets/" + Self.preview, content: .preview(styleSheet: styleSheet)))
        }
        self.files = files + Self.photoFiles(of: creators, photos)
    }

    private static let preview = "preview.png"

    /// The page of a file; nil where its content is no page.
    func page(of content: File.Content) -> (any Page)? {
        switch content {
        case .page(let page), .sitePage(let page): page
        case .creator(let place): creatorPage(at: place)
        case .list(let market, let shelf, let page): shelves[market].page(page, of: shelves[market].all[shelf])
        case .chunk, .bytes, .preview, .copy, .photo: nil
        }
    }

    /// The pages that a chunk holds.
    func pages(ofChunk number: Int) -> [(username: Username, page: CreatorPage)] {
        chunks[number].map { (creators.open[Int($0)].username, creatorPage(at: Int($0))) }
    }

    /// What a file is made from; nil where that is not told, and the file is made to see.
    ///
    /// - Parameter old: what it was made from the last time, where markets stand as they stood then.
    func basis(of content: File.Content, in basis: CatalogueBasis, after old: OldBasis? = nil) -> PageBasis? {
        if let known = old.flatMap({ knownBasis(of: content, in: basis, after: $0) }) { return known }
        switch content {
        case .creator(let place): return self.basis(ofCreatorAt: place, in: basis)
        case .chunk(let number): return PageBasis(of: chunks[number].map { self.basis(ofCreatorAt: Int($0), in: basis) })
        case .list(let market, let shelf, let page):
            return shelves[market].basis(ofPage: page, of: shelves[market].all[shelf], in: basis)
        case .photo(let file):
            var bytes = FingerprintBytes()
            bytes.append(file.lastPathComponent)
            return PageBasis(record: bytes.fingerprint, market: 0)
        case .sitePage, .preview: return PageBasis(market: 0)
        case .page, .bytes, .copy: return nil
        }
    }

    private func basis(ofCreatorAt place: Int, in basis: CatalogueBasis) -> PageBasis {
        let matches =
            similar[creators.open[place].market].map {
                $0.matches(at: Int(placesInMarkets[place]), limit: CreatorPage.similarLimit)
            } ?? []
        return basis.page(ofCreatorAt: place, similar: matches)
    }

    /// What a file was made from by the last build.
    struct OldBasis {
        let page: PageBasis
        /// The markets in which everything that is known of every creator is what it was then.
        let standing: Set<Market>
    }

    /// Where a market stands, only what imports said can be other than it was.
    private func knownBasis(of content: File.Content, in basis: CatalogueBasis, after old: OldBasis) -> PageBasis? {
        var known = old.page
        switch content {
        case .creator(let place):
            guard old.standing.contains(creators.open[place].market) else { return nil }
            known.history = basis.history(ofCreatorAt: place)
        case .chunk(let number):
            let places = chunks[number].map(Int.init)
            guard places.allSatisfy({ old.standing.contains(creators.open[$0].market) }) else { return nil }
            known.history = PageBasis.combined(places.map(basis.history))
        case .page, .sitePage, .preview, .list, .bytes, .copy, .photo: return nil
        }
        return known
    }

    private func creatorPage(at place: Int) -> CreatorPage {
        let entry = creators[place]
        let market = entry.creator.market
        return CreatorPage(
            creator: entry.open, findings: creators.derived.statistics[market]?.findings(for: entry.creator),
            history: PublicHistory(snapshots[entry.creator.username.folded] ?? [], of: entry.creator),
            neighbours: similar[market].map { CreatorPage.Neighbours($0, place: Int(placesInMarkets[place])) })
    }

    private static func placesInMarkets(of creators: PublishedCreators) -> [Int32] {
        var next: [Market: Int32] = [:]
        return creators.open.map { creator in
            let place = next[creator.market, default: 0]
            next[creator.market] = place + 1
            return place
        }
    }

    /// The positions of the creators of each chunk, by username.
    private static func chunks(of creators: [PublicCreator]) -> [[Int32]] {
        var chunks = [[Int32]](repeating: [], count: PageChunk.count(forCreators: creators.count))
        for (place, creator) in creators.enumerated() {
            chunks[PageChunk.number(of: creator.username, among: chunks.count)].append(Int32(place))
        }
        return chunks.map { $0.sorted { creators[Int($0)].username < creators[Int($1)].username } }
    }

    /// Those of which there are few.
    private static func singlePages(of catalogue: SiteCatalogue, _ creators: PublishedCreators, chunkCount: Int?)
        -> [any Page]
    {
        let site = catalogue.site
        let pages: [any Page] = [
            HomePage(
                counts: creators.byMarket.mapValues(\.count),
                featured: featured(of: creators.byMarket, in: site)),
            ComparePage(chunkCount: chunkCount),
        ]
        let shell = chunkCount.map { [CreatorShellPage(chunkCount: $0)] } ?? []
        return pages + shell
            + catalogue.companies.map { company in
                CompanyPage(
                    company: company, topCreators: topCreators(of: company, in: creators.open))
            }
    }

    private static func photoFiles(of creators: PublishedCreators, _ photos: [String: PhotoWorkshop.Outcome]) -> [File] {
        guard !photos.isEmpty else { return [] }
        return creators.open.indices.flatMap { place -> [File] in
            let entry = creators[place]
            guard let name = entry.open.photo, let outcome = entry.creator.photo.flatMap({ photos[$0] }) else { return [] }
            return switch outcome {
            case .resized(let page, let card):
                [
                    File(path: "photos/" + name, content: .photo(at: page)),
                    File(path: "photos/card/" + name, content: .photo(at: card)),
                ]
            case .copied(let url): [File(path: "photos/" + name, content: .copy(of: url))]
            case .unusable: []
            }
        }
    }

    /// The feeds of the markets that have one.
    private static func feeds(_ creators: PublishedCreators, of catalogue: SiteCatalogue, _ words: Wording)
        -> [Market: CreatorFeed]
    {
        guard catalogue.site.baseURL != nil else { return [:] }
        let dated = creators.open.indices.compactMap { place in
            let entry = creators[place]
            return PublicHistory.firstDay(in: catalogue.snapshots[entry.creator.username.folded] ?? [], of: entry.creator)
                .map { CreatorFeed.Entry(creator: entry.open, since: $0) }
        }
        let byMarket = Dictionary(grouping: dated, by: \.creator.market)
        return byMarket.reduce(into: [:]) { feeds, market in
            feeds[market.key] = CreatorFeed(
                of: market.key, entries: market.value, owner: catalogue.owner, site: catalogue.site, words: words)
        }
    }

    /// The assets with the site's own look at the end of the style sheet of every page.
    private static func dressed(_ assets: [String: [UInt8]], in look: Look) -> [String: [UInt8]] {
        let shape = look.logo.flatMap { assets[$0.file] }.map(LogoShape.ratio) ?? 1
        var assets = assets
        assets["plaza.css", default: []] += Array(LookSheet.css(of: look, logoShape: shape).utf8)
        assets["icon.svg"] = assets["icon.svg"].map { LookSheet.icon($0, in: look) }
        return assets
    }

    /// The list of all pages that say something by themselves, and what robots may read.
    private static func filesForRobots(_ pages: [String], creators: PublishedCreators, site: Site) -> [File] {
        let robots = File(path: RobotsFile.path, content: .bytes(RobotsFile.bytes(for: site)))
        guard Sitemap.isWanted(by: site) else { return [robots] }
        let days = creators.open.reduce(into: [String: CalendarDate]()) { days, creator in
            days[CreatorPage.path(of: creator.username)] = creator.updated
        }
        let silent = [NotFoundPage(site: site).path, ComparePage.file, StyleGuidePage.file, CreatorShellPage.file]
        let listed = pages.filter { !silent.contains($0) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let sitemap = Sitemap(listed.map { Sitemap.Entry(path: $0, modified: days[$0]) }, site: site)
        return sitemap.files.map { File(path: $0.path, content: .bytes($0.bytes)) } + [robots]
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
