import Fixtures
import Foundation
import Marketplace
import Testing

@Suite("Accents of a site's own") struct AccentPaletteTests {
    private static let schemes = [AccentPalette.Scheme.light, .dark]

    /// Each text of a palette with the ground that it stands on.
    private func pairs(_ palette: AccentPalette, in scheme: AccentPalette.Scheme) -> [(name: String, text: Colour, on: Colour)]
    {
        let grounds = scheme.grounds.flatMap { [("accent", palette.accent, $0), ("strong", palette.strong, $0)] }
        let texts = scheme.texts.map { ("text on tint", $0, palette.tint) }
        return grounds + texts + [
            ("on accent", palette.onAccent, palette.accent), ("on strong", palette.onAccent, palette.strong),
            ("strong on tint", palette.strong, palette.tint),
        ]
    }

    private func assertReadable(_ accent: Colour) {
        for scheme in Self.schemes {
            for (name, text, ground) in pairs(AccentPalette(accent, in: scheme), in: scheme) {
                #expect(text.contrast(with: ground) >= 4.5, "\(accent): \(name), \(text) on \(ground)")
            }
        }
    }

    @Test(arguments: [1, 2, 3, 4]) func everyTextIsReadableForAnyAccent(seed: UInt64) {
        var dice = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            assertReadable(
                Colour(
                    red: .random(in: 0...255, using: &dice), green: .random(in: 0...255, using: &dice),
                    blue: .random(in: 0...255, using: &dice)))
        }
    }

    @Test(arguments: ["#000000", "#ffffff", "#ffff00", "#0000ff", "#00ff00", "#ff0000", "#00ffff", "#808080", "#010101"])
    func everyTextIsReadableAtTheCornersOfTheScreensColours(text: String) throws {
        assertReadable(try #require(Colour(text)))
    }

    @Test func anAccentThatReadsAsItIsStaysAsItIs() throws {
        let accent = try #require(Colour("#b5411f"))
        #expect(AccentPalette(accent, in: .light).accent == accent)
    }

    @Test func anAccentThatDoesNotKeepsItsHue() throws {
        let yellow = try #require(Colour("#ffd500"))
        let palette = AccentPalette(yellow, in: .light)
        #expect(palette.accent != yellow && palette.onAccent == Colour("#ffffff"))
        #expect(abs(OKLCH(palette.accent).hue - OKLCH(yellow).hue) < 3)
        #expect(AccentPalette(yellow, in: .dark).accent == yellow)
    }

    /// What accents are held against is what pages have.
    @Test func theGroundsAndTextsAreThoseOfTheStyleSheet() throws {
        let css = try String(contentsOf: SourceTree.root.appending(path: "Templates/assets/plaza.css"), encoding: .utf8)
        let blocks = css.matches(of: /:root \{[^}]*--paper: oklch[^}]*\}/).prefix(2).map { String($0.output) }
        try #require(blocks.count == 2)
        for (block, scheme) in zip(blocks, Self.schemes) {
            func tokens(_ names: [String]) throws -> [Colour?] {
                try names.map { name in
                    let value = try #require(
                        block.firstMatch(of: try Regex("--\(name): ([^;]*);", as: (Substring, Substring).self)))
                    return Colour(String(value.output.1))
                }
            }
            #expect(try tokens(["paper", "surface", "sunken"]) == scheme.grounds)
            #expect(try tokens(["ink", "soft"]) == scheme.texts)
        }
    }

    @Test func contrastIsThatOfTheGuidelines() throws {
        func contrast(_ a: String, _ b: String) throws -> Double {
            try #require(Colour(a)).contrast(with: #require(Colour(b)))
        }
        #expect(try abs(contrast("#000000", "#ffffff") - 21) < 0.001)
        #expect(try abs(contrast("#767676", "#ffffff") - 4.54) < 0.01)
        #expect(try abs(contrast("#ff0000", "#ffffff") - 4.0) < 0.01)
        #expect(try contrast("#123456", "#123456") == 1)
    }

    @Test func aColourComesBackFromItsLightnessChromaAndHue() {
        for red in stride(from: 0, through: 255, by: 17) {
            for green in stride(from: 0, through: 255, by: 17) {
                for blue in stride(from: 0, through: 255, by: 17) {
                    let colour = Colour(red: UInt8(red), green: UInt8(green), blue: UInt8(blue))
                    #expect(OKLCH(colour).colour == colour)
                }
            }
        }
    }

    /// The values of CSS Color 4, §9.2, within the rounding of a channel.
    @Test(arguments: [
        ("oklch(0.627966 0.257704 29.2346)", "#ff0000"), ("oklch(86.6440% 0.294827 142.4953deg)", "#00ff00"),
        ("oklch(45.2014% .313214 264.052)", "#0000ff"), ("OKLCH(1 0 0)", "#ffffff"), ("oklch(0 0.2 10)", "#000000"),
        ("#ABCdef", "#abcdef"),
    ])
    func coloursAreReadInBothForms(text: String, hexadecimal: String) {
        #expect(Colour(text)?.description == hexadecimal)
    }

    @Test(arguments: [
        "", "#fff", "#12345", "#1234567", "123456", "#gg0000", "red", "oklch(2 0 0)", "oklch(0.5 0.1)", "rgb(0 0 0)",
    ])
    func whatIsNoColourIsNone(text: String) { #expect(Colour(text) == nil) }
}
