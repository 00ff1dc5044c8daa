/// Cuts a template into text and tags, and pairs the tags.
struct TemplateScanner {
    private let source: [UInt8]
    private let template: String
    private(set) var tokens: [TemplateToken] = []
    private(set) var faults: [TemplateFault] = []
    private var index = 0
    private var position = TemplatePosition(line: 1, column: 1)
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)
    private var open: [TemplateTag] = []

    init(_ source: [UInt8], template: String) {
        self.source = source
        self.template = template
    }

    mutating func scan() {
        while index < source.count {
            if starts(with: opening, at: index) {
                guard scanTag() else { return }
            } else {
                scanText()
            }
        }
        if let tag = open.last {
            faults.append(
                TemplateFault(
                    .syntax, in: template, at: tag.position, "'\(tag.name)' is opened and not closed",
                    fix: "write {{/\(tag.name)}} where it ends"))
        }
    }

    /// Up to the next tag or line.
    private mutating func scanText() {
        let start = index
        while index < source.count, !starts(with: opening, at: index) {
            index += 1
            if source[index - 1] == UInt8(ascii: "\n") { break }
        }
        tokens.append(.text(source[start..<index]))
        advance(over: start..<index)
    }

    /// False where the rest cannot be read.
    private mutating func scanTag() -> Bool {
        let start = index
        let place = position
        var content = index + opening.count
        var end = closing
        let sigil = content < source.count ? source[content] : 0
        if sigil == UInt8(ascii: "{") { end = [UInt8(ascii: "}")] + closing }
        if sigil == UInt8(ascii: "=") { end = [UInt8(ascii: "=")] + closing }
        guard let close = find(end, from: content + (Self.kinds[sigil] == nil ? 0 : 1)) else {
            faults.append(
                TemplateFault(
                    .syntax, in: template, at: place, "a tag is opened and not closed",
                    fix: "write \(String(decoding: end, as: UTF8.self)) where it ends"))
            return false
        }
        let kind = Self.kinds[sigil] ?? .variable
        if Self.kinds[sigil] != nil { content += 1 }
        let name = String(decoding: trimmed(source[content..<close]), as: UTF8.self)
        index = close + end.count
        advance(over: start..<index)
        add(TemplateTag(kind: kind, name: name, position: place))
        return true
    }

    private static let kinds: [UInt8: TemplateTag.Kind] = [
        UInt8(ascii: "{"): .unescaped, UInt8(ascii: "&"): .unescaped, UInt8(ascii: "#"): .section,
        UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .close, UInt8(ascii: ">"): .partial, UInt8(ascii: "<"): .parent,
        UInt8(ascii: "$"): .block, UInt8(ascii: "!"): .comment, UInt8(ascii: "="): .delimiters,
    ]

    private mutating func add(_ tag: TemplateTag) {
        var tag = tag
        switch tag.kind {
        case .comment: break
        case .delimiters:
            let words = tag.name.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\n") }
            guard words.count == 2, !tag.name.contains("=") else {
                return fault(tag, "'\(tag.name)' names no pair of delimiters", fix: "write {{=<% %>=}} or the like")
            }
            (opening, closing) = (Array(words[0]), Array(words[1]))
        case _ where tag.name.isEmpty || tag.name.utf8.contains(where: Self.isSpace):
            return fault(tag, "'\(tag.name)' is no name", fix: "write one word, or words joined by dots")
        case .section, .inverted, .parent, .block: open.append(tag)
        case .close:
            guard let last = open.popLast() else {
                return fault(tag, "'\(tag.name)' is closed and was not opened", fix: "take {{/\(tag.name)}} out")
            }
            guard last.name == tag.name else {
                open.append(last)
                return fault(
                    tag, "'\(tag.name)' is closed where '\(last.name)' of line \(last.position.line) is open",
                    fix: "write {{/\(last.name)}}")
            }
            tag.closes = last.kind
        case .variable, .unescaped, .partial: break
        }
        tokens.append(.tag(tag))
    }

    private mutating func fault(_ tag: TemplateTag, _ message: String, fix: String) {
        faults.append(TemplateFault(.syntax, in: template, at: tag.position, message, fix: fix))
    }

    private func starts(with word: [UInt8], at place: Int) -> Bool {
        place + word.count <= source.count && source[place..<place + word.count].elementsEqual(word)
    }

    private func find(_ word: [UInt8], from start: Int) -> Int? {
        var place = start
        while place + word.count <= source.count {
            if starts(with: word, at: place) { return place }
            place += 1
        }
        return nil
    }

    private mutating func advance(over range: Range<Int>) {
        for byte in source[range] {
            if byte == UInt8(ascii: "\n") {
                position = TemplatePosition(line: position.line + 1, column: 1)
            } else {
                position.column += 1
            }
        }
    }

    private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = bytes.drop(while: Self.isSpace)
        return start.prefix(start.lastIndex { !Self.isSpace($0) }.map { $0 - start.startIndex + 1 } ?? 0)
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
