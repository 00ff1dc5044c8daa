import FacetIndex
import Marketplace
import Pages

/// The lists of one market: all of it, and each of its categories, in pages.
struct MarketShelves: Sendable {
    /// Each list, that of the whole market first.
    let all: [Shelf]
    /// Of how many creators there are, of which kinds.
    private let counts: Fingerprint
    private let market: Market
    private let creators: [PublicCreator]
    private let site: Site

    /// One list.
    struct Shelf: Sendable {
        fileprivate let content: ListingPage.Shelf
        /// Positions among the market's creators, ascending; nil for all of them.
        fileprivate let places: [Int32]?

        /// Where a page of the list stands below the top of the site.
        func path(of page: Int) -> String { ListingPage.path(of: page, in: content) }
    }

    /// - Parameters:
    ///   - creators: from the most followers.
    ///   - index: the root of the market's index.
    ///   - hasFeed: whether the market has a feed of its newest creators.
    init(market: Market, creators: [PublicCreator], site: Site, index: WrittenRoot?, hasFeed: Bool) {
        let places = Self.placesByCategory(of: creators)
        let counts = site.categories.all.compactMap { category in
            places[category.slug].map { (category: category, count: $0.count) }
        }
        let filterCounts = FilterCounts(of: creators)
        let hasScores = creators.contains { $0.metrics[.score].ordinal != nil }
        func shelf(of category: Category?, count: Int) -> ListingPage.Shelf {
            ListingPage.Shelf(
                market: market, category: category, total: count, marketTotal: creators.count, categoryCounts: counts,
                filterCounts: filterCounts, hasScores: hasScores, hasFeed: hasFeed, indexPath: index?.path,
                indexRoot: index?.bytes)
        }
        all =
            [Shelf(content: shelf(of: nil, count: creators.count), places: nil)]
            + counts.map { category, count in
                Shelf(content: shelf(of: category, count: count), places: places[category.slug] ?? [])
            }
        var bytes = FingerprintBytes()
        for (name, count) in filterCounts.all {
            bytes.append(name)
            bytes.append(count)
        }
        for number in [creators.count, hasFeed ? 1 : 0, hasScores ? 1 : 0] { bytes.append(number) }
        self.counts = bytes.fingerprint
        (self.market, self.creators, self.site) = (market, creators, site)
    }

    private static func placesByCategory(of creators: [PublicCreator]) -> [Slug: [Int32]] {
        creators.enumerated().reduce(into: [:]) { shelves, entry in
            for category in entry.element.categories { shelves[category, default: []].append(Int32(entry.offset)) }
        }
    }

    /// How many pages a list has; one at least.
    func pageCount(of shelf: Shelf) -> Int { max(1, (shelf.content.total + site.pageSize - 1) / site.pageSize) }

    /// - Parameter number: 1-based.
    func page(_ number: Int, of shelf: Shelf) -> ListingPage {
        ListingPage(shelf: shelf.content, page: number, creators: places(onPage: number, of: shelf).map { creators[$0] })
    }

    /// What a page of a list is made from.
    func basis(ofPage number: Int, of shelf: Shelf, in basis: CatalogueBasis) -> PageBasis {
        var bytes = FingerprintBytes()
        bytes.append(counts)
        bytes.append(shelf.content.total)
        // The market's own list names the index, and has what is at its root.
        bytes.append(shelf.places == nil && number == 1 ? shelf.content.indexPath ?? "" : "")
        return basis.page(of: market, places: places(onPage: number, of: shelf), list: bytes.fingerprint)
    }

    /// Positions among the market's creators.
    private func places(onPage number: Int, of shelf: Shelf) -> [Int] {
        let start = (number - 1) * site.pageSize
        let shown = start..<min(start + site.pageSize, shelf.content.total)
        return shelf.places.map { places in places[shown].map(Int.init) } ?? Array(shown)
    }
}
