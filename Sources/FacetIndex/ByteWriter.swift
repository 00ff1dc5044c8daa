/// Writes the numbers and texts of the index's files (docs/index-format.md).
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    init() {}

    /// Has room for this many.
    init(byteCount: Int) { bytes.reserveCapacity(byteCount) }

    mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    /// Puts bytes in place of the first ones.
    mutating func replaceStart(with start: UnsafeRawBufferPointer) {
        bytes.withUnsafeMutableBytes { $0.copyMemory(from: start) }
    }

    /// LEB128.
    mutating func append(varint value: UInt64) {
        if value < 0x80 { return bytes.append(UInt8(truncatingIfNeeded: value)) }
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func append(count: Int) { append(varint: UInt64(count)) }

    /// A text behind its length.
    mutating func append(text: String) {
        append(count: text.utf8.count)
        append(text.utf8)
    }

    /// All low bytes, then all second bytes, and so on.
    mutating func append(planes numbers: some Sequence<Int>, width: Int) {
        for plane in 0..<width { append(numbers.lazy.map { UInt8(truncatingIfNeeded: $0 >> (8 * plane)) }) }
    }
}
