/// What a name in a template stands for.
public enum TemplateValue: Sendable, Hashable {
    /// Plain text; escaped where the template says `{{name}}`.
    case text(String)
    /// Markup that was made safe already; the template says `{{{name}}}`.
    case html(String)
    /// Opens or closes a section.
    case flag(Bool)
    /// A section that is opened once a record.
    case list([TemplateRecord])
    /// A section with names of its own.
    case record(TemplateRecord)
}

/// The names that a template or a section of it can use.
public struct TemplateRecord: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    private var values: [String: TemplateValue]

    public init(_ values: [String: TemplateValue] = [:]) {
        self.values = values
    }

    /// A name given nil is left out; its sections stay closed.
    public init(dictionaryLiteral elements: (String, TemplateValue?)...) {
        values = [:]
        for (name, value) in elements { values[name] = value }
    }

    public subscript(name: String) -> TemplateValue? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// This record with the names of another, whose values win.
    public func merging(_ other: TemplateRecord) -> TemplateRecord {
        TemplateRecord(values.merging(other.values) { _, new in new })
    }
}

extension TemplateValue {
    /// Text, or nothing where there is none.
    public static func text(_ text: String?) -> TemplateValue? { text.map { TemplateValue.text($0) } }

    /// Markup, or nothing where there is none.
    public static func html(_ markup: String?) -> TemplateValue? { markup.map { TemplateValue.html($0) } }
}
