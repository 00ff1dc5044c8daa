import Catalogue
import Marketplace

/// The creators of a catalogue with what follows from the whole of each market (SPEC D4).
struct DerivedFigures: Sendable {
    /// All creators, in the order of the catalogue; those who are listed with their computed figures.
    let creators: [Creator]
    /// Those of `creators` who are listed, from the most followers.
    let listed: [Creator]
    let statistics: [Market: MarketStatistics]

    /// O(n log n).
    init(_ catalogue: SiteCatalogue) {
        let rule = ListingRule(site: catalogue.site, owner: catalogue.owner, companies: catalogue.companies)
        let listed = catalogue.creators.filter(rule.lists)
        let markets = Dictionary(grouping: listed, by: \.market)
        let statistics = markets.reduce(into: [Market: MarketStatistics]()) { result, group in
            result[group.key] = MarketStatistics(
                market: group.key, creators: group.value, definitions: catalogue.site.definitions)
        }
        self.statistics = statistics
        let creators = catalogue.creators.map { creator in
            guard rule.lists(creator), let market = statistics[creator.market] else { return creator }
            var derived = creator
            derived.computed = market.computedFigures(for: creator)
            return derived
        }
        self.creators = creators
        // Records are large: only their places are moved while they are sorted.
        let places = creators.indices.filter { rule.lists(creators[$0]) }
        self.listed = places.sorted { Creator.hasMoreFollowers(creators[$0], than: creators[$1]) }.map { creators[$0] }
    }
}
