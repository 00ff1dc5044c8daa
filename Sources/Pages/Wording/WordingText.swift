/// A text with places in it, such as `{count}`, taken apart once.
struct WordingText: Sendable {
    /// As it stands in the file.
    let source: String
    private let head: String
    private let tails: [(place: String, text: String)]

    init(_ source: String) {
        self.source = source
        guard source.utf8.contains(UInt8(ascii: "{")) else {
            (head, tails) = (source, [])
            return
        }
        var tails: [(place: String, text: String)] = []
        var rest = source[...]
        var head: Substring?
        while let match = rest.firstMatch(of: Self.place) {
            let before = rest[..<match.range.lowerBound]
            if tails.isEmpty { head = before } else { tails[tails.count - 1].text = String(before) }
            tails.append((String(match.output.1), ""))
            rest = rest[match.range.upperBound...]
        }
        if !tails.isEmpty { tails[tails.count - 1].text = String(rest) }
        self.head = String(head ?? rest)
        self.tails = tails
    }

    static var place: Regex<(Substring, Substring)> { /\{([a-z_]+)\}/ }

    /// The names of the places, each once.
    var places: Set<String> { Set(tails.map(\.place)) }

    /// The text with its places filled in.
    func filled(_ values: some Collection<(key: String, value: String)>) -> String {
        assert(Set(values.map(\.key)) == places, "the places of '\(source)' are not what it is filled with")
        var text = head
        for tail in tails {
            text += values.first { $0.key == tail.place }?.value ?? ""
            text += tail.text
        }
        return text
    }
}
