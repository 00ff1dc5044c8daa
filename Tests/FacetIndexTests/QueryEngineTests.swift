import Fixtures
import Foundation
import Marketplace
import Testing

@testable import FacetIndex

/// C3, C4, C6: the engine gives what a naive scan gives, for 10,000 queries over 5,000 creators in a long run.
@Suite("Query engine")
struct QueryEngineTests {
    private static let parts = 8

    @Test("C3, C4, C6: engine and naive scan agree", arguments: 0..<parts)
    func agreesWithANaiveScan(part: Int) async throws {
        let market = try IndexedMarket(count: 5_000, seed: 1)
        let table = try await market.table()
        let naive = NaiveScan(
            creators: market.creators, currency: IndexedMarket.currency, categories: RandomCreators.categories)
        var queries = RandomQueries(seed: UInt64(part))
        var (empty, large) = (0, 0)
        for _ in 0..<RunLength.count(10_000) / Self.parts {
            let query = queries.next()
            let answer = try table.answer(query)
            let expected = naive.answer(query)
            #expect(answer.total == expected.total, "\(query)")
            #expect(answer.rows.map { market.creators[$0].username.text } == expected.usernames, "\(query)")
            for facet in Facet.allCases {
                let counts = Dictionary(uniqueKeysWithValues: answer.counts[facet, default: []].map { ($0.value, $0.count) })
                #expect(counts == expected.counts[facet], "\(facet) of \(query)")
            }
            if expected.total == 0 { empty += 1 }
            if expected.total > 1_000 { large += 1 }
        }
        #expect(empty > 0 && large > 0, "the queries are all of one kind")
    }

    @Test(arguments: [0, 1, 2, 63, 64, 65, 129])
    func agreesInMarketsOfAnySize(count: Int) async throws {
        let market = try IndexedMarket(count: count, seed: UInt64(count))
        let table = try await market.table()
        let naive = NaiveScan(
            creators: market.creators, currency: IndexedMarket.currency, categories: RandomCreators.categories)
        var queries = RandomQueries(seed: 9)
        for _ in 0..<200 {
            let query = queries.next()
            let (answer, expected) = (try table.answer(query), naive.answer(query))
            #expect(
                answer.total == expected.total && answer.rows.map { market.creators[$0].username.text } == expected.usernames)
        }
    }

    @Test func allRowsAreThePagesOneBehindTheOther() async throws {
        let table = try await IndexedMarket(count: 500, seed: 3).table()
        var query = CreatorQuery(market: .id, pageSize: 7)
        query.sort = .gpmLive
        query.choices[.managed] = [1]
        var pages: [Int] = []
        for page in 1... {
            query.page = page
            let rows = try table.answer(query).rows
            if rows.isEmpty { break }
            pages += rows
        }
        #expect(try table.allRows(matching: query).map(Int.init) == pages)
    }

    @Test func keepsWhatIsSaidOfEachRow() async throws {
        let market = try IndexedMarket(count: 200, seed: 4)
        let table = try await market.table()
        let rows = [0, 199, 7, 7]
        #expect(try table.cards(of: rows) == rows.map { IndexedMarket.card(market.creators[$0]) })
        #expect(try table.json(of: rows) == rows.map { Array("{\($0)}".utf8) })
        #expect(try table.csv(of: rows) == rows.map { Array("\($0),".utf8) })
    }
}
