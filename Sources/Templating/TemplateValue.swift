/// What a name in a template stands for.
public enum TemplateValue: Sendable {
    /// Plain text; escaped where the template says `{{name}}`.
    case text(String)
    /// Markup that was made safe already; the template says `{{{name}}}`.
    case html(String)
    /// Opens or closes a section.
    case flag(Bool)
    /// A section that is opened once a record.
    case list([TemplateRecord])
    /// A section that is opened once a value, which is `.` inside.
    case items([TemplateValue])
    /// A section with names of its own.
    case record(TemplateRecord)

    /// Whether a section over it is opened: an empty text or list and a false flag leave it closed.
    var isOpen: Bool {
        switch self {
        case .text(let text), .html(let text): !text.isEmpty
        case .flag(let flag): flag
        case .list(let records): !records.isEmpty
        case .items(let values): !values.isEmpty
        case .record: true
        }
    }
}

/// The names that a template or a section of it can use, in the order in which they were written.
///
/// It is no dictionary: a template mostly knows at which place a name stands (see `TemplateShape`), and a record is
/// filled once and read once.
public struct TemplateRecord: Sendable, ExpressibleByDictionaryLiteral {
    /// A name, and what it stands for; nil where it is there without a value.
    public typealias Element = (String, TemplateValue?)

    /// Of several elements of one name the first counts.
    public private(set) var elements: [Element]

    /// A name given nil is there without a value: its sections stay closed, and it is not looked for further out.
    public init(dictionaryLiteral elements: (String, TemplateValue?)...) {
        self.elements = elements
    }

    /// - Parameter elements: names and values; without labels, which the elements of a literal have none of either and
    ///   which would have every literal copied.
    public init(_ elements: [(String, TemplateValue?)]) {
        self.elements = elements
    }

    public subscript(name: String) -> TemplateValue? {
        get { index(of: name, probably: 0).flatMap { elements[$0].1 } }
        set {
            if let index = index(of: name, probably: 0) {
                elements[index].1 = newValue
            } else {
                elements.append((name, newValue))
            }
        }
    }

    /// This record with the names of another, whose values win.
    public func merging(_ other: TemplateRecord) -> TemplateRecord {
        TemplateRecord(other.elements + elements)
    }

    /// Where a name stands: the place where it was expected, or the first of all.
    func index(of name: String, probably expected: Int) -> Int? {
        if expected < elements.count, elements[expected].0 == name { return expected }
        return elements.firstIndex { $0.0 == name }
    }
}

extension TemplateValue {
    /// Text, or nothing where there is none.
    public static func text(_ text: String?) -> TemplateValue? { text.map { TemplateValue.text($0) } }

    /// Markup, or nothing where there is none.
    public static func html(_ markup: String?) -> TemplateValue? { markup.map { TemplateValue.html($0) } }
}
