/// The records that stand open around a place in a template, from the outermost to the innermost; nil where their names
/// are not known before rendering.
struct TemplateScope {
    private(set) var shapes: [TemplateShape]?

    init(_ shape: TemplateShape?) { shapes = shape.map { [$0] } }

    /// Tells scopes apart.
    var identity: [ObjectIdentifier]? { shapes?.map { ObjectIdentifier($0) } }

    func entering(_ shape: TemplateShape) -> TemplateScope {
        var inner = self
        inner.shapes?.append(shape)
        return inner
    }

    /// What a name stands for, and where; or the word of it that is not known, and those that are.
    enum Finding {
        case dynamic(TemplatePlace)
        case found(TemplatePlace, TemplateShape.Field)
        case unknown(word: String, candidates: [String])
    }

    func find(_ name: String) -> Finding {
        let words = name == "." ? [] : name.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
        guard let shapes else {
            let rest = words.dropFirst().map { TemplatePlace.Step(name: $0, index: 0) }
            return .dynamic(TemplatePlace(depth: nil, name: words.first ?? "", index: 0, rest: rest))
        }
        guard let first = words.first,
            let depth = shapes.reversed().enumerated().first(where: { $0.element.index(of: first) != nil })?.offset
        else { return .unknown(word: name, candidates: shapes.reversed().flatMap(\.names)) }
        var shape = shapes[shapes.count - 1 - depth]
        var steps: [TemplatePlace.Step] = []
        for (position, word) in words.enumerated() {
            guard let index = shape.index(of: word) else { return .unknown(word: word, candidates: shape.names) }
            // The shape's own text: most often the very one that the record has, which makes comparing them short.
            steps.append(TemplatePlace.Step(name: shape.fields[index].name, index: index))
            let field = shape.fields[index].field
            if position == words.count - 1 {
                let place = TemplatePlace(
                    depth: depth, name: steps[0].name, index: steps[0].index, rest: Array(steps.dropFirst()))
                return .found(place, field)
            }
            guard case .record(let inner) = field else { return .unknown(word: words[position + 1], candidates: []) }
            shape = inner
        }
        preconditionFailure("a name has at least one word")
    }
}
