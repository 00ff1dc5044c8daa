import Marketplace
import Yams

/// Reads from `site.yaml` how the site looks: `look`.
enum LookReader {
    static let keys = ["accent", "radius", "logo"]
    /// Where the site's own assets stand, a logo among them.
    static let assetFolder = "templates/assets"

    /// What was read, and where the logo is named.
    static func read(_ yaml: inout YAMLFile) -> (look: Look, logoPosition: SourcePosition) {
        var look = Look.standard
        var position = SourcePosition.start
        for entry in yaml.members(of: "look", among: keys) {
            switch entry.key {
            case "accent": look.accent = accent(entry, &yaml)
            case "radius": look.radius = radius(entry, &yaml)
            default:
                look.logo = logo(entry, &yaml)
                position = entry.position
            }
        }
        return (look, position)
    }

    private static func accent(_ entry: YAMLEntry, _ yaml: inout YAMLFile) -> Colour? {
        guard !entry.value.isEmptyScalar else {
            yaml.tell(
                .yamlValue, at: entry.keyPosition, "'accent' holds nothing: without quotes, '#' begins a comment",
                fix: "write it between quotes: accent: \"#b5411f\"")
            return nil
        }
        guard let text = yaml.text(entry) else { return nil }
        if let colour = Colour(text) { return colour }
        yaml.tell(
            .yamlValue, at: entry.position, "'accent' holds \(text.quoted), which is no colour",
            fix: "write \"#rrggbb\" in hexadecimal, such as \"#b5411f\", or oklch(0.53 0.17 32)")
        return nil
    }

    private static func radius(_ entry: YAMLEntry, _ yaml: inout YAMLFile) -> FixedDecimal? {
        guard let text = yaml.text(entry) else { return nil }
        let number = text.hasSuffix("rem") ? String(text.dropLast(3)).trimmed : text
        if let radius = FixedDecimal(number), radius >= .zero, radius.millionths <= 2_000_000 { return radius }
        yaml.tell(
            .yamlValue, at: entry.position, "'radius' holds \(text.quoted)",
            fix: "write a number from 0, for square corners, to 2; it counts in rem, the size of the text")
        return nil
    }

    private static func logo(_ entry: YAMLEntry, _ yaml: inout YAMLFile) -> Look.Logo? {
        guard let text = yaml.text(entry) else { return nil }
        if text.wholeMatch(of: /[A-Za-z0-9_][A-Za-z0-9._-]*\.(svg|png)/) != nil { return Look.Logo(file: text) }
        yaml.tell(
            .yamlValue, at: entry.position, "'logo' holds \(text.quoted), which is no name of a logo",
            fix: "write the name of an .svg or .png file in \(assetFolder)/, of letters, digits, '.', '-' and '_'")
        return nil
    }

    /// What is wrong with the file of a logo; nil where it is what its name says.
    static func fault(of logo: Look.Logo, in folder: SiteFolder, at position: SourcePosition) -> Diagnostic? {
        let path = assetFolder + "/" + logo.file
        switch folder.content(of: path) {
        case .fault(let fault): return fault
        case .absent:
            return Diagnostic(
                .yamlValue, in: SiteFile.name, at: position, "there is no \(path)", fix: "put the picture there")
        case .content(let bytes):
            let isPNG = logo.file.hasSuffix(".png")
            let isRight =
                isPNG
                ? bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
                : String(decoding: bytes, as: UTF8.self).contains(/<svg[\s>]/)
            guard !isRight else { return nil }
            return Diagnostic(
                .yamlValue, in: SiteFile.name, at: position, "\(path) is no \(isPNG ? "PNG" : "SVG") picture",
                fix: "save the logo as \(isPNG ? "PNG" : "SVG"), or name the file after what it is")
        }
    }
}
