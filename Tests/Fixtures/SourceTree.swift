public import Foundation
public import Pages
public import Templating

/// The parts of the source tree that tests use as they are.
public enum SourceTree {
    /// The folder of Package.swift.
    public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The templates that come with the program.
    public static func templates() throws -> TemplateLibrary {
        try TemplateLibrary(
            sources: InterfaceWords(standard: interfaceWords()).filled(into: templateSources()), shapes: PageRenderer.shapes)
    }

    /// The file of what the pages for visitors and members say.
    public static func interfaceWords() throws -> String {
        try String(contentsOf: root.appending(path: "Templates/phrases/\(InterfaceWords.fileName)"), encoding: .utf8)
    }

    /// What the program says by itself.
    public static func wording() throws -> Wording { try Wording(standard: wordingFile()) }

    /// The file of it.
    public static func wordingFile() throws -> String {
        try String(contentsOf: root.appending(path: "Templates/phrases/\(Wording.fileName)"), encoding: .utf8)
    }

    /// The sources of the templates, by their names.
    public static func templateSources() throws -> [String: String] {
        let folder = root.appending(path: "Templates")
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let sources = try paths.filter { $0.hasSuffix(".mustache") }.map { path in
            (String(path.dropLast(".mustache".count)), try String(contentsOf: folder.appending(path: path), encoding: .utf8))
        }
        return Dictionary(uniqueKeysWithValues: sources)
    }

    /// The words of the creators' pages that come with the program.
    public static func phrases() throws -> PhraseBook {
        let folder = root.appending(path: "Templates/phrases")
        let sources = try Language.allCases.map { language in
            (language, try String(contentsOf: folder.appending(path: language.fileName), encoding: .utf8))
        }
        return try PhraseBook(sources: Dictionary(uniqueKeysWithValues: sources))
    }
}

/// A folder for one test, gone when the test is.
public final class TemporaryFolder: Sendable {
    public let url: URL

    public init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "plaza-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }  // the system's own cleaning takes what stays
}
