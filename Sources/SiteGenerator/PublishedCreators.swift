public import Catalogue
import FacetIndex
public import Marketplace

/// The creators that a build publishes, as everyone may see them.
public struct PublishedCreators: Sendable {
    /// One creator, private and public.
    public struct Entry: Sendable {
        public let creator: Creator
        public let open: PublicCreator
    }

    /// From the most followers.
    public let all: [Entry]
    /// The public ones of each market in the same order, for every market of the site.
    public let byMarket: [Market: [PublicCreator]]
    let derived: DerivedFigures

    /// With every photo as it is said to be.
    public init(_ catalogue: SiteCatalogue) async throws { try await self.init(catalogue, photos: [:]) }

    /// What amounts of a market are held against each other in.
    public func currency(in market: Market) -> Currency { derived.statistics[market]?.currency ?? market.currency }

    /// - Parameter photos: what became of each photo; who has one that cannot be used has none.
    init(_ catalogue: SiteCatalogue, photos: [String: PhotoWorkshop.Outcome]) async throws {
        derived = DerivedFigures(catalogue)
        all = try await Lanes.map(derived.listed) { creator in
            var shown = creator
            if case .unusable? = creator.photo.flatMap({ photos[$0] }) { shown.photo = nil }
            return Entry(creator: creator, open: PublicCreator(shown))
        }
        let groups = Dictionary(grouping: all.map(\.open), by: \.market)
        byMarket = Dictionary(uniqueKeysWithValues: catalogue.site.markets.map { ($0, groups[$0] ?? []) })
    }
}
