import Marketplace

/// Each market has its own set of categories (SPEC C2).
enum MarketCategoryRule {
    static func diagnostics(of located: LocatedCreator, known: CategoryList) -> [Diagnostic] {
        let creator = located.creator
        return creator.categories.filter { known[$0] == nil }.map { slug in
            Diagnostic(
                .creatorCategory, of: located, "the market \(creator.market) has no category \(slug.text.quoted)",
                fix: NearestWord.nearest(to: slug.text, among: known.all.map(\.slug.text)).map { "did you mean '\($0)'?" }
                    ?? "take it out, or add it to the market's 'categories' in site.yaml")
        }
    }
}
