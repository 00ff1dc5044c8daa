import Catalogue
import Marketplace

/// The creators of a catalogue with what follows from the whole of each market (SPEC D4).
///
/// All creators, in the order of the catalogue; those who are listed with their computed figures. What is computed stands
/// beside the catalogue's records and is put into one when it is asked for: records are large, and held once.
struct DerivedFigures: RandomAccessCollection, Sendable {
    /// Places of those who are listed, from the most followers.
    let listedPlaces: [Int32]
    let statistics: [Market: MarketStatistics]
    private let creators: [Creator]
    /// Of each creator; empty for those who are not listed.
    private let computed: [ComputedFigures]

    var startIndex: Int { creators.startIndex }
    var endIndex: Int { creators.endIndex }

    subscript(place: Int) -> Creator {
        var creator = creators[place]
        creator.computed = computed[place]
        return creator
    }

    /// O(n log n).
    init(_ catalogue: SiteCatalogue) {
        let creators = catalogue.creators
        let rule = ListingRule(site: catalogue.site, owner: catalogue.owner, companies: catalogue.companies)
        let places = creators.indices.filter { rule.lists(creators[$0]) }
        let statistics = Dictionary(grouping: places) { creators[$0].market }.map { market, places in
            let statistics = MarketStatistics(
                market: market, creators: places.lazy.map { creators[$0] }, definitions: catalogue.site.definitions)
            return (market, statistics)
        }
        self.statistics = Dictionary(uniqueKeysWithValues: statistics)
        var computed = [ComputedFigures](repeating: ComputedFigures(), count: creators.count)
        for place in places {
            guard let market = self.statistics[creators[place].market] else { continue }
            computed[place] = market.computedFigures(for: creators[place])
        }
        listedPlaces = places.sorted { Creator.hasMoreFollowers(creators[$0], than: creators[$1]) }.map(Int32.init)
        (self.creators, self.computed) = (creators, computed)
    }
}
