import Fixtures
import Foundation
import Marketplace
import Testing

@testable import FacetIndex

/// N3: who closed the figures since the table was made counts as if the table had been made after that.
@Suite("Rows over a table")
struct RowOverrideTests {
    private static func isClosed(_ row: Int) -> Bool { row.isMultiple(of: 7) }

    @Test("N3: filters and counts are those of the closed creators", arguments: 0..<4)
    func agreesWithAScanOfTheClosedCreators(part: Int) async throws {
        let market = try IndexedMarket(count: 1_000, seed: 3)
        let table = try await market.table()
        let closed = (0..<market.creators.count).filter(Self.isClosed)
        let override = RowOverride(card: [1], json: [2], csv: [3], closesFigures: true)
        table.replaceOverrides(Dictionary(uniqueKeysWithValues: closed.map { ($0, override) }))
        let naive = NaiveScan(
            creators: try RandomCreators(count: 1_000, seed: 3, closing: Self.isClosed).creators,
            currency: IndexedMarket.currency, categories: RandomCreators.categories)
        var queries = RandomQueries(seed: UInt64(part))
        for _ in 0..<500 {
            let query = queries.next()
            let (answer, expected) = (try table.answer(query), naive.answer(query))
            #expect(answer.total == expected.total, "\(query)")
            for facet in Facet.allCases {
                let counts = Dictionary(uniqueKeysWithValues: answer.counts[facet, default: []].map { ($0.value, $0.count) })
                #expect(counts == expected.counts[facet], "\(facet) of \(query)")
            }
            let names = answer.rows.map { market.creators[$0].username.text }
            if query.sort.figure?.canBeClosed ?? false {
                // Those who closed it stand behind all others; until the next build not in the order of names.
                let isClosed = answer.rows.map(Self.isClosed)
                #expect(isClosed == isClosed.sorted { !$0 && $1 })
            } else {
                #expect(names == expected.usernames, "\(query)")
            }
            #expect(try table.allRows(matching: query).count == expected.total)
        }
    }

    @Test("What is shown of a row is what was laid over it, and taking it away shows the table again")
    func showsTheOverride() async throws {
        let market = try IndexedMarket(count: 20, seed: 1)
        let table = try await market.table()
        let before = try table.json(of: [0, 1])
        table.replaceOverrides([1: RowOverride(card: [1], json: [2], csv: [3], closesFigures: false)])
        #expect(try table.json(of: [0, 1]) == [before[0], [2]])
        #expect(try table.cards(of: [1]) == [[1]] && table.csv(of: [1]) == [[3]])
        table.replaceOverrides([:])
        #expect(try table.json(of: [0, 1]) == before)
    }
}
