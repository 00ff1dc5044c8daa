/// Which names a record of a page model can have, and what each stands for. Templates are checked against it before
/// anything is rendered.
///
/// A shape is a class because templates are compiled once for each chain of shapes, told apart by identity: declare it
/// once (`static let`), and use that one. Its order is that of the record's literal, so that a name is found where it is
/// expected.
public final class TemplateShape: Sendable, ExpressibleByDictionaryLiteral {
    /// What a name stands for.
    public enum Field: Sendable {
        case text
        case html
        case flag
        case list(TemplateShape)
        case record(TemplateShape)
    }

    /// Of several fields of one name the first counts, as in a record.
    let fields: [(name: String, field: Field)]

    public init(dictionaryLiteral elements: (String, Field)...) {
        fields = elements
    }

    public init(_ fields: [(name: String, field: Field)]) {
        self.fields = fields
    }

    /// The shape of two records merged: the names of the other win.
    public func merging(_ other: TemplateShape) -> TemplateShape {
        TemplateShape(other.fields + fields)
    }

    /// The names, each once, in their order.
    var names: [String] {
        fields.reduce(into: []) { names, field in if !names.contains(field.name) { names.append(field.name) } }
    }

    func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }

    /// The first name in which a record says something else than its shape, as a path ("invite.desk.queues"); nil where
    /// they agree. A name without a value agrees with every shape that has it.
    public func disagreement(with record: TemplateRecord) -> String? {
        for (place, (name, value)) in record.elements.enumerated() {
            guard let index = index(of: name) else { return name }
            let first = record.index(of: name, probably: 0)
            // Where it is expected must not stand a second one of its name.
            guard record.index(of: name, probably: index) == first else { return name }
            // A second one is never read.
            guard let value, first == place else { continue }
            switch (fields[index].field, value) {
            case (.text, .text), (.html, .html), (.flag, .flag): continue
            case (.list(let shape), .list(let records)):
                for record in records {
                    if let inner = shape.disagreement(with: record) { return name + "." + inner }
                }
            case (.record(let shape), .record(let record)):
                if let inner = shape.disagreement(with: record) { return name + "." + inner }
            default: return name
            }
        }
        return nil
    }
}
