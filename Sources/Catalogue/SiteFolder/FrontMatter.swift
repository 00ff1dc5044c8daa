/// A Markdown file: YAML between two lines of "---", then the body. Both parts are optional.
struct FrontMatter {
    /// The YAML; nil where the file begins without "---".
    let yaml: String?
    /// Lines before the YAML.
    static let lineOffset = 1
    /// What follows, without empty lines at its ends.
    let body: String
    /// Nil where all is well.
    let fault: Diagnostic?

    /// Reads a text with line breaks as LF.
    init(_ text: String, file: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let isFence: (Substring) -> Bool = { String($0).trimmed == "---" && $0.hasPrefix("---") }
        guard let first = lines.first, isFence(first) else {
            (yaml, body, fault) = (nil, Self.trimmedLines(lines[...]), nil)
            return
        }
        guard let end = lines.dropFirst().firstIndex(where: isFence) else {
            (yaml, body) = (nil, "")
            fault = Diagnostic(
                file: file, id: .yamlSyntax, message: "the front matter that begins here never ends",
                fix: "close it with a line of '---'")
            return
        }
        yaml = lines[1..<end].joined(separator: "\n")
        body = Self.trimmedLines(lines[(end + 1)...])
        fault = nil
    }

    private static func trimmedLines(_ lines: ArraySlice<Substring>) -> String {
        let isEmpty: (Substring) -> Bool = { $0.allSatisfy(\.isWhitespace) }
        var lines = lines.drop(while: isEmpty)
        while let last = lines.last, isEmpty(last) { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
