import Fixtures
import Marketplace
import Testing

/// Who is shown as similar to whom, and why.
@Suite("Similar creators")
struct SimilarCreatorsTests {
    private static func creator(_ name: String, followers: Int, gmv: Int? = nil, in categories: [String]) throws
        -> PublicCreator
    {
        let sales = try gmv.map(Figure.known) ?? .missing
        return PublicCreator(
            try .sample(name, followers: followers) { creator in
                creator.categories = categories.compactMap { Slug($0) }
                creator.metrics[.gmv] = sales
            })
    }

    @Test func sharedCategoriesCountMostThenSalesThenFollowers() throws {
        let list = [
            try Self.creator("large", followers: 900, in: ["health"]),
            try Self.creator("both", followers: 850, in: ["health", "shoes"]),
            try Self.creator("looked-at", followers: 300, gmv: 100, in: ["health", "shoes"]),
            try Self.creator("sells", followers: 100, gmv: 190, in: ["health"]),
            try Self.creator("near", followers: 200, gmv: 201, in: ["shoes"]),
            try Self.creator("other", followers: 299, gmv: 100, in: ["books"]),
        ]
        let matches = SimilarCreators(list).matches(at: 2, limit: 4)
        #expect(matches.map(\.creator.username.text) == ["both", "sells", "near", "large"])
        #expect(matches[0].categories.map(\.text) == ["health", "shoes"] && !matches[0].hasSimilarFollowers)
        #expect(matches[1].hasSimilarGMV && !matches[2].hasSimilarGMV && matches[2].hasSimilarFollowers)
        #expect(SimilarCreators(list).matches(at: 5, limit: 4).isEmpty)
    }

    @Test("C6: what is closed is no reason")
    func closedFiguresGiveNoReason() throws {
        func list(gmv: Int) throws -> [PublicCreator] {
            let (sales, none, category) = (try Figure.known(gmv), try Figure.known(0), try Slug.sample("health"))
            let closed = try Creator.sample("closed") { creator in
                creator.categories = [category]
                creator.metrics[.gmv] = sales
                creator.metrics[.gmvLive] = sales
                creator.metrics[.gmvVideo] = none
                creator.isAuthorized = false
            }
            return [try Self.creator("open", followers: 10, gmv: 100, in: ["health"]), PublicCreator(closed)]
        }
        let match = try #require(SimilarCreators(list(gmv: 100)).matches(at: 0, limit: 4).first)
        #expect(!match.hasSimilarGMV && !match.hasSameType)
        #expect(SimilarCreators(try list(gmv: 9)).matches(at: 0, limit: 4) == [match])
    }

    @Test func aLimitHoldsAndNobodyIsSimilarToThemselves() throws {
        let list = try (0..<60).map { try Self.creator("c\($0)", followers: 1_000 - $0, in: ["health"]) }
        let similar = SimilarCreators(list)
        for place in list.indices {
            let names = similar.matches(at: place, limit: 4).map(\.creator.username)
            #expect(names.count == 4 && !names.contains(list[place].username))
        }
    }
}
