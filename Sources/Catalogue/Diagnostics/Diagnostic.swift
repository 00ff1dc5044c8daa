/// One thing that an author can mend: where it is, what is wrong, and what to write instead.
///
/// Diagnostics are collected, never thrown. Their order is that of file, line and column, then of id and message, so
/// that the same input always prints the same list.
public struct Diagnostic: Hashable, Sendable {
    /// How much a diagnostic weighs.
    public enum Severity: String, Sendable, Hashable {
        /// The input can't be used as it stands: a build refuses it.
        case error
        /// It can be used, but is probably not what was meant.
        case warning
        /// Something that was decided for the author.
        case note
    }

    /// The path inside the site, or the name of a file that is being imported.
    public let file: String
    /// 1-based physical line; 1 where the whole file is meant.
    public let line: Int
    /// 1-based column of the cell or value, in bytes of UTF-8, a byte order mark not counted.
    public let column: Int
    /// How much it weighs.
    public let severity: Severity
    /// What kind of fault it is.
    public let id: DiagnosticID
    /// What is wrong, without a full stop.
    public let message: String
    /// What mends it, where that can be said.
    public let fix: String?

    /// Makes a diagnostic; without line and column it means the whole file.
    public init(
        file: String, line: Int = 1, column: Int = 1, severity: Severity = .error, id: DiagnosticID, message: String,
        fix: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.severity = severity
        self.id = id
        self.message = message
        self.fix = fix
    }

    /// A diagnostic at a position that a reader gave.
    init(
        _ id: DiagnosticID, in file: String, at position: SourcePosition, severity: Severity = .error,
        _ message: String, fix: String? = nil
    ) {
        self.init(
            file: file, line: position.line, column: position.column, severity: severity, id: id, message: message,
            fix: fix)
    }
}

extension Diagnostic: CustomStringConvertible {
    /// As printed: one line, and a second, indented one with the fix where there is one.
    public var description: String {
        let head = "\(file):\(line):\(column): \(severity.rawValue): \(message) [\(id.rawValue)]"
        return fix.map { head + "\n  fix: " + $0 } ?? head
    }
}

extension Diagnostic: Comparable {
    /// Whether `a` is printed before `b`.
    public static func < (a: Self, b: Self) -> Bool {
        if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
        if a.line != b.line { return a.line < b.line }
        if a.column != b.column { return a.column < b.column }
        if a.id != b.id { return a.id.rawValue.utf8.lexicographicallyPrecedes(b.id.rawValue.utf8) }
        return a.message.utf8.lexicographicallyPrecedes(b.message.utf8)
    }
}

extension Sequence<Diagnostic> {
    /// Whether anything stands in the way of a build.
    public var hasErrors: Bool { contains { $0.severity == .error } }
}

/// A place in a text file.
struct SourcePosition: Hashable, Sendable {
    /// 1-based physical line.
    var line: Int
    /// 1-based column in bytes of UTF-8.
    var column: Int

    static let start = SourcePosition(line: 1, column: 1)
}
