public import Marketplace

/// The named values of a style sheet, as `:root` says them: what pages look like in light and in dark.
public struct StyleTokens: Sendable {
    /// By name, without the dashes.
    let light: [String: String]
    let dark: [String: String]

    /// Later rules win, as in a browser; those for print, contrast and the like are not looked at.
    public init(styleSheet: [UInt8]) {
        let sheet = String(decoding: styleSheet, as: UTF8.self).replacing(/\/\*.*?\*\//.dotMatchesNewlines(), with: "")
        var (light, dark): ([String: String], [String: String]) = ([:], [:])
        for rule in sheet.matches(of: /(@media[^{}]*\{\s*)?:root\s*\{([^{}]*)\}/) {
            let isForDark = rule.1?.contains("prefers-color-scheme: dark") ?? false
            guard rule.1 == nil || isForDark else { continue }
            for (name, value) in Self.values(in: rule.2) {
                dark[name] = value
                if !isForDark { light[name] = value }
            }
        }
        (self.light, self.dark) = (light, dark)
    }

    private static func values(in block: Substring) -> [(String, String)] {
        block.split(separator: ";").compactMap { declaration in
            guard let match = declaration.firstMatch(of: /--([a-z0-9-]+)\s*:\s*(.*\S)/) else { return nil }
            return (String(match.1), String(match.2))
        }
    }

    /// A text or an edge on a ground.
    struct Pair: Hashable {
        let front: String
        let ground: String
        /// What WCAG 2.2 asks for: 4.5 of text (1.4.3), 3 of edges and of the focus (1.4.11).
        let wanted: Double
    }

    /// A colour in light; nil where the style sheet has none of the name, or writes it in a way that is not read here.
    public func lightColour(_ name: String) -> Colour? { light[name].flatMap { Colour($0) } }

    /// What stands on what.
    static let pairs: [Pair] = {
        let texts: [(String, [String])] = [
            ("ink", ["paper", "surface", "sunken", "accent-tint"]), ("soft", ["paper", "surface", "sunken", "accent-tint"]),
            ("accent", ["paper", "surface"]), ("accent-strong", ["accent-tint"]), ("on-accent", ["accent", "accent-strong"]),
            ("good", ["surface", "good-tint"]), ("bad", ["surface", "bad-tint"]),
        ]
        let edges = [("edge", ["paper", "surface"]), ("focus", ["paper", "surface"])]
        return texts.flatMap { front, grounds in grounds.map { Pair(front: front, ground: $0, wanted: 4.5) } }
            + edges.flatMap { front, grounds in grounds.map { Pair(front: front, ground: $0, wanted: 3) } }
    }()

    /// The contrast of a pair in one scheme; nil where one of its colours is written in a way that is not read here.
    static func contrast(of pair: Pair, in values: [String: String]) -> Double? {
        guard let front = values[pair.front].flatMap({ Colour($0) }), let ground = values[pair.ground].flatMap({ Colour($0) })
        else { return nil }
        return front.contrast(with: ground)
    }
}
