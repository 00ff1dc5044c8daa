/// Makes a template's text into a tree, line by line: a line that holds nothing but a tag leaves nothing behind
/// (Mustache, "standalone").
struct TemplateParser {
    private let template: String
    private var scanner: TemplateScanner
    private(set) var faults: [TemplateFault] = []
    private var frames: [Frame] = [Frame(tag: nil)]
    /// The white space that the current line begins with, and whether the line leaves nothing behind.
    private var line: (indent: ArraySlice<UInt8>, isAlone: Bool) = ([], false)

    /// What was opened and is not closed yet.
    private struct Frame {
        let tag: TemplateTag?
        var line: (indent: ArraySlice<UInt8>, isAlone: Bool) = ([], false)
        var nodes: [TemplateNode] = []
    }

    init(_ source: [UInt8], template: String) {
        self.template = template
        scanner = TemplateScanner(source, template: template)
    }

    mutating func tree() -> [TemplateNode] {
        scanner.scan()
        faults = scanner.faults
        guard faults.isEmpty else { return [] }
        var tokens = scanner.tokens[...]
        while !tokens.isEmpty {
            let end = tokens.firstIndex { if case .text(let text) = $0 { text.last == UInt8(ascii: "\n") } else { false } }
            readLine(tokens.prefix(through: end ?? tokens.endIndex - 1))
            tokens = tokens[(end ?? tokens.endIndex - 1) + 1..<tokens.endIndex]
        }
        return frames[0].nodes
    }

    private mutating func readLine(_ tokens: ArraySlice<TemplateToken>) {
        var rest = tokens
        line = ([], Self.standsAlone(tokens))
        if case .text(let text)? = tokens.first {
            let body = text.drop { $0 == 32 || $0 == 9 }
            line.indent = text[text.startIndex..<body.startIndex]
            rest = [.text(body)] + tokens.dropFirst()
        }
        if !line.isAlone { append(.lineStart(line.indent)) }
        for token in rest {
            switch token {
            case .text(let text): if !line.isAlone, !text.isEmpty { append(.text(text)) }
            case .tag(let tag): read(tag)
            }
        }
    }

    /// One tag, or tags of inheritance, and white space. A block that begins and ends in its line keeps the line, unless
    /// its parent does so too.
    private static func standsAlone(_ tokens: ArraySlice<TemplateToken>) -> Bool {
        var tags: [TemplateTag] = []
        for token in tokens {
            switch token {
            case .tag(let tag): tags.append(tag)
            case .text(let text): if !text.allSatisfy(TemplateScanner.isSpace) { return false }
            }
        }
        guard let first = tags.first, tags.allSatisfy(\.canStandAlone) else { return false }
        guard tags.count > 1 else { return true }
        guard tags.allSatisfy(\.isOfInheritance) else { return false }
        return !(first.kind == .block && tags.dropFirst().contains { $0.closes == .block && $0.name == first.name })
    }

    private mutating func append(_ node: TemplateNode) { frames[frames.count - 1].nodes.append(node) }

    private mutating func read(_ tag: TemplateTag) {
        switch tag.kind {
        case .comment, .delimiters: break
        case .variable, .unescaped: append(.variable(tag))
        case .partial: append(.partial(tag, indent: line.isAlone ? line.indent : nil))
        case .section, .inverted, .parent, .block: frames.append(Frame(tag: tag, line: line))
        case .close: close()
        }
    }

    private mutating func close() {
        guard let frame = frames.popLast(), let tag = frame.tag else { preconditionFailure("the scanner paired the tags") }
        switch tag.kind {
        case .parent:
            let blocks = frame.nodes.compactMap { if case .block(let block) = $0 { block } else { nil } }
            append(.parent(tag, indent: frame.line.isAlone ? frame.line.indent : nil, blocks: blocks))
        case .block:
            append(
                .block(
                    TemplateBlock(
                        tag: tag, children: frame.nodes, lineIndent: frame.line.indent, ownsLine: frame.line.isAlone)))
        default: append(.section(tag, frame.nodes))
        }
    }
}
