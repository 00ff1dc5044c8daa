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
        // By bytes: every command begins with hundreds of these.
        let pieces = source.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false)
        var (head, tails): (String, [(place: String, text: String)]) = (String(pieces[0]) ?? "", [])
        for piece in pieces.dropFirst() {
            let name = piece.prefix { $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            let rest = piece[name.endIndex...]
            if !name.isEmpty, rest.first == UInt8(ascii: "}") {
                tails.append((String(name) ?? "", String(rest.dropFirst()) ?? ""))
            } else if tails.isEmpty {
                head += "{" + (String(piece) ?? "")
            } else {
                tails[tails.count - 1].text += "{" + (String(piece) ?? "")
            }
        }
        (self.head, self.tails) = (head, tails)
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
