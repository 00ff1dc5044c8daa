/// Reads the records of a CSV file (RFC 4180), with the place of each cell, in one linear pass.
///
/// Lines end with LF, CRLF or CR. Lines without content are passed over; the first one with content is the header. A
/// quote inside a bare cell is a character like others. A record that can't be read is told, and reading goes on in
/// the physical line after its fault's opening quote, so a forgotten quote costs one record and not the file.
struct CSVReader: RecordReader {
    let bytes: [UInt8]
    let file: String
    let dialect: CSVDialect
    /// The cells of the header; empty where the file has none that can be read.
    private(set) var header: [RawField] = []
    private(set) var names: [String] = []
    private(set) var headerFault: Diagnostic?
    /// The offsets of the header, its line break not included.
    private(set) var headerRange = 0..<0

    private var offset: Int
    /// Records that begin here or behind are not read.
    private var end: Int
    private var line = 1
    private var lineStart: Int

    /// Reads the header. The dialect is recognised.
    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        offset = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        lineStart = offset
        end = bytes.count
        dialect = CSVDialect(recognisedIn: bytes, from: offset)
        var record = RawRecord()
        switch nextWithContent(into: &record) {
        case .record:
            header = record.fields
            headerRange = record.range
            names = header.map { $0.value.text(in: bytes) ?? "\u{fffd}" }
        case .faulty(let diagnostic): headerFault = diagnostic
        case nil:
            headerFault = Diagnostic(
                .fileEmpty, in: file, at: .start, "the file holds nothing",
                fix: "write a header line, then a line for each creator")
        }
    }

    mutating func next(into record: inout RawRecord) -> RecordOutcome? {
        guard !header.isEmpty, let outcome = nextWithContent(into: &record) else { return nil }
        guard case .record = outcome, record.fields.count != header.count else { return outcome }
        let index = min(header.count, record.fields.count - 1)
        return .faulty(
            Diagnostic(
                .csvCellCount, in: file, at: record.fields[index].position,
                "this row has \(counted(record.fields.count, "cell")), and the header has \(header.count)",
                fix: "give the row as many cells as the header; a cell that holds a delimiter needs quotes around it"))
    }

    /// Goes to a record that was read before, given where it begins.
    mutating func seek(to start: Int, line: Int) {
        (offset, self.line, lineStart) = (start, line, start)
    }

    private mutating func nextWithContent(into record: inout RawRecord) -> RecordOutcome? {
        while offset < end {
            if let fault = scanRecord(into: &record) { return .faulty(fault) }
            if !record.fields.allSatisfy({ $0.value.isBlank(in: bytes) }) { return .record }
        }
        return nil
    }

    // MARK: Parts

    /// A line break may stand in a cell, so the records are passed to find where the next part begins: quickly, where the
    /// line has no quote.
    func parts(ofByteCount byteCount: Int) -> [CSVReader] {
        var parts: [CSVReader] = []
        var reader = self
        while reader.offset < end {
            var part = reader
            let target = byteCount < end - reader.offset ? reader.offset + max(1, byteCount) : end
            reader.pass(to: target)
            part.end = reader.offset
            parts.append(part)
        }
        return parts
    }

    private mutating func pass(to target: Int) {
        var record = RawRecord()
        while offset < target {
            if !passPlainLine() { _ = scanRecord(into: &record) }
        }
    }

    /// Passes a line that has no quote; false, and nothing is passed, where it has one.
    private mutating func passPlainLine() -> Bool {
        let lineEnd = bytes.withUnsafeBufferPointer { bytes in
            var index = offset
            while index < bytes.count, bytes[index] != 0x0a, bytes[index] != 0x0d {
                if bytes[index] == UInt8(ascii: "\"") { return -1 }
                index += 1
            }
            return index
        }
        guard lineEnd >= 0 else { return false }
        offset = lineEnd
        passLineBreak()
        return true
    }

    // MARK: One record

    /// Reads cells up to the end of the record; nil where all is well.
    private mutating func scanRecord(into record: inout RawRecord) -> Diagnostic? {
        record.fields.removeAll(keepingCapacity: true)
        let start = offset
        record.position = position
        while true {
            let cellPosition = position
            let isQuoted = offset < bytes.count && bytes[offset] == UInt8(ascii: "\"")
            if isQuoted, let fault = faultOfQuotedCell(into: &record.fields, at: cellPosition) { return fault }
            if !isQuoted { scanBareCell(into: &record.fields, at: cellPosition) }
            guard offset < bytes.count, bytes[offset] == dialect.delimiter else { break }
            offset += 1
        }
        record.range = start..<offset
        passLineBreak()
        return nil
    }

    private mutating func scanBareCell(into fields: inout [RawField], at position: SourcePosition) {
        let start = offset
        var end = start
        let delimiter = dialect.delimiter
        while end < bytes.count {
            let byte = bytes[end]
            if byte == delimiter || byte == 0x0a || byte == 0x0d { break }
            end += 1
        }
        offset = end
        fields.append(RawField(name: fields.count, value: RawValue(.cell, start, end), position: position))
    }

    private mutating func faultOfQuotedCell(into fields: inout [RawField], at position: SourcePosition) -> Diagnostic? {
        let (opening, openingLineStart) = (offset, lineStart)
        offset += 1
        guard let isEscaped = passQuoted() else {
            resume(afterLineOf: opening, position.line, openingLineStart)
            return Diagnostic(
                .csvUnclosedQuote, in: file, at: position, "the quote that opens here is never closed",
                fix: "close it, or write a quote that is part of the text as \"\"")
        }
        let value = RawValue(.quotedCell, opening + 1, offset, isEscaped: isEscaped)
        offset += 1
        let isAtEnd =
            offset == bytes.count || bytes[offset] == dialect.delimiter || bytes[offset] == 0x0a || bytes[offset] == 0x0d
        guard isAtEnd else {
            let place = self.position
            resume(afterLineOf: opening, position.line, openingLineStart)
            return Diagnostic(
                .csvTextAfterQuote, in: file, at: place,
                "text follows the closing quote of the cell that begins at \(position.line):\(position.column)",
                fix: "write a quote that is part of the text as \"\", and put the whole cell between quotes")
        }
        fields.append(RawField(name: fields.count, value: value, position: position))
        return nil
    }

    /// Goes to the closing quote. Returns whether quotes are doubled on the way; nil where the file ends before.
    private mutating func passQuoted() -> Bool? {
        var isEscaped = false
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\"") {
                guard offset + 1 < bytes.count, bytes[offset + 1] == byte else { return isEscaped }
                isEscaped = true
                offset += 2
            } else if byte == 0x0a || byte == 0x0d {
                passLineBreak()
            } else {
                offset += 1
            }
        }
        return nil
    }

    // MARK: Lines

    private var position: SourcePosition { SourcePosition(line: line, column: offset - lineStart + 1) }

    private mutating func passLineBreak() {
        guard offset < bytes.count else { return }
        let isPair = bytes[offset] == 0x0d && offset + 1 < bytes.count && bytes[offset + 1] == 0x0a
        offset += isPair ? 2 : 1
        line += 1
        lineStart = offset
    }

    /// Goes on in the line after the one that holds `opening`.
    private mutating func resume(afterLineOf opening: Int, _ openingLine: Int, _ openingLineStart: Int) {
        (offset, line, lineStart) = (opening, openingLine, openingLineStart)
        while offset < bytes.count, bytes[offset] != 0x0a, bytes[offset] != 0x0d { offset += 1 }
        passLineBreak()
    }
}
