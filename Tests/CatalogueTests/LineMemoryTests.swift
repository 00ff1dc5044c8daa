import Fixtures
import Foundation
import Marketplace
import Testing

@testable import Catalogue

/// A build that knows lines from the last one reads the same as one that does not.
@Suite("Lines that were read before")
struct LineMemoryTests {
    private final class Folder {
        let site: TemporarySite
        let memory: URL
        var wishes = CreatorWishes.none
        var program = "1"

        init() throws {
            site = try TemporarySite()
            memory = site.url.appending(path: "lines.memory")
        }

        func write(_ lines: [String], to file: String = "creators/all.jsonl") throws {
            try site.write(lines.map { $0 + "\n" }.joined(), to: file)
        }

        /// What is read with what is known; it is kept for the next time.
        @discardableResult
        func read() -> (creators: [Creator], diagnostics: [String]) {
            let place = LineMemory.Place(file: memory, program: program, takesNew: true)
            let found = read(memory: place)
            do { try found.catalogue?.lines?.save() } catch { Issue.record(error) }
            return (found.catalogue?.creators ?? [], found.diagnostics.map(\.description))
        }

        /// What is read without anything known.
        func readAnew() -> (creators: [Creator], diagnostics: [String]) {
            let found = read(memory: nil)
            return (found.catalogue?.creators ?? [], found.diagnostics.map(\.description))
        }

        private func read(memory: LineMemory.Place?) -> (catalogue: SiteCatalogue?, diagnostics: [Diagnostic]) {
            SiteReader.read(site.url, today: CalendarDate("2026-11-29"), wishes: wishes, memory: memory)
        }

        var change: Date? { (try? memory.resourceValues(forKeys: [.contentModificationDateKey]))?.contentModificationDate }
    }

    private func line(_ number: Int, _ random: inout SeededGenerator) -> String {
        let name = "c\(number)"
        let more = [
            #""followers":\#(Int.random(in: 0...900_000, using: &random))"#, #""bio":"Halo \#(random.next() % 9), “ya”""#,
            #""profile":"\#(String(repeating: "Long text. ", count: Int.random(in: 0...40, using: &random)))""#,
            #""email":"\#(random.next() % 40)@mail.example""#, #""categories":["Health"]"#, #""photo":"none.png""#,
            #""authorized":false"#, #""gmv":"-4""#, #""colour":"red""#, #""updated":"2031-01-01""#, #""gmv":"closed""#,
        ]
        let fields = more.filter { _ in random.oneIn(4) }
        return "{" + ([#""username":"\#(name)","nickname":"N\#(number)","market":"ID""#] + fields).joined(separator: ",") + "}"
    }

    @Test(arguments: 0..<8) func readsTheSameAfterEveryEdit(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let folder = try Folder()
        var lines = (0..<60).map { line($0, &random) }
        for round in 0..<25 {
            switch Int.random(in: 0..<8, using: &random) {
            case 0: lines[Int.random(in: lines.indices, using: &random)] = line(Int.random(in: 0..<90, using: &random), &random)
            case 1: lines.remove(at: Int.random(in: lines.indices, using: &random))
            case 2: lines.insert(line(100 + round, &random), at: Int.random(in: lines.indices, using: &random))
            case 3: lines.swapAt(0, Int.random(in: lines.indices, using: &random))
            case 4: lines.insert(random.pick(["", "  ", "{", "[1]", #"{"username":"x"}"#]), at: 3)
            case 5: lines.append(lines[0])
            case 6: folder.program += "x"
            default: break
            }
            try folder.write(lines)
            let (found, wanted) = (folder.read(), folder.readAnew())
            #expect(found.creators == wanted.creators)
            #expect(found.diagnostics == wanted.diagnostics)
        }
    }

    @Test func otherCategoriesOrMarketsReadLinesAnew() throws {
        let folder = try Folder()
        try folder.write([#"{"username":"a","nickname":"A","market":"VN","categories":["Health"]}"#])
        for site in ["", "markets: [ID]\n", "categories: [Shoes]\n", ""] {
            try folder.site.write(TemporarySite.siteFile + site, to: "site.yaml")
            #expect(folder.read().diagnostics == folder.readAnew().diagnostics)
        }
    }

    @Test func writesOnlyWhereSomethingChanged() throws {
        var random = SeededGenerator(seed: 1)
        let folder = try Folder()
        let lines = (0..<20).map { #"{"username":"c\#($0)","nickname":"N","market":"ID","followers":\#($0)}"# }
        try folder.write(lines)
        folder.read()
        let first = folder.change
        try folder.write(lines.reversed())
        folder.read()
        #expect(first != nil && folder.change == first)
        try folder.write(lines + [line(20, &random)])
        folder.read()
        #expect(folder.change != first)
    }

    @Test func whoIsErasedIsNotKept() throws {
        let folder = try Folder()
        try folder.write([
            #"{"username":"gone","nickname":"Gone","market":"ID"}"#, #"{"username":"here","nickname":"Here","market":"ID"}"#,
        ])
        folder.read()
        #expect(try Data(contentsOf: folder.memory).range(of: Data("gone".utf8)) != nil)
        folder.wishes = CreatorWishes(wishes: [:], stamp: "1") { $0 == "gone" }
        let found = folder.read()
        #expect(found.creators.map(\.username.text) == ["here"])
        #expect(found.diagnostics == folder.readAnew().diagnostics)
        #expect(try Data(contentsOf: folder.memory).range(of: Data("gone".utf8)) == nil)
    }

    @Test func damageIsFoundOrHarmless() throws {
        var random = SeededGenerator(seed: 5)
        let folder = try Folder()
        try folder.write((0..<12).map { line($0, &random) })
        folder.read()
        let wanted = folder.readAnew()
        let whole = try Data(contentsOf: folder.memory)
        for _ in 0..<300 {
            var damaged = whole
            if random.oneIn(4) {
                damaged = damaged.prefix(Int.random(in: 0..<damaged.count, using: &random))
            } else if random.oneIn(4) {
                let place = damaged.count - Int.random(in: 1...64, using: &random)
                damaged[place...] = Data((0..<(damaged.count - place)).map { _ in UInt8.random(in: 0...255, using: &random) })
            } else {
                damaged[Int.random(in: damaged.indices, using: &random)] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
            }
            try damaged.write(to: folder.memory)
            let found = folder.read()
            #expect(found.creators == wanted.creators && found.diagnostics == wanted.diagnostics)
        }
    }
}
