extension RawValue {
    /// Whether nothing was told: null, or nothing but spaces, tabs and line breaks.
    func isBlank(in bytes: [UInt8]) -> Bool {
        switch kind {
        case .null: return true
        case .cell, .quotedCell, .string:
            for index in start..<end where !Self.isSpace(bytes[index]) { return false }
            return true
        case .number, .yes, .no, .list, .object: return false
        }
    }

    /// The same value without the spaces around it. Escaped spaces stay.
    func trimmed(in bytes: [UInt8]) -> RawValue {
        var (start, end) = (start, end)
        while start < end, Self.isSpace(bytes[start]) { start += 1 }
        while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
        return RawValue(kind, start, end, isEscaped: isEscaped)
    }

    /// What the value says, quotes and escapes resolved; numbers and flags as they are written.
    /// Nil where the bytes are not UTF-8.
    func text(in bytes: [UInt8]) -> String? {
        guard isEscaped else {
            return bytes.withUnsafeBufferPointer { bytes in
                String(validating: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
            }
        }
        switch kind {
        case .quotedCell: return String(validating: undoubled(in: bytes), as: UTF8.self)
        case .string: return String(validating: JSONText.unescaped(bytes, from: start, to: end), as: UTF8.self)
        default: return String(validating: bytes[start..<end], as: UTF8.self)
        }
    }

    private func undoubled(in bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(end - start)
        var index = start
        while index < end {
            result.append(bytes[index])
            index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
        }
        return result
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
}
