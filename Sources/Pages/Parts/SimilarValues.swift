import Marketplace
import Templating

/// Creators who are like another, with the reasons in words.
struct SimilarValues {
    let creator: PublicCreator
    let matches: [SimilarCreators.Match]
    let site: Site

    /// How many a page shows.
    static let limit = 4
    private static let pictureSize = 40

    static let shape: TemplateShape = [
        "similar": .list([
            "href": .text, "nickname": .text, "language": .text, "picture": .html, "shared_categories": .text,
            "has_similar_followers": .flag,
        ]),
        "has_similar": .flag, "compare_href": .text,
    ]

    func values(root: String, in frame: PageFrame) -> TemplateRecord {
        [
            "similar": .list(matches.map { values(of: $0, root: root, in: frame) }), "has_similar": .flag(!matches.isEmpty),
            "compare_href": .text(ComparePage.address(of: [creator] + matches.map(\.creator), root: root)),
        ]
    }

    private func values(of match: SimilarCreators.Match, root: String, in frame: PageFrame) -> TemplateRecord {
        let other = match.creator
        let categories = match.categories.compactMap { site.categories[$0]?.name }
        return [
            "href": .text(root + site.link(to: other.username)), "nickname": .text(other.nickname),
            "language": .text(other.market.language),
            "picture": .html(
                Picture.html(of: other, root: root, size: Self.pictureSize, hasCardPhotos: frame.hasCardPhotos)),
            "shared_categories": .text(categories.joined(separator: ", ")),
            "has_similar_followers": .flag(match.hasSimilarFollowers),
        ]
    }
}
