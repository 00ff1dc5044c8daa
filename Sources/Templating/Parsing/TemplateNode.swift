/// A template as a tree.
///
/// The white space that a line begins with is kept apart from its text, so that an included template can be moved to the
/// right, line by line, while it is compiled.
indirect enum TemplateNode {
    /// A line that leaves something behind begins, with this white space.
    case lineStart(ArraySlice<UInt8>)
    case text(ArraySlice<UInt8>)
    case variable(TemplateTag)
    case section(TemplateTag, [TemplateNode])
    /// `indent` is the white space before a tag that has its line for itself; nil where it shares the line.
    case partial(TemplateTag, indent: ArraySlice<UInt8>?)
    case parent(TemplateTag, indent: ArraySlice<UInt8>?, blocks: [TemplateBlock])
    case block(TemplateBlock)
}

/// A part of a template that others can put their own in the place of, and what is put there.
struct TemplateBlock {
    let tag: TemplateTag
    let children: [TemplateNode]
    /// The white space of the line that it is opened in.
    let lineIndent: ArraySlice<UInt8>
    /// Whether that line holds nothing else, so that its content begins in the next.
    let ownsLine: Bool

    /// How far its content stands to the right: as far as its first line does.
    var contentIndent: ArraySlice<UInt8>? {
        guard ownsLine else { return nil }
        for child in children {
            switch child {
            case .lineStart(let space): return space
            case .block(let block) where block.ownsLine: return block.contentIndent ?? block.lineIndent
            case .partial(_, let indent?), .parent(_, let indent?, _): return indent
            default: return nil
            }
        }
        return nil
    }
}
