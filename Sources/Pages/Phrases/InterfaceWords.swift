/// What the pages for visitors and members say, put into their templates before these are compiled.
///
/// A template writes `{{say.key}}` where `phrases/interface.txt` has `key = text`. A place in the text, such as `{sender}`,
/// becomes the template's own `{{sender}}`. So words cost nothing while pages are made, and a word that there is not is told
/// before any page is.
public struct InterfaceWords: Sendable {
    /// The file of the words, in `phrases/`.
    public static let fileName = "interface.txt"

    private let texts: [String: String]
    /// The keys that the site's file has and the program's lacks.
    private let added: Set<String>
    /// Where the words of the site's file stand in it: 1-based lines by key.
    public let siteLines: [String: Int]

    /// - Parameters:
    ///   - standard: the program's own file.
    ///   - site: the site's lines, which stand in place of the program's one by one; a site's own templates may ask for keys
    ///     that the program's file lacks.
    /// - Throws: `PhraseFault` for the first line that is none, and for one of the site's that leaves out a place of the
    ///   program's. One with more is no fault yet: it may ask for any name of its pages, which their templates' check knows.
    public init(standard: String, site: String = "") throws(PhraseFault) {
        let file = PhraseFile(name: Self.fileName)
        var texts: [String: String] = [:]
        for line in try file.lines(of: standard) { texts[line.key] = line.text }
        var added: Set<String> = []
        var siteLines: [String: Int] = [:]
        for line in try file.lines(of: site) {
            if let text = texts[line.key] { try line.checkKeepsPlaces(of: text, in: Self.fileName) }
            siteLines[line.key] = line.number
            if texts.updateValue(line.text, forKey: line.key) == nil { added.insert(line.key) }
        }
        (self.texts, self.added, self.siteLines) = (texts, added, siteLines)
    }

    /// The templates, by their names, with their words in them.
    ///
    /// - Throws: `PhraseFault` for the first word that there is not, by the names of the templates, and for the first key
    ///   of the site's own that no template asks for: a slip in it would change nothing in silence.
    public func filled(into templates: [String: String]) throws(PhraseFault) -> [String: String] {
        var unused = added
        var filled: [String: String] = [:]
        for (name, source) in templates.sorted(by: { $0.key < $1.key }) {
            filled[name] = try fill(source, named: name, unused: &unused)
        }
        if let key = unused.min() {
            throw PhraseFault(file: Self.fileName, line: 0, reason: "says '\(key)', which no template asks for")
        }
        return filled
    }

    private func fill(_ template: String, named name: String, unused: inout Set<String>) throws(PhraseFault) -> String {
        var pieces = template.split(separator: Self.opening, omittingEmptySubsequences: false)[...]
        guard var filled = pieces.popFirst().map(String.init) else { return template }
        for piece in pieces {
            guard let end = piece.firstRange(of: "}}") else {
                throw PhraseFault(file: Self.fileName, line: 0, reason: "cannot help '\(name)': a '\(Self.opening)' has no end")
            }
            let key = String(piece[..<end.lowerBound])
            guard let text = texts[key] else {
                throw PhraseFault(file: Self.fileName, line: 0, reason: "lacks '\(key)', which the template '\(name)' asks for")
            }
            unused.remove(key)
            filled += Self.template(of: text) + piece[end.upperBound...]
        }
        return filled
    }

    /// Where something stands in a template that was filled: in the template as it was, or in a word of it.
    ///
    /// - Parameters:
    ///   - line: the template's own, without its line break; filling leaves lines where they are.
    ///   - column: in the filled line, 1-based, in bytes of UTF-8.
    /// - Returns: the column in the line as it was, that of the tag where a word is meant, and the key of that word.
    public func origin(inLine line: String, column: Int) -> (column: Int, key: String?) {
        let pieces = line.split(separator: Self.opening, omittingEmptySubsequences: false)
        var (filled, own) = (pieces[0].utf8.count, pieces[0].utf8.count)
        for piece in pieces.dropFirst() {
            guard column > filled, let end = piece.firstRange(of: "}}") else { break }
            let key = String(piece[..<end.lowerBound])
            filled += texts[key].map { Self.template(of: $0).utf8.count } ?? 0
            if column <= filled { return (own + 1, key) }
            own += Self.opening.utf8.count + piece[..<end.upperBound].utf8.count
            let rest = piece[end.upperBound...].utf8.count
            filled += rest
            own += rest
        }
        return (column + own - filled, nil)
    }

    private static let opening = "{{say."

    /// A text as a template: safe in an element and in an attribute, its places asked for by name.
    private static func template(of text: String) -> String {
        // Most are as they are, and every command begins with all of them.
        guard text.utf8.contains(where: { #"&<>"{"#.utf8.contains($0) }) else { return text }
        return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
            "\"", with: "&quot;"
        )
        .replacing(WordingText.place) { "{{\($0.output.1)}}" }
    }
}
