/// The escapes of JSON texts (RFC 8259 §7).
enum JSONText {
    /// The offset behind the escape that begins with the backslash at `start`; a surrogate pair is one escape.
    static func endOfEscape(_ bytes: [UInt8], from start: Int, to end: Int) throws(JSONFault) -> Int {
        guard start + 1 < end else { throw unknown(start) }
        switch bytes[start + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return start + 2
        case UInt8(ascii: "u"):
            guard let unit = codeUnit(bytes, at: start + 2, to: end) else { throw unknown(start) }
            guard isSurrogate(unit) else { return start + 6 }
            guard unit < 0xdc00, start + 8 <= end, bytes[start + 6] == UInt8(ascii: "\\"),
                bytes[start + 7] == UInt8(ascii: "u"),
                let low = codeUnit(bytes, at: start + 8, to: end), (0xdc00...0xdfff).contains(low)
            else {
                throw JSONFault(
                    offset: start, message: "half of a surrogate pair is no character",
                    fix: "write the character itself, or both halves")
            }
            return start + 12
        default: throw unknown(start)
        }
    }

    /// The bytes of the text with its escapes resolved; they were checked when it was scanned.
    static func unescaped(_ bytes: [UInt8], from start: Int, to end: Int) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(end - start)
        var index = start
        while index < end {
            var runEnd = index
            while runEnd < end, bytes[runEnd] != UInt8(ascii: "\\") { runEnd += 1 }
            result.append(contentsOf: bytes[index..<runEnd])
            index = runEnd
            guard index + 1 < end else { break }
            switch bytes[index + 1] {
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0c)
            case UInt8(ascii: "n"): result.append(0x0a)
            case UInt8(ascii: "r"): result.append(0x0d)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "u"):
                let (scalar, length) = scalar(bytes, at: index, to: end)
                result += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                index += length
                continue
            case let byte: result.append(byte)
            }
            index += 2
        }
        return result
    }

    private static func scalar(_ bytes: [UInt8], at start: Int, to end: Int) -> (Unicode.Scalar, length: Int) {
        let high = codeUnit(bytes, at: start + 2, to: end) ?? 0xfffd
        guard isSurrogate(high), let low = codeUnit(bytes, at: start + 8, to: end) else {
            return (Unicode.Scalar(high) ?? "\u{fffd}", 6)
        }
        return (Unicode.Scalar(0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff)) ?? "\u{fffd}", 12)
    }

    private static func codeUnit(_ bytes: [UInt8], at start: Int, to end: Int) -> UInt32? {
        guard start + 4 <= end else { return nil }
        var unit: UInt32 = 0
        for byte in bytes[start..<(start + 4)] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        return unit
    }

    private static func isSurrogate(_ unit: UInt32) -> Bool { (0xd800...0xdfff).contains(unit) }

    private static func unknown(_ offset: Int) -> JSONFault {
        JSONFault(offset: offset, message: "a backslash begins no known escape", fix: "write \\\\ for a backslash")
    }

    /// The text as a JSON string, quotes included.
    static func literal(_ text: String) -> [UInt8] {
        var result: [UInt8] = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): result += Array("\\\"".utf8)
            case UInt8(ascii: "\\"): result += Array("\\\\".utf8)
            case 0x0a: result += Array("\\n".utf8)
            case 0x0d: result += Array("\\r".utf8)
            case 0x09: result += Array("\\t".utf8)
            case 0..<0x20:
                let hex = String(byte, radix: 16)
                result += Array(("\\u00" + (hex.utf8.count == 1 ? "0" : "") + hex).utf8)
            default: result.append(byte)
            }
        }
        result.append(UInt8(ascii: "\""))
        return result
    }
}
