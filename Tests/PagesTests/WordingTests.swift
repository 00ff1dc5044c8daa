import Fixtures
import Foundation
import Marketplace
import Testing

@testable import Pages

@Suite("What the program says by itself")
struct WordingTests {
    @Test("The program's file has every text, and none that nothing asks for")
    func lacksNothing() throws {
        _ = try SourceTree.wording()
    }

    @Test("Every key is asked for somewhere, with the places that its text has")
    func usesEveryKey() throws {
        let words = try SourceTree.wording()
        let code = try ["Sources/Pages", "Sources/Server", "Sources/SiteGenerator"].map(Self.code).joined(separator: "\n")
        for key in WordingKey.allCases {
            let uses = code.matches(
                of: try Regex<(Substring, Substring?)>("\\.\(key)\\b(?:,\\s*\\[([^\\[\\]]*(?:\\[[^\\]]*\\][^\\[\\]]*)*)\\])?"))
            #expect(!uses.isEmpty, "'\(key.name)' is used nowhere: take it out of the file")
            for values in uses.compactMap({ $0.output.1 }) {
                let places = Set(values.matches(of: /"([a-z_]+)":/).map { String($0.output.1) })
                #expect(places == WordingText(words.pattern(key)).places, "\(key.name)")
            }
        }
    }

    private static func code(of folder: String) throws -> String {
        let root = SourceTree.root.appending(path: folder)
        let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") && !$0.hasSuffix("WordingKey.swift") }
            .map { try String(contentsOf: root.appending(path: $0), encoding: .utf8) }.joined(separator: "\n")
    }

    @Test("Places are filled in, whatever their order and however often they stand")
    func fillsPlaces() {
        let text = WordingText("{b} and {a}, {b}")
        #expect(text.filled(["a": "{b}", "b": "2"]) == "2 and {b}, 2")
        #expect(WordingText("plain").filled([:]) == "plain")
        #expect(WordingText("{a}").filled(["a": "x"]) == "x")
    }

    @Test("One is said by a text of its own")
    func tellsOneFromMany() throws {
        let words = try SourceTree.wording()
        let texts = [0, 1, 2_481].map { words.count($0, .amongCreatorsOne, .amongCreatorsMany) }
        #expect(texts == ["among 0 creators", "among 1 creator", "among 2,481 creators"])
    }

    @Test("A site's line stands in place of the program's, and the others stay")
    func prefersTheSitesOwn() throws {
        let words = try Wording(
            standard: SourceTree.wordingFile(), site: "# ours\nmetric_gmv = Penjualan\namong_creators_many = di antara {count}")
        #expect(words[.gmv].name == "Penjualan" && words[.gmv].definition.hasPrefix("Gross"))
        #expect(words.count(7, .amongCreatorsOne, .amongCreatorsMany) == "di antara 7")
    }

    @Test(
        "What is wrong in a site's file is told by its line",
        arguments: [
            ("any_value", "phrases/wording.txt:1 has no '='; write: key = text"),
            ("# x\nany_valeu = Semua", "phrases/wording.txt:2 says 'any_valeu', which nothing asks for"),
            ("chip_from = dari {number}", "phrases/wording.txt:1 leaves '{figure}' out of 'chip_from'"),
            (
                "chip_text = “{text}” {txt}",
                "phrases/wording.txt:1 has '{txt}' in 'chip_text', which has no such place: it has {text}"
            ),
            ("any_value = {all}", "phrases/wording.txt:1 has '{all}' in 'any_value', which has no such place: it has none"),
            ("months = Januari|Februari", "phrases/wording.txt needs 12 names between '|' in 'months'"),
        ])
    func tellsFaults(site: String, message: String) {
        let fault = #expect(throws: PhraseFault.self) { try Wording(standard: SourceTree.wordingFile(), site: site) }
        #expect(fault?.description == message)
    }

    @Test("A text that the program's file lacks, has twice or too many is a fault")
    func wantsTheProgramsFileWhole() throws {
        let file = try SourceTree.wordingFile()
        for (changed, message) in [
            (file.replacing("any_value = Any\n", with: ""), "lacks 'any_value'"),
            (file + "any_value = Any\n", "says 'any_value' a second time"), (file + "extra = Extra\n", "says 'extra'"),
        ] {
            let fault = #expect(throws: PhraseFault.self) { try Wording(standard: changed) }
            #expect(fault?.description.contains(message) == true)
        }
    }
}
