/// One value where it stands in a file; the bytes stay in the file until somebody asks for them.
struct RawValue: Hashable {
    enum Kind: UInt8 {
        /// A bare CSV cell.
        case cell
        /// A CSV cell between quotes.
        case quotedCell
        /// A JSON text.
        case string
        case number, yes, no, null
        /// A JSON array, brackets included.
        case list
        /// A JSON object, braces included.
        case object
    }

    let kind: Kind
    /// Offsets of the content, without its quotes.
    let start: Int
    let end: Int
    /// Whether quotes are doubled (CSV) or characters escaped (JSON).
    let isEscaped: Bool

    init(_ kind: Kind, _ start: Int, _ end: Int, isEscaped: Bool = false) {
        self.kind = kind
        self.start = start
        self.end = end
        self.isEscaped = isEscaped
    }

    /// Offsets of everything that the value occupies, its quotes included.
    var outerRange: Range<Int> {
        let quote = kind == .quotedCell || kind == .string ? 1 : 0
        return (start - quote)..<(end + quote)
    }
}

/// One named value of a record.
struct RawField {
    /// Index into the names of the reader that made it.
    let name: Int
    let value: RawValue
    let position: SourcePosition
}

/// One record of a file, the same from CSV and from JSON Lines.
struct RawRecord {
    var fields: [RawField] = []
    var position = SourcePosition.start
    /// Offsets of the record, its line break not included.
    var range = 0..<0

    /// The value under a name, if the record has one.
    func field(named name: Int) -> RawField? { fields.first { $0.name == name } }
}

/// What became of the next record.
enum RecordOutcome {
    case record
    /// It can't be read; the reader goes on behind it.
    case faulty(Diagnostic)
}

/// Gives the records of one file, or of a part of it, in order.
protocol RecordReader: Sendable {
    /// The bytes that values point into.
    var bytes: [UInt8] { get }
    /// The names of fields; may grow while records are read.
    var names: [String] { get }
    /// Reads the next record that has any content into `record`; nil at the end of the file, or of the part.
    mutating func next(into record: inout RawRecord) -> RecordOutcome?
    /// Readers of the parts of what is left to read, in order: together they give the same records and faults, at the same
    /// places. Each part but the last has about so many bytes.
    func parts(ofByteCount byteCount: Int) -> [Self]
}
