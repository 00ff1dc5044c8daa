public import Catalogue
import FacetIndex
public import Marketplace

/// The creators that a build publishes, as everyone may see them.
public struct PublishedCreators: Sendable {
    /// One creator, private and public.
    struct Entry {
        let creator: Creator
        let open: PublicCreator
    }

    /// From the most followers.
    public let open: [PublicCreator]
    /// Those of each market in the same order, for every market of the site.
    public let byMarket: [Market: [PublicCreator]]
    let derived: DerivedFigures

    /// - Parameter place: in `open`.
    subscript(place: Int) -> Entry {
        Entry(creator: derived[Int(derived.listedPlaces[place])], open: open[place])
    }

    /// With every photo as it is said to be.
    public init(_ catalogue: SiteCatalogue) async throws { try await self.init(catalogue, photos: [:]) }

    /// What amounts of a market are held against each other in.
    public func currency(in market: Market) -> Currency { derived.statistics[market]?.currency ?? market.currency }

    /// - Parameter photos: what became of each photo; who has one that cannot be used has none.
    init(_ catalogue: SiteCatalogue, photos: [String: PhotoWorkshop.Outcome]) async throws {
        derived = try await DerivedFigures(catalogue)
        open = try await Lanes.map(derived.listedPlaces) { [derived] place in
            var shown = derived[Int(place)]
            if case .unusable? = shown.photo.flatMap({ photos[$0] }) { shown.photo = nil }
            return PublicCreator(shown)
        }
        let groups = Dictionary(grouping: open, by: \.market)
        byMarket = Dictionary(uniqueKeysWithValues: catalogue.site.markets.map { ($0, groups[$0] ?? []) })
    }
}
