import Fixtures
import Marketplace
import Testing

/// Who is shown as similar to whom, and why.
@Suite("Similar creators")
struct SimilarCreatorsTests {
    private static func creator(_ name: String, followers: Int, in categories: [String]) throws -> PublicCreator {
        PublicCreator(
            try .sample(name, followers: followers) { creator in creator.categories = categories.compactMap { Slug($0) } })
    }

    @Test func sharedCategoriesCountMostThenFollowersThenNearness() throws {
        let list = [
            try Self.creator("large", followers: 900, in: ["health"]),
            try Self.creator("both", followers: 850, in: ["health", "shoes"]),
            try Self.creator("looked-at", followers: 300, in: ["health", "shoes"]),
            try Self.creator("near", followers: 200, in: ["shoes"]),
            try Self.creator("small", followers: 100, in: ["health"]),
            try Self.creator("other", followers: 299, in: ["books"]),
        ]
        let matches = SimilarCreators(list).matches(at: 2, limit: 4)
        #expect(matches.map(\.creator.username.text) == ["both", "near", "large", "small"])
        #expect(matches[0].categories.map(\.text) == ["health", "shoes"] && !matches[0].hasSimilarFollowers)
        #expect(matches[1].hasSimilarFollowers)
        #expect(SimilarCreators(list).matches(at: 5, limit: 4).isEmpty)
    }

    @Test("C6, N3: what can be closed plays no part, so a neighbour's page tells nothing of a later switch")
    func closableFiguresPlayNoPart() throws {
        let (health, shoes) = (try Slug.sample("health"), try Slug.sample("shoes"))
        func matches(of gmv: Int, isAuthorized: Bool) throws -> [String] {
            let sales = try Figure.known(gmv)
            let creators = try (0..<9).map { number in
                PublicCreator(
                    try .sample("c\(number)", followers: 100 - number) { creator in
                        creator.categories = number.isMultiple(of: 2) ? [health] : [health, shoes]
                        for metric in [Metric.gmv, .gmvLive, .gmvVideo] where number == 3 { creator.metrics[metric] = sales }
                        creator.isAuthorized = number != 3 || isAuthorized
                    })
            }
            return SimilarCreators(creators).matches(at: 1, limit: 4).map { "\($0.creator.username) \($0.hasSimilarFollowers)" }
        }
        let open = try matches(of: 100, isAuthorized: true)
        #expect(try open == matches(of: 1_000_000, isAuthorized: true) && open == matches(of: 100, isAuthorized: false))
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
