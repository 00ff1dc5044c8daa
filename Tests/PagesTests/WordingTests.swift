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

    @Test("Every key is asked for somewhere, and is given what its text has places for")
    func usesEveryKey() throws {
        let words = try SourceTree.wording()
        let uses = KeyUses(in: try ["Sources/Pages", "Sources/Server", "Sources/SiteGenerator"].flatMap(Self.code))
        for key in WordingKey.allCases {
            let places = WordingText(words.pattern(key)).places
            #expect(uses.names.contains("\(key)"), "'\(key.name)' is used nowhere: take it out of the file")
            for given in uses.places["\(key)", default: []] { #expect(given == places, "\(key.name)") }
        }
    }

    private static func code(of folder: String) throws -> [UInt8] {
        let root = SourceTree.root.appending(path: folder)
        let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") && !$0.hasSuffix("WordingKey.swift") }
            .flatMap { Array(try Data(contentsOf: root.appending(path: $0))) }
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

/// Where code names members (`.chipFrom`), and the places that they are given (`, ["figure": …]`). Read by hand, in one pass.
private struct KeyUses {
    private(set) var names: Set<String> = []
    /// None where a key stands alone in parentheses, as one without places does.
    private(set) var places: [String: [Set<String>]] = [:]

    init(in code: [UInt8]) {
        var position = 0
        while let point = code[position...].firstIndex(of: UInt8(ascii: ".")) {
            let rest = code[(point + 1)...]
            let name = String(decoding: rest.prefix { Self.isWord($0) }, as: UTF8.self)
            position = point + 1 + name.utf8.count
            guard !name.isEmpty else { continue }
            names.insert(name)
            let before = String(decoding: code[max(0, point - 9)..<point], as: UTF8.self)
            if let given = Self.places(in: code[position...]) {
                places[name, default: []].append(given)
            } else if before.hasSuffix("("), !before.hasSuffix("pattern("), code[position] == UInt8(ascii: ")") {
                places[name, default: []].append([])
            }
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// The names before the colons of a dictionary that follows a comma; nil where none does.
    private static func places(in code: ArraySlice<UInt8>) -> Set<String>? {
        guard code.first == UInt8(ascii: ","),
            let start = code.dropFirst().firstIndex(where: { $0 > UInt8(ascii: " ") }), code[start] == UInt8(ascii: "[")
        else { return nil }
        var (depth, places) = (0, Set<String>())
        var position = start
        while position < code.endIndex {
            switch code[position] {
            case UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\"") where depth == 1:
                let name = code[(position + 1)...].prefix { $0 != UInt8(ascii: "\"") }
                if code[name.endIndex...].starts(with: Array("\":".utf8)) {
                    places.insert(String(decoding: name, as: UTF8.self))
                }
                position = name.endIndex
            default: break
            }
            if depth == 0 { return places }
            position += 1
        }
        return places
    }
}
