/// Makes trees into one program. Parents and blocks are put together here, so that rendering knows nothing of them.
struct TemplateCompiler {
    private let trees: [String: [TemplateNode]]
    private var result = TemplateProgram()
    private(set) var faults: [TemplateFault] = []
    private var literal: [UInt8] = []
    private var routines: [RoutineKey: Int] = [:]
    private var pending: [Routine] = []

    /// The same partial, moved as far to the right and in the same scope, is compiled once.
    private struct RoutineKey: Hashable {
        let name: String
        let indent: [UInt8]
        let scope: [ObjectIdentifier]?
    }

    private struct Routine {
        let name: String
        let surroundings: Surroundings
    }

    /// What a piece of a template is compiled in.
    private struct Surroundings {
        var template: String
        /// The template that is rendered, which includes `template` or is it.
        let entry: String
        var scope: TemplateScope
        /// What is put before every line.
        var indent: [UInt8] = []
        /// How much white space every line loses first.
        var dedent = 0
        /// What stands instead of blocks, by name, with the template that it is written in.
        var blocks: [String: (block: TemplateBlock, template: String)] = [:]
        /// How many parents stand around it.
        var parentCount = 0

        func moved(_ space: ArraySlice<UInt8>) -> [UInt8] { indent + space.dropFirst(dedent) }
    }

    /// More parents in each other than this are taken for a circle.
    private static let parentLimit = 64

    init(trees: [String: [TemplateNode]]) { self.trees = trees }

    mutating func compile(_ name: String, shape: TemplateShape?) {
        result.entries[name] = result.instructions.count
        emitTemplate(name, Surroundings(template: name, entry: name, scope: TemplateScope(shape)))
        while let routine = pending.popLast(), let index = routines[key(of: routine)] {
            result.routines[index] = result.instructions.count
            emitTemplate(routine.name, routine.surroundings)
        }
    }

    /// Everything that was compiled.
    func program() -> TemplateProgram { result }

    private func key(of routine: Routine) -> RoutineKey {
        RoutineKey(name: routine.name, indent: routine.surroundings.indent, scope: routine.surroundings.scope.identity)
    }

    private mutating func emitTemplate(_ name: String, _ surroundings: Surroundings) {
        var skipsIndent = false
        emit(trees[name] ?? [], surroundings, &skipsIndent)
        append(.end)
    }

    /// - Parameter skipsIndent: whether the next line has been begun already.
    private mutating func emit(_ nodes: [TemplateNode], _ surroundings: Surroundings, _ skipsIndent: inout Bool) {
        for (index, node) in nodes.enumerated() {
            switch node {
            case .lineStart(let space):
                literal += skipsIndent ? Array(space.dropFirst(surroundings.dedent)) : surroundings.moved(space)
                skipsIndent = false
            case .text(let text): literal += text
            case .variable(let tag): emit(variable: tag, surroundings)
            case .section(let tag, let children): emit(section: tag, children, surroundings)
            case .partial(let tag, let indent): emit(partial: tag, indent: indent, surroundings)
            case .parent(let tag, let indent, let blocks): emit(parent: tag, indent, blocks, surroundings)
            case .block(let block):
                var begins = false
                if index > 0, case .lineStart = nodes[index - 1] { begins = true }
                emit(block: block, beginsLine: begins, surroundings)
            }
        }
    }

    private mutating func append(_ instruction: TemplateInstruction) {
        if !literal.isEmpty {
            result.instructions.append(.literal(start: result.literals.count, count: literal.count))
            result.literals += literal
            literal = []
        }
        result.instructions.append(instruction)
    }

    // MARK: Names

    private mutating func place(_ tag: TemplateTag, _ surroundings: Surroundings) -> (index: Int, TemplateShape.Field?)? {
        switch surroundings.scope.find(tag.name) {
        case .dynamic(let place):
            result.places.append(place)
            return (result.places.count - 1, nil)
        case .found(let place, let field):
            result.places.append(place)
            return (result.places.count - 1, field)
        case .unknown(let word, let candidates):
            let whole = word == tag.name ? "" : " (in '\(tag.name)')"
            let page = surroundings.template == surroundings.entry ? "" : " of '\(surroundings.entry)'"
            fault(
                .name, tag, surroundings, "'\(word)'\(whole) is no name that stands for something here\(page)", word: word,
                candidates: candidates)
            return nil
        }
    }

