/// Why a JSON text is none.
struct JSONFault: Error {
    var id = DiagnosticID.jsonSyntax
    let offset: Int
    let message: String
    let fix: String
}

/// Walks over JSON values (RFC 8259, strictly) that stand on one line, and tells where they are.
///
/// A line break ends the text wherever it stands, so a fault never reaches into the next line. Escapes, surrogate
/// pairs included, are checked here and resolved by `JSONText` when they are wanted.
struct JSONScanner {
    let bytes: [UInt8]
    var offset: Int
    private let end: Int

    /// Deeper than any real record, and far from the end of the stack.
    static let depthLimit = 64

    init(_ bytes: [UInt8], from start: Int, to end: Int) {
        self.bytes = bytes
        self.offset = start
        self.end = end
    }

    /// The byte at hand; a line feed where the text is at its end.
    @inline(__always)
    var byte: UInt8 { offset < end ? bytes[offset] : 0x0a }

    @inline(__always)
    mutating func passSpace() {
        while byte == 0x20 || byte == 0x09 || byte == 0x0d { offset += 1 }
    }

    /// Passes the byte and the space after it, if it is at hand.
    @inline(__always)
    mutating func pass(_ wanted: UInt8) -> Bool {
        guard byte == wanted, offset < end else { return false }
        offset += 1
        passSpace()
        return true
    }

    /// Reads any value; the space after it is passed.
    mutating func value(depth: Int = 0) throws(JSONFault) -> RawValue {
        let start = offset
        let value: RawValue
        switch byte {
        case UInt8(ascii: "\""): return try string()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): value = try number()
        case UInt8(ascii: "t"): value = try word("true", .yes)
        case UInt8(ascii: "f"): value = try word("false", .no)
        case UInt8(ascii: "n"): value = try word("null", .null)
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            guard depth < Self.depthLimit else {
                throw JSONFault(offset: offset, message: "values are nested too deeply", fix: "write flat values")
            }
            let isList = byte == UInt8(ascii: "[")
            try isList ? passItems(depth) : passMembers(depth)
            return RawValue(isList ? .list : .object, start, lastEnd)
        default: throw unexpected("a value")
        }
        passSpace()
        return value
    }

    /// Where the last array or object ended, before the space that follows it.
    private var lastEnd = 0

    private mutating func passItems(_ depth: Int) throws(JSONFault) {
        _ = pass(UInt8(ascii: "["))
        if byte != UInt8(ascii: "]") {
            repeat { _ = try value(depth: depth + 1) } while pass(UInt8(ascii: ","))
        }
        try close(UInt8(ascii: "]"), "',' or ']'")
    }

    private mutating func passMembers(_ depth: Int) throws(JSONFault) {
        _ = pass(UInt8(ascii: "{"))
        if byte != UInt8(ascii: "}") {
            repeat {
                _ = try key()
                _ = try value(depth: depth + 1)
            } while pass(UInt8(ascii: ","))
        }
        try close(UInt8(ascii: "}"), "',' or '}'")
    }

    private mutating func close(_ bracket: UInt8, _ wanted: String) throws(JSONFault) {
        guard byte == bracket else { throw unexpected(wanted) }
        offset += 1
        lastEnd = offset
        passSpace()
    }

    /// Reads a name and the colon after it.
    mutating func key() throws(JSONFault) -> RawValue {
        guard byte == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
        let key = try string()
        guard pass(UInt8(ascii: ":")) else { throw unexpected("':'") }
        return key
    }

    private mutating func string() throws(JSONFault) -> RawValue {
        offset += 1
        let start = offset
        var isEscaped = false
        while offset < end {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\"") {
                offset += 1
                let value = RawValue(.string, start, offset - 1, isEscaped: isEscaped)
                passSpace()
                return value
            }
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                offset = try JSONText.endOfEscape(bytes, from: offset, to: end)
            } else if byte < 0x20 {
                break
            } else {
                offset += 1
            }
        }
        guard offset < end, bytes[offset] != 0x0a else {
            throw JSONFault(
                offset: start - 1, message: "the text that opens here is never closed", fix: "close it with a double quote")
        }
        throw JSONFault(
            offset: offset, message: "a control character stands in a text", fix: "write it as an escape, such as \\n or \\t")
    }

    private mutating func number() throws(JSONFault) -> RawValue {
        let start = offset
        if byte == UInt8(ascii: "-") { offset += 1 }
        let first = byte
        guard passDigits() else { throw unexpected("a digit") }
        if first == UInt8(ascii: "0"), offset - start > (bytes[start] == UInt8(ascii: "-") ? 2 : 1) {
            throw JSONFault(
                offset: start, message: "a number begins with a needless 0", fix: "leave the 0 out, or write a text")
        }
        if byte == UInt8(ascii: ".") {
            offset += 1
            guard passDigits() else { throw unexpected("a digit after the point") }
        }
        if byte | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { offset += 1 }
            guard passDigits() else { throw unexpected("a digit in the exponent") }
        }
        return RawValue(.number, start, offset)
    }

    private mutating func passDigits() -> Bool {
        let start = offset
        while isDigit(byte) { offset += 1 }
        return offset > start
    }

    private mutating func word(_ word: StaticString, _ kind: RawValue.Kind) throws(JSONFault) -> RawValue {
        let start = offset
        for index in 0..<word.utf8CodeUnitCount {
            guard byte == word.withUTF8Buffer({ $0[index] }) else {
                offset = start
                throw unexpected("a value")
            }
            offset += 1
        }
        return RawValue(kind, start, offset)
    }

    func unexpected(_ wanted: String) -> JSONFault {
        let found = offset < end && byte != 0x0a ? "something else" : "the end of the line"
        return JSONFault(
            offset: offset, message: "\(wanted) is missing here: \(found) follows", fix: "write one JSON object a line")
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
