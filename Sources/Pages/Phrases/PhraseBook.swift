import Marketplace
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
            throw PhraseFault(file: Language.english.fileName, line: 0, reason: "lacks '\(key.rawValue)'")
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
        let file = PhraseFile(name: language.fileName)
        for line in try file.lines(of: source) {
            guard let key = PhraseKey(rawValue: line.key) else {
                throw PhraseFault(file: file.name, line: line.number, reason: "says '\(line.key)', which no page uses")
            }
            // Of two lines for one key the later counts: a site's own lines stand behind those of the program.
            texts[key] = line.text
        }
        return texts
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

    /// What a channel is called; most by the name of the firm behind it.
    func name(of channel: ContactChannel) -> String {
        switch channel {
        case .email: self(.channelEmail)
        case .phone: self(.channelPhone)
        case .whatsapp, .zalo, .viber, .line: channel.name
        }
    }

    static let shape = TemplateShape(PhraseKey.allCases.map { ($0.rawValue, .text) })

    /// All phrases by their keys, for templates.
    var record: TemplateRecord {
        TemplateRecord(PhraseKey.allCases.map { ($0.rawValue, .text(texts[$0])) })
    }
}
