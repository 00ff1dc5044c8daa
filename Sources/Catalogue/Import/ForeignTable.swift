/// A cell of a foreign file.
struct ForeignCell {
    /// Trimmed; nil where the value is nested and so no text.
    let text: String?
    let position: SourcePosition
}

/// A record of a foreign file with any content.
struct ForeignRow {
    let position: SourcePosition
    /// By column; nil where the record has no such key.
    let cells: [ForeignCell?]
    /// Why it can't be read, if so; then it has no cells.
    let fault: Diagnostic?
    /// What the record says beside its cells: one JSON object.
    var leftover: String?

    subscript(column: Int) -> ForeignCell? { cells.indices.contains(column) ? cells[column] : nil }
}

/// A foreign file as columns and rows, from CSV or JSON Lines.
struct ForeignTable {
    /// The names of the columns, white space collapsed; keys in the order in which they first stand.
    let columns: [String]
    /// Where the names stand in a CSV header.
    let columnPositions: [SourcePosition]
    let rows: [ForeignRow]

    /// Recognises the format by the file's name, else by the first character.
    ///
    /// - Throws: `ImportUsageError` where the file has no header that can be read.
    init(_ bytes: [UInt8], file: String) throws(ImportUsageError) {
        let first = bytes.first { $0 > 0x20 && $0 != 0xef && $0 != 0xbb && $0 != 0xbf }
        let isJSON = CreatorFileFormat(fileName: file).map { $0 == .jsonLines } ?? (first == UInt8(ascii: "{"))
        if isJSON {
            var reader = JSONLinesReader(bytes, file: file)
            rows = Self.rows(&reader)
            columns = reader.names.map(\.collapsed)
            columnPositions = columns.map { _ in .start }
            return
        }
        var reader = CSVReader(bytes, file: file)
        if let fault = reader.headerFault {
            throw ImportUsageError(
                "\(file):\(fault.line):\(fault.column): \(fault.message)", fix: fault.fix ?? "write a header line",
                isFaultOfFile: true)
        }
        columns = reader.names.map(\.collapsed)
        columnPositions = reader.header.map(\.position)
        rows = Self.rows(&reader)
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
                for field in record.fields {
                    cells[field.name] = ForeignCell(text: text(of: field.value, in: reader.bytes), position: field.position)
                }
                rows.append(ForeignRow(position: record.position, cells: cells, fault: nil))
            }
        }
        return rows
    }

    private static func text(of value: RawValue, in bytes: [UInt8]) -> String? {
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
