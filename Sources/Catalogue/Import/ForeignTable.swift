/// A cell of a foreign file.
struct ForeignCell {
    /// Trimmed; nil where the value is nested and so no text.
    let text: String?
    let position: SourcePosition
    /// The value as JSON writes it, where that is no text.
    var literal: String?
}

/// A record of a foreign file with any content.
struct ForeignRow {
    let position: SourcePosition
    /// By column; nil where the record has no such key.
    let cells: [ForeignCell?]
    /// Why it can't be read, if so; then it has no cells.
    let fault: Diagnostic?
    /// What a format of fixed fields says beside its cells: one JSON object.
    var leftover: String?

    subscript(column: Int) -> ForeignCell? { cells.indices.contains(column) ? cells[column] : nil }
}

/// A foreign file, or the part of it that has one format, as columns and rows.
struct ForeignTable {
    let format: ImportFormat
    /// What the format is called, with its version where that can be told.
    var formatName: String
    /// The names of the columns, white space collapsed; keys in the order in which they first stand. Of a format with
    /// fixed fields they are native ones.
    let columns: [String]
    /// Where the names stand in a CSV header.
    let columnPositions: [SourcePosition]
    let rows: [ForeignRow]
    /// What is told of the table as a whole.
    let notes: [Diagnostic]

    /// A table whose columns stand in no header.
    init(format: ImportFormat, columns: [String], rows: [ForeignRow], notes: [Diagnostic], formatName: String? = nil) {
        self.format = format
        self.formatName = formatName ?? format.name
        self.columns = columns
        columnPositions = columns.map { _ in .start }
        self.rows = rows
        self.notes = notes
    }

    init(jsonLines bytes: [UInt8], file: String) {
        var reader = JSONLinesReader(bytes, file: file)
        let rows = Self.rows(&reader)
        self.init(format: .jsonLines, columns: reader.names.map(\.collapsed), rows: rows, notes: [])
    }

    /// - Throws: `ImportUsageError` where the file has no header that can be read.
    init(csv bytes: [UInt8], file: String) throws(ImportUsageError) {
        var reader = CSVReader(bytes, file: file)
        if let fault = reader.headerFault {
            throw ImportUsageError(
                "\(file):\(fault.line):\(fault.column): \(fault.message)", fix: fault.fix ?? "write a header line",
                isFaultOfFile: true)
        }
        format = .csv
        formatName = format.name
        columns = reader.names.map(\.collapsed)
        columnPositions = reader.header.map(\.position)
        rows = Self.rows(&reader)
        notes = []
    }

    private static func rows(_ reader: inout some RecordReader) -> [ForeignRow] {
        var rows: [ForeignRow] = []
        var record = RawRecord()
        while let outcome = reader.next(into: &record) {
            switch outcome {
            case .faulty(let fault):
                let place = SourcePosition(line: fault.line, column: fault.column)
                rows.append(ForeignRow(position: place, cells: [], fault: fault))
            case .record:
                var cells = [ForeignCell?](repeating: nil, count: reader.names.count)
                for field in record.fields { cells[field.name] = cell(of: field, in: reader.bytes) }
                rows.append(ForeignRow(position: record.position, cells: cells, fault: nil))
            }
        }
        return rows
    }

    private static func cell(of field: RawField, in bytes: [UInt8]) -> ForeignCell {
        let value = field.value
        let literal: String? =
            switch value.kind {
            case .number, .yes, .no, .list, .object: String(decoding: bytes[value.outerRange], as: UTF8.self)
            case .cell, .quotedCell, .string, .null: nil
            }
        return ForeignCell(text: text(of: value, in: bytes), position: field.position, literal: literal)
    }

    /// A list is the texts of its items with ";" between them.
    static func text(of value: RawValue, in bytes: [UInt8]) -> String? {
        switch value.kind {
        case .null: return ""
        case .object: return nil
        case .list:
            let items = value.items(in: bytes)
            guard items.allSatisfy({ $0.kind != .list && $0.kind != .object }) else { return nil }
            return items.compactMap { $0.kind == .null ? nil : $0.text(in: bytes)?.trimmed }.joined(separator: ";")
        case .cell, .quotedCell, .string, .number, .yes, .no: return value.text(in: bytes)?.trimmed
        }
    }

    /// The positions of columns, 1-based, with their names, for messages.
    var listing: String {
        columns.enumerated().map { "#\($0.offset + 1) \($0.element.quoted)" }.joined(separator: ", ")
    }
}

extension String {
    /// Trimmed, every run of white space one space.
    var collapsed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
