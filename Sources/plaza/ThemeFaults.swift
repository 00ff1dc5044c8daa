import Catalogue
import Pages
import Templating

/// What is wrong with templates, told where their author wrote it: their words are put into them before they are compiled.
struct ThemeFaults: Error {
    let diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - sources: the templates as they were written, by name.
    ///   - files: where each stands, by name.
    ///   - words: what was filled into them.
    ///   - siteWords: the site's own file of words.
    init(
        _ faults: [TemplateFault], sources: [String: String], files: [String: String], words: InterfaceWords, siteWords: String
    ) {
        diagnostics = faults.map { fault in
            let line = Self.line(fault.line, of: sources[fault.template] ?? "")
            let (column, key) = words.origin(inLine: line, column: fault.column)
            var (file, place) = (files[fault.template] ?? fault.template, (line: fault.line, column: column))
            var message = fault.message
            if let key {
                message = "the word '\(key)' asks for a name: " + message
                if let number = words.siteLines[key] {
                    file = "\(Theme.siteFolder)/phrases/\(InterfaceWords.fileName)"
                    place = (number, Self.column(of: "{\(fault.word)}", in: Self.line(number, of: siteWords)))
                }
            }
            return Diagnostic(
                file: file, line: place.line, column: place.column, id: Self.id(of: fault.kind), message: message,
                fix: fault.fix ?? Self.fix(for: fault))
        }.sorted()
    }

    private static func id(of kind: TemplateFault.Kind) -> DiagnosticID {
        switch kind {
        case .syntax: .templateSyntax
        case .include: .templateInclude
        case .name: .templateName
        case .use: .templateUse
        }
    }

    private static func fix(for fault: TemplateFault) -> String? {
        if let near = NearestWord.nearest(to: fault.word, among: fault.candidates) { return "did you mean '\(near)'?" }
        return fault.kind == .name ? "docs/guides/templates.md has the names of every page" : nil
    }

    private static func line(_ number: Int, of source: String) -> String {
        let lines = source.utf8.split(separator: UInt8(ascii: "\n"), maxSplits: number, omittingEmptySubsequences: false)
        return lines.count >= number ? String(decoding: Array(lines[number - 1]), as: UTF8.self) : ""
    }

    /// 1-based, in bytes of UTF-8; 1 where it is not there.
    private static func column(of word: String, in line: String) -> Int {
        line.firstRange(of: word).map { line.utf8.distance(from: line.startIndex, to: $0.lowerBound) + 1 } ?? 1
    }
}
