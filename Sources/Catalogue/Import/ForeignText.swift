/// The bytes of a file that is imported, as UTF-8, whatever it was saved in.
struct ForeignText {
    let bytes: [UInt8]
    /// What was assumed, if anything.
    let note: Diagnostic?

    /// Decodes UTF-16 behind a byte order mark. Elsewhere every byte that belongs to no UTF-8 sequence is read as
    /// Windows-1252: a file that mixes both keeps the names that are right.
    ///
    /// - Throws: `ImportUsageError` where the file is UTF-32 or ends inside a character.
    init(_ bytes: [UInt8], file: String) throws(ImportUsageError) {
        if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
            self.bytes = try Self.utf16(bytes, file)
            note = Diagnostic(.importEncoding, in: file, at: .start, severity: .note, "the file is read as UTF-16")
            return
        }
        guard let first = UTF8Fault.firstInvalidByte(in: bytes[...]) else {
            (self.bytes, note) = (bytes, nil)
            return
        }
        self.bytes = Self.repaired(bytes)
        let before = bytes[..<first]
        let line = Self.lineCount(before) + 1
        let column = first - (before.lastIndex { $0 == 0x0a || $0 == 0x0d } ?? -1)
        note = Diagnostic(
            .importEncoding, in: file, at: SourcePosition(line: line, column: column), severity: .note,
            "the file is not UTF-8 (first in line \(line)): what is not is read as Windows-1252",
            fix: "save the file as UTF-8 if names look wrong")
    }

    private static func lineCount(_ bytes: ArraySlice<UInt8>) -> Int {
        var count = 0
        for index in bytes.indices {
            let isPairEnd = bytes[index] == 0x0a && index > bytes.startIndex && bytes[index - 1] == 0x0d
            if bytes[index] == 0x0d || (bytes[index] == 0x0a && !isPairEnd) { count += 1 }
        }
        return count
    }

    private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        var index = 0
        while index < bytes.count {
            let length = UTF8Fault.sequenceLength(in: bytes[...], at: index)
            if length > 0 {
                result.append(contentsOf: bytes[index..<(index + length)])
            } else {
                result.append(contentsOf: String(windows1252(bytes[index])).utf8)
            }
            index += max(1, length)
        }
        return result
    }

    /// The character of a byte from 0x80 on (WHATWG Encoding, index windows-1252); the five free ones are unknown.
    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        let high: [UInt32] = [
            0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd,
            0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
            0x0153, 0xfffd, 0x017e, 0x0178,
        ]
        guard (0x80...0x9f).contains(byte) else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(high[Int(byte - 0x80)]) ?? "\u{fffd}"
    }

    private static func utf16(_ bytes: [UInt8], _ file: String) throws(ImportUsageError) -> [UInt8] {
        let isLittle = bytes[0] == 0xff
        guard bytes.count.isMultiple(of: 2), !bytes.starts(with: [0xff, 0xfe, 0, 0]) else {
            throw ImportUsageError("\(file) is neither UTF-8 nor UTF-16", fix: "save it as UTF-8", isFaultOfFile: true)
        }
        let units = stride(from: 2, to: bytes.count, by: 2).map { index in
            isLittle
                ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8 : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
