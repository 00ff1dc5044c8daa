/// What an accent becomes on the grounds of one scheme: each pair that text is made of has a contrast of 4.5:1 or more.
public struct AccentPalette: Hashable, Sendable {
    /// What can be done next: the ground of buttons, and text on the scheme's grounds.
    public let accent: Colour
    /// The same with more weight: under the pointer, and text on `tint`.
    public let strong: Colour
    /// A ground that hints at the accent.
    public let tint: Colour
    /// Text on `accent` and on `strong`.
    public let onAccent: Colour

    /// Light or dark pages, with the colours that accents stand beside.
    public struct Scheme: Hashable, Sendable {
        /// What accents are read on.
        public let grounds: [Colour]
        /// What is read on `tint`.
        public let texts: [Colour]
        let isDark: Bool

        init(isDark: Bool, grounds: [OKLCH], texts: [OKLCH]) {
            (self.isDark, self.grounds, self.texts) = (isDark, grounds.map(\.colour), texts.map(\.colour))
        }

        /// `--paper`, `--surface`, `--sunken`; `--ink`, `--soft` of `Templates/styles/10-tokens.css`.
        public static let light = Scheme(
            isDark: false,
            grounds: [oklch(0.982, 0.006, 85), oklch(1, 0, 0), oklch(0.955, 0.009, 85)],
            texts: [oklch(0.23, 0.02, 265), oklch(0.45, 0.018, 265)])
        /// The same of its dark block.
        public static let dark = Scheme(
            isDark: true,
            grounds: [oklch(0.18, 0.01, 265), oklch(0.22, 0.012, 265), oklch(0.26, 0.013, 265)],
            texts: [oklch(0.95, 0.006, 85), oklch(0.75, 0.013, 265)])

        private static func oklch(_ lightness: Double, _ chroma: Double, _ hue: Double) -> OKLCH {
            OKLCH(lightness: lightness, chroma: chroma, hue: hue)
        }
    }

    /// What text must have (WCAG 2.2, 1.4.3).
    public static let minimumContrast = 4.5

    /// Keeps the hue of a colour, and as much of its lightness and chroma as the contrasts allow.
    public init(_ colour: Colour, in scheme: Scheme) {
        let wish = OKLCH(colour)
        // Away from the grounds: darker on light ones, lighter on dark ones.
        let step = scheme.isDark ? 0.005 : -0.005
        var tint = wish
        tint.lightness = scheme.isDark ? 0.28 : 0.955
        tint.chroma = min(wish.chroma * 0.25, scheme.isDark ? 0.04 : 0.025)
        var onAccent = tint
        onAccent.lightness = scheme.isDark ? 0.2 : 1
        onAccent.chroma = scheme.isDark ? tint.chroma : 0
        self.onAccent = onAccent.colour
        tint = Self.moved(tint, by: -step) { tint in
            scheme.texts.allSatisfy { $0.contrast(with: tint) >= Self.minimumContrast }
        }
        self.tint = tint.colour

        var accent = wish
        if scheme.isDark { accent.lightness = max(accent.lightness, 0.72) }
        accent = Self.moved(accent, by: step) { [onAccent = self.onAccent] accent in
            (scheme.grounds + [onAccent]).allSatisfy { $0.contrast(with: accent) >= Self.minimumContrast }
        }
        // A lightness of its own for accents is used up at the ends of the scale: there it turns back.
        var strong = accent
        strong.lightness += step * 14
        if !(0.1...0.97).contains(strong.lightness) { strong.lightness = accent.lightness - step * 14 }
        strong = Self.moved(strong, by: step) { [onAccent = self.onAccent, tint = self.tint] strong in
            (scheme.grounds + [onAccent, tint]).allSatisfy { $0.contrast(with: strong) >= Self.minimumContrast }
        }
        // The colour as it was given, where nothing had to be changed: rounding would take a shade off it.
        self.accent = accent == wish ? colour : accent.colour
        self.strong = strong.colour
    }

    /// The first lightness in steps from the given one at which the colour passes; the end of the scale where none does.
    private static func moved(_ colour: OKLCH, by step: Double, until passes: (Colour) -> Bool) -> OKLCH {
        var colour = colour
        while !passes(colour.colour), (0...1).contains(colour.lightness + step) { colour.lightness += step }
        return colour
    }
}
