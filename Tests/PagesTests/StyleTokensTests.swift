import Fixtures
import Foundation
import Marketplace
import Testing

@testable import Pages

@Suite("Tokens of the style sheet")
struct StyleTokensTests {
    @Test func laterRulesWinInTheirScheme() {
        let sheet = """
            /* :root { --a: no; } */
            :root { color-scheme: light dark; --a: 1px; --b: oklch(.5 .1 20); }
            @media (prefers-color-scheme: dark) { :root { --a: 2px; } }
            @media print { :root { --a: 3px; } }
            :root { --c: clamp(1rem, 2vw, 3rem); }
            """
        let tokens = StyleTokens(styleSheet: Array(sheet.utf8))
        #expect(tokens.light == ["a": "1px", "b": "oklch(.5 .1 20)", "c": "clamp(1rem, 2vw, 3rem)"])
        #expect(tokens.dark["a"] == "2px" && tokens.dark["c"] == tokens.light["c"])
    }

    @Test("Each pair of the program's own look has the contrast that it needs", arguments: StyleTokens.pairs)
    func isReadable(pair: StyleTokens.Pair) throws {
        let file = SourceTree.root.appending(path: "Templates/styles/10-tokens.css")
        let tokens = StyleTokens(styleSheet: Array(try Data(contentsOf: file)))
        for values in [tokens.light, tokens.dark] {
            #expect(try #require(StyleTokens.contrast(of: pair, in: values)) >= pair.wanted)
        }
    }
}
