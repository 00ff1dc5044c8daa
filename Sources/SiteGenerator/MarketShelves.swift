import FacetIndex
import Marketplace
import Pages

/// The lists of one market: all of it, and each of its categories, in pages.
struct MarketShelves {
    let market: Market
    /// From the most followers.
    let creators: [PublicCreator]
    let site: Site
    /// The root of the market's index.
    var index: WrittenRoot?
    /// Whether the market has a feed of its newest creators.
    var hasFeed = false

    var pages: [ListingPage] {
        let byCategory = creatorsByCategory
        let counts = site.categories.all.compactMap { category in
            byCategory[category.slug].map { (category: category, count: $0.count) }
        }
        let filterCounts = FilterCounts(of: creators)
        let hasScores = creators.contains { $0.metrics[.score].ordinal != nil }
        func shelf(of category: Category?, count: Int) -> ListingPage.Shelf {
            ListingPage.Shelf(
                market: market, category: category, total: count, marketTotal: creators.count, categoryCounts: counts,
                filterCounts: filterCounts, hasScores: hasScores, hasFeed: hasFeed, indexPath: index?.path,
                indexRoot: index?.bytes)
        }
        return pages(of: shelf(of: nil, count: creators.count), creators: creators)
            + counts.flatMap { category, count in
                pages(of: shelf(of: category, count: count), creators: byCategory[category.slug] ?? [])
            }
    }

    private var creatorsByCategory: [Slug: [PublicCreator]] {
        creators.reduce(into: [:]) { shelves, creator in
            for category in creator.categories { shelves[category, default: []].append(creator) }
        }
    }

    private func pages(of shelf: ListingPage.Shelf, creators: [PublicCreator]) -> [ListingPage] {
        let pageCount = max(1, (creators.count + site.pageSize - 1) / site.pageSize)
        return (1...pageCount).map { page in
            let start = (page - 1) * site.pageSize
            let shown = Array(creators[start..<min(start + site.pageSize, creators.count)])
            return ListingPage(shelf: shelf, page: page, creators: shown, site: site)
        }
    }
}
