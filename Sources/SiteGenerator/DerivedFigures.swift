import Catalogue
import FacetIndex
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

    /// O(n log n), on all cores.
    init(_ catalogue: SiteCatalogue) async throws {
        let creators = catalogue.creators
        let rule = ListingRule(site: catalogue.site, owner: catalogue.owner, companies: catalogue.companies)
        let parts = Self.parts(of: creators.count)
        let places = try await Lanes.map(parts) { part in part.filter { rule.lists(creators[$0]) } }.flatMap(\.self)
        let ofMarkets = Array(Dictionary(grouping: places) { creators[$0].market })
        let statistics = try await Lanes.map(ofMarkets) { market, places in
            MarketStatistics(
                market: market, creators: places.lazy.map { creators[$0] }, definitions: catalogue.site.definitions)
        }
        let byMarket = Dictionary(uniqueKeysWithValues: statistics.map { ($0.market, $0) })
        computed = try await Lanes.map(parts) { part in
            part.map { place in
                let creator = creators[place]
                guard rule.lists(creator), let market = byMarket[creator.market] else { return ComputedFigures() }
                return market.computedFigures(for: creator)
            }
        }.flatMap(\.self)
        (self.statistics, self.creators) = (byMarket, creators)
        listedPlaces = Self.fromMostFollowers(places, creators)
    }

    /// As `Creator.hasMoreFollowers` says. Creators stand by username, so that of two with as many the place decides.
    private static func fromMostFollowers(_ places: [Int], _ creators: [Creator]) -> [Int32] {
        let keys = places.map { (followers: creators[$0].metrics[.followers].ordinal?.millionths ?? -1, place: Int32($0)) }
        return keys.sorted { $0.followers != $1.followers ? $0.followers > $1.followers : $0.place < $1.place }.map(\.place)
    }

    /// Ranges that a lane works on at once.
    private static func parts(of count: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: 1024).map { $0..<Swift.min($0 + 1024, count) }
    }
}