    private mutating func fault(
        _ kind: TemplateFault.Kind, _ tag: TemplateTag, _ surroundings: Surroundings, _ message: String, fix: String? = nil,
        word: String = "", candidates: [String] = []
    ) {
        faults.append(
            TemplateFault(
                kind, in: surroundings.template, at: tag.position, message, fix: fix, word: word, candidates: candidates))
    }

    private mutating func emit(variable tag: TemplateTag, _ surroundings: Surroundings) {
        guard let (place, field) = place(tag, surroundings) else { return }
        let isEscaped = tag.kind == .variable
        switch field {
        case .text where !isEscaped:
            fault(
                .use, tag, surroundings, "'\(tag.name)' is plain text, which three braces would let pass as markup",
                fix: "write {{\(tag.name)}}")
        case .html where isEscaped:
            fault(
                .use, tag, surroundings, "'\(tag.name)' is markup, whose tags two braces would show to readers",
                fix: "write {{{\(tag.name)}}}")
        case .flag, .list, .record:
            fault(
                .use, tag, surroundings, "'\(tag.name)' has no text of its own; it opens a section",
                fix: "write {{#\(tag.name)}}…{{/\(tag.name)}}")
        case .text, .html, nil: append(isEscaped ? .text(place: place) : .markup(place: place))
        }
    }

    private mutating func emit(section tag: TemplateTag, _ children: [TemplateNode], _ surroundings: Surroundings) {
        guard let (place, field) = place(tag, surroundings) else { return }
        var inner = surroundings
        if tag.kind == .section {
            switch field {
            case .list(let shape), .record(let shape): inner.scope = inner.scope.entering(shape)
            case .text, .html, .flag, nil: break
            }
        }
        append(.end)
        let start = result.instructions.count - 1
        var skipsIndent = false
        emit(children, inner, &skipsIndent)
        append(.end)
        let end = result.instructions.count
        result.instructions[start] = tag.kind == .section ? .section(place: place, end: end) : .inverted(place: place, end: end)
    }

    // MARK: Templates in templates

    private mutating func isThere(_ tag: TemplateTag, _ surroundings: Surroundings) -> Bool {
        if trees[tag.name] != nil { return true }
        fault(
            .include, tag, surroundings, "there is no template '\(tag.name)' to include", word: tag.name,
            candidates: trees.keys.sorted())
        return false
    }

    private mutating func emit(partial tag: TemplateTag, indent: ArraySlice<UInt8>?, _ surroundings: Surroundings) {
        guard isThere(tag, surroundings) else { return }
        let inner = Surroundings(
            template: tag.name, entry: surroundings.entry, scope: surroundings.scope,
            indent: indent.map(surroundings.moved) ?? [])
        let routine = Routine(name: tag.name, surroundings: inner)
        if routines[key(of: routine)] == nil {
            routines[key(of: routine)] = result.routines.count
            result.routines.append(0)
            pending.append(routine)
        }
        append(.call(routine: routines[key(of: routine), default: 0]))
    }

    private mutating func emit(
        parent tag: TemplateTag, _ indent: ArraySlice<UInt8>?, _ blocks: [TemplateBlock], _ surroundings: Surroundings
    ) {
        guard isThere(tag, surroundings) else { return }
        guard surroundings.parentCount < Self.parentLimit else {
            return fault(.include, tag, surroundings, "the parent '\(tag.name)' ends up in itself, without end")
        }
        var inner = Surroundings(
            template: tag.name, entry: surroundings.entry, scope: surroundings.scope,
            indent: indent.map(surroundings.moved) ?? [], parentCount: surroundings.parentCount + 1)
        // The outermost child has the last word.
        for block in blocks { inner.blocks[block.tag.name] = (block, surroundings.template) }
        inner.blocks.merge(surroundings.blocks) { _, outer in outer }
        var skipsIndent = false
        emit(trees[tag.name] ?? [], inner, &skipsIndent)
    }

    private mutating func emit(block: TemplateBlock, beginsLine: Bool, _ surroundings: Surroundings) {
        guard let (content, template) = surroundings.blocks[block.tag.name] else {
            var skipsIndent = false
            return emit(block.children, surroundings, &skipsIndent)
        }
        var inner = surroundings
        inner.template = template
        inner.blocks[block.tag.name] = nil
        let target = block.ownsLine ? block.contentIndent ?? block.lineIndent : beginsLine ? block.lineIndent : []
        inner.indent = surroundings.moved(target)
        inner.dedent = content.contentIndent?.count ?? 0
        var skipsIndent = !block.ownsLine
        emit(content.children, inner, &skipsIndent)
    }
}
