import Marketplace

extension SiteCatalogue {
    /// The catalogue as its creators want it: with what they switched, and without those who were erased.
    func applying(_ wishes: CreatorWishes) -> SiteCatalogue {
        guard !wishes.stamp.isEmpty else { return self }
        let shown = wishes.applied(to: creators)
        let gone = Set(creators.map(\.username.folded)).subtracting(shown.map(\.username.folded))
        return SiteCatalogue(
            site: site, owner: owner, companies: companies, creators: shown,
            snapshots: snapshots.filter { !gone.contains($0.key) }, photoFiles: photoFiles, lines: lines)
    }
}
