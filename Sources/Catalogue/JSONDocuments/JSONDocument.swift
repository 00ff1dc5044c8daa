/// A file of JSON values that may stretch over many lines: one value, or several behind each other.
///
/// Values stay where they stand; numbers keep their exact bytes.
struct JSONDocument {
    let file: String
    /// The top-level values that could be read, in order.
    private(set) var values: [RawValue] = []
    /// Why others could not.
    private(set) var faults: [Diagnostic] = []
    /// The file with the line breaks between values as spaces, as the scanner ends at one.
    private let bytes: [UInt8]
    /// Offsets at which lines begin.
    private let lineStarts: [Int]

    /// Reads all values. Behind a fault it goes on at the next line that begins with a bracket.
    init(_ bytes: [UInt8], file: String) {
        self.file = file
        self.bytes = Self.unbroken(bytes)
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == 0x0a }.map { $0 + 1 }
        var scanner = JSONScanner(self.bytes, from: bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0, to: bytes.count)
        while true {
            Self.passSeparators(&scanner)
            guard scanner.offset < bytes.count else { break }
            do throws(JSONFault) {
                values.append(try scanner.value())
            } catch {
                faults.append(
                    Diagnostic(
                        error.id, in: file, at: position(at: error.offset), error.message,
                        fix: "check that the file was saved whole; what follows in other values is read"))
                guard let next = nextStart(behind: max(scanner.offset, error.offset)) else { break }
                scanner = JSONScanner(self.bytes, from: next, to: bytes.count)
            }
        }
    }

    /// Reads only the first value, to see what kind of file it is; nil where that can't be read.
    static func first(in bytes: [UInt8]) -> (document: JSONDocument, value: RawValue)? {
        let document = JSONDocument(firstOf: bytes)
        return document.values.first.map { (document, $0) }
    }

    private init(firstOf bytes: [UInt8]) {
        file = ""
        self.bytes = Self.unbroken(bytes)
        lineStarts = [0]
        var scanner = JSONScanner(self.bytes, from: bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0, to: bytes.count)
        scanner.passSpace()
        // What can't be read is no JSON, which the caller finds out by its absence.
        if let value = try? scanner.value() { values = [value] }
    }

    private static func passSeparators(_ scanner: inout JSONScanner) {
        scanner.passSpace()
        while scanner.pass(UInt8(ascii: ",")) {}
    }

    private func nextStart(behind offset: Int) -> Int? {
        lineStarts.first { start in
            guard start > offset else { return false }
            let first = bytes[start...].first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0d }
            // A closing bracket ends what was broken; a value begins with an opening one at the line's own start.
            return first == bytes[safe: start] && (first == UInt8(ascii: "{") || first == UInt8(ascii: "["))
        }
    }

    /// A line break is white space, but inside a text it is a fault, and stays to be found.
    private static func unbroken(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        var (isText, isEscaped) = (false, false)
        for index in bytes.indices {
            let byte = bytes[index]
            if isText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") || byte == 0x0a {
                    isText = false
                }
            } else if byte == UInt8(ascii: "\"") {
                isText = true
            } else if byte == 0x0a {
                result[index] = 0x20
            }
        }
        return result
    }

    // MARK: Looking at values

    func position(of value: RawValue) -> SourcePosition { position(at: value.outerRange.lowerBound) }

    private func position(at offset: Int) -> SourcePosition {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return SourcePosition(line: low + 1, column: offset - lineStarts[low] + 1)
    }

    /// The members of an object, in order; of a key that stands twice both.
    func members(of value: RawValue) -> [(key: String, value: RawValue)] {
        guard value.kind == .object else { return [] }
        var scanner = JSONScanner(bytes, from: value.start, to: value.end)
        var members: [(String, RawValue)] = []
        guard scanner.pass(UInt8(ascii: "{")), scanner.byte != UInt8(ascii: "}") else { return members }
        repeat {
            do throws(JSONFault) {
                let key = try scanner.key()
                members.append((key.text(in: bytes) ?? "", try scanner.value()))
            } catch {
                preconditionFailure("an object is only made a value after it was read without fault")
            }
        } while scanner.pass(UInt8(ascii: ","))
        return members
    }

    func items(of value: RawValue) -> [RawValue] { value.kind == .list ? value.items(in: bytes) : [] }

    func member(_ key: String, of value: RawValue) -> RawValue? { members(of: value).first { $0.key == key }?.value }

    /// What a text, number or flag says, trimmed; nil for anything else and where nothing is said.
    func text(of value: RawValue) -> String? {
        switch value.kind {
        case .list, .object, .null: return nil
        default:
            guard let text = value.text(in: bytes)?.trimmed, !text.isEmpty else { return nil }
            return text
        }
    }

    /// The value as it is written, without the white space inside it, on one line.
    func literal(of value: RawValue) -> String {
        switch value.kind {
        case .object:
            return "{" + members(of: value).map { Self.quoted($0.key) + ":" + literal(of: $0.value) }.joined(separator: ",")
                + "}"
        case .list: return "[" + items(of: value).map { literal(of: $0) }.joined(separator: ",") + "]"
        default: return String(decoding: bytes[value.outerRange], as: UTF8.self)
        }
    }

    static func quoted(_ text: String) -> String { String(decoding: JSONText.literal(text), as: UTF8.self) }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
