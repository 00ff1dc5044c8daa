import Fixtures
import Marketplace
import Testing

@testable import Catalogue

@Suite("Long texts outside of memory")
struct TextShelfTests {
    @Test(arguments: 0..<10) func textsAreGivenBackAsTheyWere(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let shelf = try #require(TextShelf())
        var all: [(text: String, kept: LongText)] = []
        for number in 0..<400 {
            let letters = ["a", "ß", "สวัสดี", "🙂", "\n", "\u{0}"]
            let text = (0..<Int.random(in: 0..<3_000, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }
                .joined()
            all.append((text, shelf.kept(text)))
            // Of what is written and of what still waits.
            let (asked, kept) = all[Int.random(in: 0...number, using: &random)]
            #expect(kept.text == asked)
        }
        #expect(all.allSatisfy { $0.kept.text == $0.text && $0.kept == LongText($0.text) })
    }

    @Test func bytesAreGivenBackAcrossWhatIsWrittenAndWhatWaits() throws {
        var random = SeededGenerator(seed: 3)
        let shelf = try #require(TextShelf())
        var all: [UInt8] = []
        for _ in 0..<12 {
            let bytes = (0..<Int.random(in: 0..<400_000, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(shelf.kept(bytes) == UInt64(all.count))
            all += bytes
            let start = Int.random(in: 0...all.count, using: &random)
            let range = start..<Int.random(in: start...all.count, using: &random)
            #expect(shelf.bytes(at: UInt64(range.lowerBound)..<UInt64(range.upperBound)) == Array(all[range]))
            #expect(shelf.bytes(at: 0..<UInt64(all.count)) == all)
        }
    }

    @Test func textsCanBeReadFromManyThreads() async throws {
        let shelf = try #require(TextShelf())
        let all = (0..<2_000).map { number in
            let text = String(repeating: "text \(number) ", count: 200)
            return (text, shelf.kept(text))
        }
        await withTaskGroup(of: Bool.self) { group in
            for part in 0..<8 {
                group.addTask { stride(from: part, to: all.count, by: 8).allSatisfy { all[$0].1.text == all[$0].0 } }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}
