import Templating

/// What creators' pages and mails say, in every language.
///
/// The words stand in files that a translator can edit, one a language: `key = text`, a line each. What a language lacks is
/// said in English.
public struct PhraseBook: Sendable {
    private let texts: [Language: [PhraseKey: String]]

    /// Says nothing.
    public static let empty = PhraseBook()

    private init() { texts = [:] }

    /// - Parameter sources: the content of the files by language.
    /// - Throws: `PhraseFault` for the first line that is none, and for a key that English lacks.
    public init(sources: [Language: String]) throws(PhraseFault) {
        var texts: [Language: [PhraseKey: String]] = [:]
        for language in Language.allCases {
            texts[language] = try Self.read(sources[language] ?? "", language)
        }
        for key in PhraseKey.allCases where texts[.english]?[key] == nil {
            throw PhraseFault(language: .english, line: 0, reason: "lacks '\(key.rawValue)'")
        }
        self.texts = texts
    }

    /// The words of a language.
    public func phrases(in language: Language) -> Phrases {
        let own = texts[language] ?? [:]
        return Phrases(language: language, texts: (texts[.english] ?? [:]).merging(own) { $1 })
    }

    /// What a language's own file says; for tests of translations.
    public func ownKeys(of language: Language) -> Set<PhraseKey> { Set((texts[language] ?? [:]).keys) }

    private static func read(_ source: String, _ language: Language) throws(PhraseFault) -> [PhraseKey: String] {
        var texts: [PhraseKey: String] = [:]
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmed
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let mark = line.firstIndex(of: "=") else {
                throw PhraseFault(language: language, line: index + 1, reason: "has no '='; write: key = text")
            }
            let name = line[..<mark].trimmed
            guard let key = PhraseKey(rawValue: name) else {
                throw PhraseFault(language: language, line: index + 1, reason: "says '\(name)', which no page uses")
            }
            // Of two lines for one key the later counts: a site's own lines stand behind those of the program.
            texts[key] = line[line.index(after: mark)...].trimmed
        }
        return texts
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
        let start = drop(while: isSpace)
        return String(start.reversed().drop(while: isSpace).reversed())
    }
}

/// A file of phrases that cannot be used.
public struct PhraseFault: Error, Hashable, CustomStringConvertible {
    public let language: Language
    /// 1-based; 0 where no line is meant.
    public let line: Int
    public let reason: String

    public var description: String {
        "phrases/\(language.rawValue).txt" + (line == 0 ? " " : ":\(line) ") + reason
    }
}

/// The words of one language.
public struct Phrases: Sendable {
    public let language: Language
    private let texts: [PhraseKey: String]

    init(language: Language, texts: [PhraseKey: String]) {
        (self.language, self.texts) = (language, texts)
    }

    /// A phrase with its places filled in: `{company}` and the like.
    public func callAsFunction(_ key: PhraseKey, _ values: KeyValuePairs<String, String> = [:]) -> String {
        values.reduce(texts[key] ?? "") { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// All phrases by their keys, for templates.
    var record: TemplateRecord {
        TemplateRecord(PhraseKey.allCases.map { ($0.rawValue, .text(texts[$0])) })
    }
}
