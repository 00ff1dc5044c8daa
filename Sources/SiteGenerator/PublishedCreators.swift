import Catalogue
import Marketplace

/// The creators that a build publishes, as everyone may see them.
struct PublishedCreators: Sendable {
    /// One creator, private and public.
    struct Entry: Sendable {
        let creator: Creator
        let open: PublicCreator
    }

    /// From the most followers.
    let all: [Entry]
    /// The public ones of each market in the same order, for every market of the site.
    let byMarket: [Market: [PublicCreator]]
    let derived: DerivedFigures

    /// - Parameter photos: what became of each photo; who has one that cannot be used has none.
    init(_ catalogue: SiteCatalogue, photos: [String: PhotoWorkshop.Outcome]) {
        derived = DerivedFigures(catalogue)
        all = derived.listed.map { creator in
            var shown = creator
            if case .unusable? = creator.photo.flatMap({ photos[$0] }) { shown.photo = nil }
            return Entry(creator: creator, open: PublicCreator(shown))
        }
        let groups = Dictionary(grouping: all.map(\.open), by: \.market)
        byMarket = Dictionary(uniqueKeysWithValues: catalogue.site.markets.map { ($0, groups[$0] ?? []) })
    }
}
