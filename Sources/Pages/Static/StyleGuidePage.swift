import Marketplace
public import Templating

/// What every page is made of: the tokens of the style sheet and each component, by the templates of the pages themselves.
/// Everybody on it is made up, and it says so.
public struct StyleGuidePage: Page {
    public let template = "pages/style-guide"
    public var path: String { Self.file }
    /// Its file, at the top of the site.
    public static let file = "styleguide.html"
    private let styleSheet: [UInt8]

    /// - Parameter styleSheet: the site's own.
    public init(styleSheet: [UInt8]) { self.styleSheet = styleSheet }

    public func title(in frame: PageFrame) -> String? { frame.words(.titleStyleGuide) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryStyleGuide) }

    public static let shape: TemplateShape = {
        let named: TemplateShape = ["name": .text, "value": .text]
        let measured: TemplateShape = ["sample": .html, "ratio": .text, "is_low": .flag]
        let own: TemplateShape = [
            "is_hidden_from_search": .flag,
            "colours": .list([
                "name": .text, "light": .html, "dark": .html, "light_value": .text, "dark_value": .text,
            ]),
            "pairs": .list([
                "front": .text, "ground": .text, "wanted": .text, "light": .record(measured), "dark": .record(measured),
            ]),
            "sizes": .list(named), "spaces": .list(named), "corners": .list(named), "heights": .list(named),
            "times": .list(named),
        ]
        return own.merging(StyleGuideSamples.shape)
    }()

    public func values(in frame: PageFrame) -> TemplateRecord {
        let values: TemplateRecord = ["is_hidden_from_search": .flag(true)]
        return values.merging(tokenValues(StyleTokens(styleSheet: styleSheet))).merging(
            StyleGuideSamples(site: frame.site, words: frame.words).values(in: frame))
    }

    // MARK: Tokens

    private static let colours = [
        "paper", "surface", "sunken", "line", "edge", "ink", "soft", "accent", "accent-strong", "accent-tint", "on-accent",
        "good", "good-tint", "bad", "bad-tint", "focus",
    ]

    private func tokenValues(_ tokens: StyleTokens) -> TemplateRecord {
        func named(_ names: String...) -> TemplateValue { Self.named(names, tokens) }
        return [
            "colours": .list(Self.colours.map { colour($0, tokens) }),
            "pairs": .list(StyleTokens.pairs.map { pair($0, tokens) }),
            "sizes": named("text-xs", "text-s", "text-sm", "text-m", "text-l", "text-h", "text-xl"),
            "spaces": named("s1", "s2", "s3", "s4", "s5", "s6", "s7"),
            "corners": named("radius-small", "radius", "round"), "heights": named("lift", "rise"),
            "times": named("quick", "patience"),
        ]
    }

    /// Those of the names that the style sheet has.
    private static func named(_ names: [String], _ tokens: StyleTokens) -> TemplateValue {
        .list(
            names.compactMap { name in
                tokens.light[name].map { ["name": .text(name), "value": .text($0)] }
            })
    }

    private func colour(_ name: String, _ tokens: StyleTokens) -> TemplateRecord {
        [
            "name": .text(name), "light": .html(Self.swatch(tokens.light[name])), "dark": .html(Self.swatch(tokens.dark[name])),
            "light_value": .text(Self.hexadecimal(tokens.light[name])),
            "dark_value": .text(Self.hexadecimal(tokens.dark[name])),
        ]
    }

    private static func hexadecimal(_ value: String?) -> String? { value.map { Colour($0)?.description ?? $0 } }

    private func pair(_ pair: StyleTokens.Pair, _ tokens: StyleTokens) -> TemplateRecord {
        [
            "front": .text(pair.front), "ground": .text(pair.ground), "wanted": .text(Self.ratio(pair.wanted)),
            "light": .record(measured(pair, in: tokens.light)), "dark": .record(measured(pair, in: tokens.dark)),
        ]
    }

    private func measured(_ pair: StyleTokens.Pair, in values: [String: String]) -> TemplateRecord {
        let contrast = StyleTokens.contrast(of: pair, in: values)
        return [
            "sample": .html(Self.sample(values[pair.front], on: values[pair.ground])),
            "ratio": .text(contrast.map(Self.ratio)), "is_low": .flag(contrast.map { $0 < pair.wanted } ?? false),
        ]
    }

    /// With one decimal, rounded down: 4.49 is not 4.5.
    private static func ratio(_ contrast: Double) -> String {
        let tenths = Int(contrast * 10)
        return "\(tenths / 10).\(tenths % 10)"
    }

    // MARK: Drawings. The pages' policy forbids styles of their own, so what is drawn in a given colour is SVG.

    private static func swatch(_ colour: String?) -> String? {
        colour.map { drawing("<rect width=\"44\" height=\"28\" rx=\"4\" fill=\"\(XMLText.escaped($0))\"/>") }
    }

    private static func sample(_ front: String?, on ground: String?) -> String? {
        guard let front, let ground else { return nil }
        return drawing(
            "<rect width=\"44\" height=\"28\" rx=\"4\" fill=\"\(XMLText.escaped(ground))\"/>"
                + "<path d=\"M10 8h24M10 14h18M10 20h21\" stroke-width=\"2.5\" stroke=\"\(XMLText.escaped(front))\"/>")
    }

    private static func drawing(_ body: String) -> String {
        "<svg class=\"swatch\" viewBox=\"0 0 44 28\" width=\"44\" height=\"28\" aria-hidden=\"true\" focusable=\"false\">\(body)</svg>"
    }
}
