import FacetIndex
import Fixtures
import Marketplace
import Testing

@Suite("Pages in chunks")
struct PageChunkTests {
    private static func chunk(_ random: inout SeededGenerator) throws -> PageChunk {
        PageChunk(
            try (0..<Int.random(in: 0...9, using: &random)).map { number in
                let html = (0..<Int.random(in: 0...900, using: &random)).map { _ in UInt8.random(in: 0...(.max), using: &random)
                }
                return PageChunk.Page(username: try #require(Username("Name.\(number)")), html: html)
            })
    }

    @Test(arguments: 0..<20) func whatIsPackedIsReadAgain(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let chunk = try Self.chunk(&random)
        let read = try PageChunk(packed: chunk.packed)
        #expect(read.pages.map(\.username) == chunk.pages.map(\.username) && read.pages.map(\.html) == chunk.pages.map(\.html))
        for page in chunk.pages {
            let other = try #require(Username(page.username.text.uppercased()))
            #expect(read.page(of: other)?.html == page.html)
        }
        #expect(read.page(of: try #require(Username("nobody"))) == nil)
    }

    @Test(arguments: 0..<20) func damageIsToldAndNeverShownAsAPage(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let chunk = try Self.chunk(&random)
        let packed = chunk.packed
        for _ in 0..<100 {
            let place = Int.random(in: 0..<packed.count, using: &random)
            #expect(throws: IndexDamage.self) { try PageChunk(packed: Array(packed[..<place])) }
            #expect(throws: IndexDamage.self) { try PageChunk(packed: packed + [UInt8.random(in: 0...(.max), using: &random)]) }
            var damaged = packed
            damaged[place] ^= UInt8.random(in: 1...(.max), using: &random)
            do {
                // A bit that pads a byte means nothing.
                #expect(try PageChunk(packed: damaged).pages.map(\.html) == chunk.pages.map(\.html))
            } catch {
                continue  // told, as it should be
            }
        }
    }

    @Test func countsArePowersOfTwoAndStandInThePaths() {
        for (creators, count) in [(0, 1), (32, 1), (33, 2), (64, 2), (93_111, 4_096), (931_194, 32_768)] {
            #expect(PageChunk.count(forCreators: creators) == count)
            #expect(PageChunk.count(byPath: PageChunk.path(count - 1, of: count)) == count)
        }
        #expect(PageChunk.path(10, of: 4_096) == "creators/chunks/4096/0000a.bin")
        #expect(PageChunk.count(byPath: "creators/ana.html") == nil)
    }
}
