import Yams

/// One key of a YAML mapping with its value, and where both stand.
struct YAMLEntry {
    let key: String
    let keyPosition: SourcePosition
    let value: Node
    let position: SourcePosition
}

/// A YAML text that is one mapping, read with the place of everything, and its faults.
struct YAMLFile {
    let file: String
    /// Physical lines that stand before the text.
    private let lineOffset: Int
    private let lines: [Substring]
    private(set) var entries: [YAMLEntry] = []
    var diagnostics: [Diagnostic] = []

    /// Reads a text, with line breaks as LF, that begins behind `lineOffset` lines of its file.
    init(_ text: String, file: String, lineOffset: Int = 0) {
        self.file = file
        self.lineOffset = lineOffset
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard !tellAlias() else { return }
        do {
            guard let root = try Parser(yaml: text, encoding: .utf8).singleRoot(), !root.isEmptyScalar else { return }
            guard case .mapping = root else {
                tell(
                    .yamlSyntax, at: position(of: root.mark), "this is no list of keys with values",
                    fix: "write lines of the form 'key: value'")
                return
            }
            entries = entries(of: root)
        } catch {
            tellSyntax(error)
        }
    }

    /// Anchors with aliases have no use here, and a few lines of them can stand for billions of values.
    ///
    /// A name that stands behind "&" and behind "*" is taken for both; in a text that is not meant so, one of the two is
    /// missing.
    private mutating func tellAlias() -> Bool {
        var anchors: Set<Substring> = []
        for line in lines { anchors.formUnion(line.matches(of: /&([A-Za-z0-9_-]+)/).map(\.1)) }
        for (index, line) in lines.enumerated() where !line.trimmingPrefix(while: \.isWhitespace).hasPrefix("#") {
            guard let alias = line.matches(of: /\*([A-Za-z0-9_-]+)/).first(where: { anchors.contains($0.1) }) else { continue }
            let column = line.utf8.distance(from: line.startIndex, to: alias.range.lowerBound) + 1
            tell(
                .yamlSyntax, at: SourcePosition(line: index + 1 + lineOffset, column: column),
                "\(String(alias.0).quoted) repeats what stands at '&\(alias.1)', which these files do not do",
                fix: "write the value itself in both places")
            return true
        }
        return false
    }

    /// The keys of a mapping in their order; keys that are no texts are told and left out.
    mutating func entries(of node: Node) -> [YAMLEntry] {
        guard case .mapping(let mapping) = node else { return [] }
        var entries: [YAMLEntry] = []
        for (key, value) in mapping {
            guard case .scalar(let name) = key else {
                tell(.yamlKey, at: position(of: key.mark), "a key must be a text", fix: "write 'key: value'")
                continue
            }
            entries.append(
                YAMLEntry(
                    key: name.string, keyPosition: position(of: key.mark), value: value,
                    position: position(of: value.mark ?? key.mark)))
        }
        return entries
    }

    mutating func tell(
        _ id: DiagnosticID, at position: SourcePosition, _ message: String, severity: Diagnostic.Severity = .error, fix: String
    ) {
        diagnostics.append(Diagnostic(id, in: file, at: position, severity: severity, message, fix: fix))
    }

    /// Tells each key that is not among `known`.
    mutating func tellUnknownKeys(among known: [String]) {
        for entry in entries where !known.contains(entry.key) {
            tell(
                .yamlKey, at: entry.keyPosition, "\(entry.key.quoted) is no key of this file",
                fix: NearestWord.fix(for: entry.key, among: known))
        }
    }

    func entry(_ key: String) -> YAMLEntry? { entries.first { $0.key == key && !$0.value.isEmptyScalar } }

    /// Where a mark of the parser stands: it counts characters, diagnostics count bytes.
    func position(of mark: Mark?) -> SourcePosition {
        guard let mark else { return SourcePosition(line: lineOffset + 1, column: 1) }
        let line = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : ""
        let before = String.UnicodeScalarView(line.unicodeScalars.prefix(max(0, mark.column - 1)))
        return SourcePosition(line: mark.line + lineOffset, column: String(before).utf8.count + 1)
    }

    // MARK: Faults of the syntax

    private mutating func tellSyntax(_ error: any Error) {
        guard let error = error as? YamlError else {
            return tell(.yamlSyntax, at: position(of: nil), "this is no YAML", fix: "write lines of the form 'key: value'")
        }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let during = context.map { " " + $0.text } ?? ""
            tell(
                .yamlSyntax, at: position(of: mark), "this is no YAML: \(problem)\(during)",
                fix: "check the indentation, and put texts that hold ': ', '#' or quotes between quotes")
        case .duplicatedKeysInMapping(let keys, let context):
            for key in keys.sorted() { tellDuplicate(key, context.mark) }
        case .reader(let problem, _, _, _):
            tell(.yamlSyntax, at: firstControlCharacter, "this is no YAML: \(problem)", fix: "take the control character out")
        default:
            tell(.yamlSyntax, at: position(of: nil), "this is no YAML", fix: "write lines of the form 'key: value'")
        }
    }

    /// The parser names a repeated key, not its place: that is the second line that begins with it.
    private mutating func tellDuplicate(_ key: String, _ mark: Mark) {
        let places = lines.indices.filter { index in
            let line = String(lines[index]).trimmed
            return [key, "\"\(key)\"", "'\(key)'"].contains { line.hasPrefix($0 + ":") }
        }
        let index = places.dropFirst().first
        let column = index.map { lines[$0].utf8.prefix { $0 == 0x20 }.count + 1 }
        let place = index.map { SourcePosition(line: $0 + 1 + lineOffset, column: column ?? 1) } ?? position(of: mark)
        tell(.yamlKey, at: place, "the key \(key.quoted) stands twice", fix: "keep one of them")
    }

    private var firstControlCharacter: SourcePosition {
        for (index, line) in lines.enumerated() {
            if let offset = line.utf8.enumerated().first(where: {
                $0.element < 0x20 && $0.element != 0x09 || $0.element == 0x7f
            })?.offset {
                return SourcePosition(line: index + 1 + lineOffset, column: offset + 1)
            }
        }
        return position(of: nil)
    }
}

extension Node {
    /// Whether nothing stands behind the key ("key:", "key: ~", "key: null").
    var isEmptyScalar: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }
}
