/// The lines of `phrases/wording.txt`, the program's with those of a site in place of them, handed out by key.
struct WordingFile {
    private let file: PhraseFile
    private var texts: [String: WordingText] = [:]
    private var unused: [String: Int] = [:]

    /// - Parameters:
    ///   - standard: the program's own file.
    ///   - site: the site's lines.
    /// - Throws: `PhraseFault` for the first line that is none, that says what nothing asks for, or that has other places
    ///   than the program's.
    init(name: String, standard: String, site: String) throws(PhraseFault) {
        file = PhraseFile(name: name)
        for line in try file.lines(of: standard) {
            guard texts.updateValue(WordingText(line.text), forKey: line.key) == nil else {
                throw PhraseFault(file: name, line: line.number, reason: "says '\(line.key)' a second time")
            }
            unused[line.key] = line.number
        }
        for line in try file.lines(of: site) {
            guard let standard = texts[line.key] else {
                throw PhraseFault(file: name, line: line.number, reason: "says '\(line.key)', which nothing asks for")
            }
            try line.checkPlaces(against: standard.source, in: name)
            texts[line.key] = WordingText(line.text)
        }
    }

    /// - Throws: `PhraseFault` where the program's file has no such line.
    mutating func text(_ key: String) throws(PhraseFault) -> WordingText {
        guard let text = texts[key] else {
            throw PhraseFault(file: file.name, line: 0, reason: "lacks '\(key)'")
        }
        unused[key] = nil
        return text
    }

    /// A text without places.
    mutating func plain(_ key: String) throws(PhraseFault) -> String { try text(key).source }

    /// Names in one line, parted by "|".
    ///
    /// - Throws: `PhraseFault` where there are not so many.
    mutating func list(_ key: String, count: Int) throws(PhraseFault) -> [String] {
        let names = try plain(key).split(separator: "|").map(String.init)
        guard names.count == count else {
            throw PhraseFault(file: file.name, line: 0, reason: "needs \(count) names between '|' in '\(key)'")
        }
        return names
    }

    /// - Throws: `PhraseFault` for the first line that nothing asked for.
    func assertAllUsed() throws(PhraseFault) {
        guard let (key, number) = unused.min(by: { $0.value < $1.value }) else { return }
        throw PhraseFault(file: file.name, line: number, reason: "says '\(key)', which nothing asks for")
    }
}
