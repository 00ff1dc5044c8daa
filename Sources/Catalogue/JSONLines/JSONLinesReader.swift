import Foundation

/// Reads the records of a JSON Lines file: one object a line, in UTF-8, in one linear pass.
///
/// Lines of space only are passed over. A line that is no object, or has a key twice, is told and skipped. Nested
/// values are read as they are; whether they may stand there is for others to say.
struct JSONLinesReader: RecordReader {
    let bytes: [UInt8]
    let file: String
    var names: [String] { interned.all }

    private var interned = FieldNames()
    /// For each name the number of the last record that had it.
    private var lastSeen: [Int] = []
    private var recordCount = 0
    private var offset: Int
    /// Behind the last line to read.
    private var end: Int
    private var line = 0

    /// - Parameter lineCount: the lines of the file before these bytes.
    init(_ bytes: [UInt8], file: String, behind lineCount: Int = 0) {
        self.bytes = bytes
        self.file = file
        line = lineCount
        offset = lineCount == 0 && bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        end = bytes.count
    }

    func parts(ofByteCount byteCount: Int) -> [JSONLinesReader] {
        var parts: [JSONLinesReader] = []
        var part = self
        while part.offset < end {
            let start = part.offset
            part.end = byteCount < end - start ? start + max(1, byteCount) : end
            while part.end < end, bytes[part.end - 1] != 0x0a { part.end += 1 }
            parts.append(part)
            part.line += Self.lineFeedCount(bytes, in: start..<part.end)
            part.offset = part.end
        }
        return parts
    }

    /// The lines of the file up to the end of the part, where nothing of it was read.
    var lineCount: Int { line + Self.lineFeedCount(bytes, in: offset..<end) }

    private static func lineFeedCount(_ bytes: [UInt8], in range: Range<Int>) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var count = 0
            for index in range where bytes[index] == 0x0a { count += 1 }
            return count
        }
    }

    mutating func next(into record: inout RawRecord) -> RecordOutcome? {
        while offset < end {
            let lineStart = offset
            line += 1
            var scanner = JSONScanner(bytes, from: offset, to: end)
            scanner.passSpace()
            if scanner.byte == 0x0a {
                offset = scanner.offset + 1
                continue
            }
            let start = scanner.offset
            record.fields.removeAll(keepingCapacity: true)
            record.position = SourcePosition(line: line, column: start - lineStart + 1)
            do throws(JSONFault) {
                try scan(&scanner, into: &record, lineStart)
                offset = scanner.offset + 1
                return .record
            } catch {
                return .faulty(passLine(error, from: scanner.offset, lineStart))
            }
        }
        return nil
    }

    /// A line that is not read yet.
    struct Line {
        /// Its line break not included.
        let range: Range<Int>
        let number: Int
    }

    /// The next line, whatever is in it; nil behind the last.
    var nextLine: Line? {
        guard offset < end else { return nil }
        let length = bytes[offset..<end].withUnsafeBytes { source in
            source.baseAddress.flatMap { start in memchr(start, 0x0a, source.count).map { UnsafeRawPointer($0) - start } }
        }
        return Line(range: offset..<(length.map { offset + $0 } ?? end), number: line + 1)
    }

    /// Goes behind the next line without reading it.
    mutating func pass(_ next: Line) { (offset, line) = (next.range.upperBound + 1, next.number) }

    /// Goes to a record that was read before, given where it begins.
    mutating func seek(to start: Int, line: Int) {
        (offset, self.line) = (start, line - 1)
    }

    private mutating func scan(_ scanner: inout JSONScanner, into record: inout RawRecord, _ lineStart: Int) throws(JSONFault) {
        let start = scanner.offset
        recordCount += 1
        guard scanner.pass(UInt8(ascii: "{")) else { throw scanner.unexpected("'{'") }
        if scanner.byte != UInt8(ascii: "}") {
            repeat {
                let key = try scanner.key()
                let name = try number(of: key)
                let position = SourcePosition(line: line, column: scanner.offset - lineStart + 1)
                record.fields.append(RawField(name: name, value: try scanner.value(), position: position))
            } while scanner.pass(UInt8(ascii: ","))
        }
        guard scanner.byte == UInt8(ascii: "}") else { throw scanner.unexpected("',' or '}'") }
        scanner.offset += 1
        record.range = start..<scanner.offset
        scanner.passSpace()
        guard scanner.byte == 0x0a else {
            throw JSONFault(
                offset: scanner.offset, message: "something follows the object", fix: "write one JSON object a line")
        }
    }

    private mutating func number(of key: RawValue) throws(JSONFault) -> Int {
        let number: Int
        if key.isEscaped {
            let spelled = JSONText.unescaped(bytes, from: key.start, to: key.end)
            number = interned.number(of: spelled, from: 0, to: spelled.count)
        } else {
            number = interned.number(of: bytes, from: key.start, to: key.end)
        }
        while lastSeen.count <= number { lastSeen.append(0) }
        guard lastSeen[number] != recordCount else {
            throw JSONFault(
                id: .jsonDuplicateKey, offset: key.start - 1,
                message: "the key \(interned.all[number].quoted) stands twice in this object", fix: "keep one of them")
        }
        lastSeen[number] = recordCount
        return number
    }

    private mutating func passLine(_ fault: JSONFault, from reached: Int, _ lineStart: Int) -> Diagnostic {
        offset = reached
        while offset < end, bytes[offset] != 0x0a { offset += 1 }
        offset += 1
        let position = SourcePosition(line: line, column: fault.offset - lineStart + 1)
        return Diagnostic(fault.id, in: file, at: position, fault.message, fix: fault.fix)
    }
}
