public import Marketplace

/// The style sheet of a site's own look, which stands behind that of every page and wins over its tokens.
public enum LookSheet {
    /// - Parameter logoShape: width of the logo by its height.
    /// - Returns: nothing where the look is the program's own.
    public static func css(of look: Look, logoShape: Double = 1) -> String {
        guard look != .standard else { return "" }
        var css = "\n/* The site's own look, from site.yaml. */\n"
        let light = tokens(of: look.accent, in: .light) + corners(of: look.radius)
        if !light.isEmpty { css += ":root { \(light.joined(separator: " ")) }\n" }
        let dark = tokens(of: look.accent, in: .dark)
        if !dark.isEmpty { css += "@media (prefers-color-scheme: dark) { :root { \(dark.joined(separator: " ")) } }\n" }
        if let logo = look.logo { css += rule(of: logo, shape: logoShape) }
        return css
    }

    /// The icon of the browser's tab in the site's accent: what it fills with the attribute `data-accent=""` before the
    /// colour, as the program's own does.
    public static func icon(_ svg: [UInt8], in look: Look) -> [UInt8] {
        guard let accent = look.accent else { return svg }
        let filled = String(decoding: svg, as: UTF8.self)
            .replacing(/data-accent="" fill="[^"]*"/, with: "data-accent=\"\" fill=\"\(accent)\"")
        return Array(filled.utf8)
    }

    private static func tokens(of accent: Colour?, in scheme: AccentPalette.Scheme) -> [String] {
        guard let accent else { return [] }
        let palette = AccentPalette(accent, in: scheme)
        return [
            "--accent: \(palette.accent);", "--accent-strong: \(palette.strong);", "--accent-tint: \(palette.tint);",
            "--on-accent: \(palette.onAccent);",
        ]
    }

    /// Small things are less round, in the proportion of plaza.css.
    private static func corners(of radius: FixedDecimal?) -> [String] {
        guard let radius else { return [] }
        let small = FixedDecimal(millionths: radius.millionths * 4 / 7)
        return ["--radius: \(radius)rem;", "--radius-small: \(small)rem;"]
    }

    /// As high as the line, and as wide as its shape asks for within limits, so that nothing moves when it arrives.
    private static func rule(of logo: Look.Logo, shape: Double) -> String {
        let hundredths = Int((min(max(shape, 0.5), 6) * 150).rounded())
        let width = FixedDecimal(millionths: Int64(hundredths) * 10_000)
        return ".brand::before { width: \(width)em; height: 1.5em; border-radius: 0; vertical-align: middle; "
            + "background: url(\"\(PercentEncoding.encode(logo.file))\") center / contain no-repeat; "
            + "print-color-adjust: exact; }\n"
    }
}
