import Marketplace
import Pages

/// The lists of one market: all of it, and each of its categories, in pages.
struct MarketShelves {
    let market: Market
    /// From the most followers.
    let creators: [PublicCreator]
    let site: Site

    var pages: [ListingPage] {
        let byCategory = creatorsByCategory
        let counts = site.categories.all.compactMap { category in
            byCategory[category.slug].map { (category: category, count: $0.count) }
        }
        let all = shelfPages(of: nil, creators: creators, counts: counts)
        return all
            + counts.flatMap { shelfPages(of: $0.category, creators: byCategory[$0.category.slug] ?? [], counts: counts) }
    }

    private var creatorsByCategory: [Slug: [PublicCreator]] {
        creators.reduce(into: [:]) { shelves, creator in
            for category in creator.categories { shelves[category, default: []].append(creator) }
        }
    }

    private func shelfPages(
        of category: Category?, creators: [PublicCreator], counts: [(category: Category, count: Int)]
    ) -> [ListingPage] {
        let shelf = ListingPage.Shelf(
            market: market, category: category, total: creators.count, marketTotal: self.creators.count, categoryCounts: counts
        )
        let pageCount = max(1, (creators.count + site.pageSize - 1) / site.pageSize)
        return (1...pageCount).map { page in
            let start = (page - 1) * site.pageSize
            let shown = Array(creators[start..<min(start + site.pageSize, creators.count)])
            return ListingPage(shelf: shelf, page: page, creators: shown, site: site)
        }
    }
}
