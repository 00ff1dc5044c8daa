/// A piece of a template's text.
enum TemplateToken {
    /// Text within one line; the line's end belongs to it.
    case text(ArraySlice<UInt8>)
    case tag(TemplateTag)
}

/// What stands between braces.
struct TemplateTag {
    enum Kind: Equatable {
        case variable, unescaped, section, inverted, close, partial, parent, block, comment, delimiters
    }

    var kind: Kind
    let name: String
    let position: TemplatePosition
    /// For a closing tag, the kind of the tag that it closes.
    var closes: Kind?

    /// Whether it belongs to inheritance: such tags may share a line that then leaves nothing behind.
    var isOfInheritance: Bool { kind == .parent || kind == .block || closes == .parent || closes == .block }

    /// Whether a line that holds nothing else leaves nothing behind.
    var canStandAlone: Bool { kind != .variable && kind != .unescaped }
}
