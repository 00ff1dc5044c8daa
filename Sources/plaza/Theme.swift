import Foundation
import Pages
import Templating

/// The templates and assets of a site: those that come with the program, each replaced by the site's own of the same
/// name (SPEC P2).
struct Theme {
    let templates: TemplateLibrary
    /// What the program says to visitors and members by itself.
    let words: Wording
    /// What creators' pages say; a site's own lines replace those of the program one by one.
    let phrases: PhraseBook
    /// By path below `assets/`.
    let assets: [String: [UInt8]]
    /// The folders that it was read from.
    let folders: [URL]

    /// - Throws: `ThemeFaults` with all that is wrong with the templates, `ThemeFailure`, `PhraseFault`.
    init(for site: URL) throws {
        folders = [try Self.standardFolder(), site.appending(path: Self.siteFolder)]
        var sources: [String: String] = [:]
        var origins: [String: String] = [:]
        var assets: [String: [UInt8]] = [:]
        var languages: [Language: String] = [:]
        var interface = ["", ""]
        var wording = ["", ""]
        var styles: [String: [UInt8]] = [:]
        for (place, folder) in folders.enumerated() {
            for (path, bytes) in try Self.files(in: folder) {
                if path.hasPrefix("assets/") {
                    assets[String(path.dropFirst("assets/".count))] = bytes
                } else if path.hasPrefix("styles/"), path.hasSuffix(".css") {
                    styles[path] = bytes
                } else if path.hasSuffix(".mustache") {
                    let name = String(path.dropLast(".mustache".count))
                    sources[name] = String(decoding: bytes, as: UTF8.self)
                    origins[name] = place == 0 ? folder.appending(path: path).path : Self.siteFolder + "/" + path
                } else if path == "phrases/\(InterfaceWords.fileName)" {
                    interface[place] = String(decoding: bytes, as: UTF8.self)
                } else if path == "phrases/\(Wording.fileName)" {
                    wording[place] = String(decoding: bytes, as: UTF8.self)
                } else if let language = Language.allCases.first(where: { path == "phrases/\($0.fileName)" }) {
                    languages[language, default: ""] += String(decoding: bytes, as: UTF8.self) + "\n"
                }
            }
        }
        for name in PageRenderer.shapes.keys.sorted() where sources[name] == nil {
            throw ThemeFailure.templateIsMissing(name: name, folder: folders[0].path)
        }
        let say = try InterfaceWords(standard: interface[0], site: interface[1])
        let filled = try say.filled(into: sources)
        do throws(TemplateFaults) {
            templates = try TemplateLibrary(sources: filled, shapes: PageRenderer.shapes)
        } catch {
            throw ThemeFaults(error.all, sources: sources, files: origins, words: say, siteWords: interface[1])
        }
        words = try Wording(standard: wording[0], site: wording[1])
        phrases = try PhraseBook(sources: languages)
        if assets[Self.styleSheet] == nil { assets[Self.styleSheet] = Self.joined(styles) }
        self.assets = assets
    }

    /// Where a site keeps its own files.
    static let siteFolder = "templates"

    /// The one style sheet of every page, so that it is one request.
    private static let styleSheet = "plaza.css"

    /// The parts in the order of their names, with a line between.
    private static func joined(_ styles: [String: [UInt8]]) -> [UInt8] {
        let parts = styles.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
        return Array(parts.joined(separator: Array("\n".utf8)))
    }

    /// `Templates/` of the source tree that the program was built in, or `share/plaza/Templates` beside its `bin/`.
    private static func standardFolder() throws -> URL {
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        var folder = program.deletingLastPathComponent()
        let installed = folder.deletingLastPathComponent().appending(path: "share/plaza/Templates")
        if isTheme(installed) { return installed }
        while folder.path != "/" {
            let candidate = folder.appending(path: "Templates")
            if isTheme(candidate) { return candidate }
            folder.deleteLastPathComponent()
        }
        throw ThemeFailure.nothingFound(program: program.path)
    }

    private static func isTheme(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "pages/home.mustache").path)
    }

    /// Every file below a folder by its path, hidden ones left out; none where there is no folder.
    private static func files(in folder: URL) throws -> [(String, [UInt8])] {
        guard let names = FileManager.default.enumerator(atPath: folder.path) else { return [] }
        let paths = names.compactMap { $0 as? String }.filter { path in
            !path.split(separator: "/").contains { $0.hasPrefix(".") }
        }
        return try paths.sorted().compactMap { path in
            let url = folder.appending(path: path)
            guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false else { return nil }
            return (path, Array(try Data(contentsOf: url)))
        }
    }
}

/// Why there are no templates to work with.
enum ThemeFailure: Error, CustomStringConvertible {
    case nothingFound(program: String)
    case templateIsMissing(name: String, folder: String)

    var description: String {
        switch self {
        case .nothingFound(let program):
            "there is no folder 'Templates' above '\(program)'; run the program where it was built, or install both with it."
        case .templateIsMissing(let name, let folder):
            "the template '\(name).mustache' is missing in '\(folder)'; restore it from the source tree."
        }
    }
}
