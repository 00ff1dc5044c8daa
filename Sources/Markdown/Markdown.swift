import CMark
import Foundation

/// CommonMark to HTML that is safe to publish, whoever wrote it.
///
/// No raw HTML comes through (it is shown as the text that it is), links lead to `http`, `https` and `mailto` only,
/// pictures become links, as a remote picture would tell its host who reads the page. Headings are moved, so that
/// the highest fits below those of the page and no level is left out.
public struct Markdown: Sendable {
    /// The level of the highest heading, 1 to 6.
    private let topHeadingLevel: Int
    private let rewriteText: @Sendable (String) -> String

    /// - Parameters:
    ///   - topHeadingLevel: what the highest heading of a text becomes; deeper ones follow step by step, none below 6.
    ///   - rewriteText: is given every run of text, code and link target after entities and escapes are resolved, and
    ///     returns what shall stand there. A link whose target it changes loses the link and keeps its text; a paragraph
    ///     or heading whose joined text it still changes loses its marks and links.
    public init(topHeadingLevel: Int = 3, rewriteText: @escaping @Sendable (String) -> String = { $0 }) {
        precondition((1...6).contains(topHeadingLevel), "HTML has six levels of headings")
        self.topHeadingLevel = topHeadingLevel
        self.rewriteText = rewriteText
    }

    /// HTML for `source`, by CommonMark 0.30. Linear in its length.
    public func html(from source: String) -> String {
        let document = cmark_parse_document(source, source.utf8.count, Self.options)
        guard let document else { preconditionFailure("cmark parses every text") }
        defer { cmark_node_free(document) }
        cmark_consolidate_text_nodes(document)
        let nodes = Self.nodes(of: document)
        moveHeadings(among: nodes)
        // Children first: a picture is replaced with all that is in it.
        for node in nodes.reversed() { makeSafe(node) }
        // Chosen before any is changed: what a block loses is freed.
        let blocks = Self.nodes(of: document).filter(Self.holdsInlines)
        for block in blocks { rewriteAcrossMarks(block) }
        guard let rendered = cmark_render_html(document, Self.options) else { preconditionFailure("cmark renders every tree") }
        defer { rendered.deallocate() }
        return Self.withMarkedLinks(rendered)
    }

    /// Tells search engines and hosts that the links are somebody else's. Text is escaped, so only a link of the tree can
    /// be written with these bytes.
    private static func withMarkedLinks(_ rendered: UnsafePointer<CChar>) -> String {
        var marked = ""
        var rest = rendered
        while let start = strstr(rest, "<a ") {
            let behind = UnsafePointer(start) + 3
            marked += String(decoding: UnsafeRawBufferPointer(start: rest, count: behind - rest), as: UTF8.self)
            marked += "rel=\"nofollow noopener ugc\" "
            rest = behind
        }
        return marked + String(cString: rest)
    }

    private static let options = CMARK_OPT_SAFE | CMARK_OPT_VALIDATE_UTF8

    private typealias Node = OpaquePointer

    /// Every node once, parents before children.
    private static func nodes(of document: Node) -> [Node] {
        guard let iterator = cmark_iter_new(document) else { return [] }
        defer { cmark_iter_free(iterator) }
        var nodes: [Node] = []
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return nodes }
            if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) { nodes.append(node) }
        }
    }

    private func moveHeadings(among nodes: [Node]) {
        let headings = nodes.filter { cmark_node_get_type($0) == CMARK_NODE_HEADING }
        let levels = Set(headings.map { cmark_node_get_heading_level($0) }).sorted()
        var previous = topHeadingLevel - 1
        for heading in headings {
            let depth = levels.firstIndex(of: cmark_node_get_heading_level(heading)) ?? 0
            previous = min(6, topHeadingLevel + depth, previous + 1)
            cmark_node_set_heading_level(heading, Int32(previous))
        }
    }

    private func makeSafe(_ node: Node) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_CODE_BLOCK:
            cmark_node_set_fence_info(node, "")
            fallthrough
        case CMARK_NODE_TEXT, CMARK_NODE_CODE:
            let text = literal(of: node)
            let rewritten = rewriteText(text)
            if rewritten != text { cmark_node_set_literal(node, rewritten) }
        case CMARK_NODE_HTML_INLINE:
            replace(node, withText: literal(of: node))
        case CMARK_NODE_HTML_BLOCK:
            guard let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH) else { return }
            cmark_node_append_child(paragraph, text(literal(of: node)))
            cmark_node_replace(node, paragraph)
            cmark_node_free(node)
        case CMARK_NODE_LINK:
            cmark_node_set_title(node, "")
            if !isAllowed(target(of: node)) { unwrap(node) }
        case CMARK_NODE_IMAGE:
            replaceImage(node)
        default:
            break
        }
    }

    private func literal(of node: Node) -> String { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }

    private func target(of node: Node) -> String { cmark_node_get_url(node).map { String(cString: $0) } ?? "" }

    private func text(_ literal: String) -> Node? {
        let node = cmark_node_new(CMARK_NODE_TEXT)
        cmark_node_set_literal(node, rewriteText(literal))
        return node
    }

    private func replace(_ node: Node, withText literal: String) {
        cmark_node_replace(node, text(literal))
        cmark_node_free(node)
    }

    /// Leaves the children of a link where it stood.
    private func unwrap(_ node: Node) {
        while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
        cmark_node_unlink(node)
        cmark_node_free(node)
    }

    private func isAllowed(_ target: String) -> Bool {
        LinkTarget.isSafe(target) && rewriteText(target) == target
    }

    /// A link to the picture, named by its alternative text; inside another link the text alone.
    private func replaceImage(_ node: Node) {
        let target = self.target(of: node)
        let alternative = Self.joinedText(of: node)
        defer {
            cmark_node_unlink(node)
            cmark_node_free(node)
        }
        guard !Self.isInsideLink(node), isAllowed(target), let link = cmark_node_new(CMARK_NODE_LINK) else {
            cmark_node_insert_before(node, text(alternative))
            return
        }
        cmark_node_set_url(link, target)
        cmark_node_append_child(link, text(alternative.isEmpty ? target : alternative))
        cmark_node_insert_before(node, link)
    }

    // MARK: Text across marks

    private static func holdsInlines(_ node: Node) -> Bool {
        let type = cmark_node_get_type(node)
        return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING
    }

    /// What must be rewritten can be split by emphasis ("0812**3456**7890"): a block in which only the joined text shows
    /// it becomes that text, without its marks.
    private func rewriteAcrossMarks(_ block: Node) {
        let joined = Self.joinedText(of: block)
        let rewritten = rewriteText(joined)
        guard rewritten != joined else { return }
        while let child = cmark_node_first_child(block) {
            cmark_node_unlink(child)
            cmark_node_free(child)
        }
        cmark_node_append_child(block, text(rewritten))
    }

    private static func joinedText(of node: Node) -> String {
        nodes(of: node).reduce(into: "") { text, inner in
            switch cmark_node_get_type(inner) {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
                text += cmark_node_get_literal(inner).map { String(cString: $0) } ?? ""
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
            default: break
            }
        }
    }

    private static func isInsideLink(_ node: Node) -> Bool {
        var ancestor = cmark_node_parent(node)
        while let current = ancestor {
            if cmark_node_get_type(current) == CMARK_NODE_LINK { return true }
            ancestor = cmark_node_parent(current)
        }
        return false
    }
}
