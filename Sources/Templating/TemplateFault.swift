/// Something in a template that its author can mend.
public struct TemplateFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of fault it is.
    public enum Kind: Sendable, Hashable {
        /// The text is no Mustache.
        case syntax
        /// A partial or parent that is not there.
        case include
        /// A name that the page does not have.
        case name
        /// A name that stands for something else than the tag takes.
        case use
    }

    public let kind: Kind
    /// The name of the template in which it stands ("pages/home").
    public let template: String
    /// 1-based.
    public let line: Int
    /// 1-based, in bytes of UTF-8.
    public let column: Int
    /// What is wrong, without a full stop.
    public let message: String
    /// What mends it, where that can be said.
    public let fix: String?
    /// The word that is not known; empty where that is not the fault.
    public let word: String
    /// The words that stand for choice instead of `word`, the nearest record's first.
    public let candidates: [String]

    init(
        _ kind: Kind, in template: String, at position: TemplatePosition, _ message: String, fix: String? = nil,
        word: String = "", candidates: [String] = []
    ) {
        self.kind = kind
        self.template = template
        (line, column) = (position.line, position.column)
        self.message = message
        self.fix = fix
        self.word = word
        self.candidates = candidates
    }

    public var description: String { "\(template).mustache:\(line):\(column): \(message)" }
}

/// Every fault of a set of templates, by template, line and column.
public struct TemplateFaults: Error, Sendable, CustomStringConvertible {
    public let all: [TemplateFault]

    /// - Parameter faults: of those of one kind in one place, which several pages have that include it, the first is kept.
    init(_ faults: [TemplateFault]) {
        var places: Set<[String]> = []
        let first = faults.filter { places.insert([$0.template, "\($0.line) \($0.column) \($0.kind)", $0.word]).inserted }
        all = first.sorted {
            ($0.template, $0.line, $0.column, $0.message) < ($1.template, $1.line, $1.column, $1.message)
        }
    }

    public var description: String { all.map(\.description).joined(separator: "\n") }
}

/// A place in a template.
struct TemplatePosition: Hashable, Sendable {
    /// 1-based.
    var line: Int
    /// 1-based, in bytes of UTF-8.
    var column: Int
}
