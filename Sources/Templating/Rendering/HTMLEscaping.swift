/// Escapes text for HTML by bytes, and so by code points: a quotation mark that carries a combining mark is one
/// `Character`, and ends an attribute all the same.
enum HTMLEscaping {
    /// A bit for each of `"`, `&`, `'`, `<` and `>`; all are below 64.
    private static let special: UInt64 = 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62

    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        var start = 0
        for index in bytes.indices {
            let byte = bytes[index]
            guard byte < 64, special >> UInt64(byte) & 1 == 1 else { continue }
            output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
            entity(of: byte).withUTF8Buffer { output.append($0) }
            start = index + 1
        }
        output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    private static func entity(of byte: UInt8) -> StaticString {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        default: "&#39;"
        }
    }
}
