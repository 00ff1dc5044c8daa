/// Reads what `ByteWriter` wrote, and refuses what it cannot have written.
struct ByteReader<Bytes: RandomAccessCollection<UInt8>> where Bytes.SubSequence == Bytes {
    private var rest: Bytes

    init(_ bytes: Bytes) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    /// - Throws: `IndexDamage` where the bytes end early.
    mutating func bytes(_ count: Int) throws(IndexDamage) -> Bytes {
        guard count >= 0, rest.count >= count else { throw IndexDamage("ends early") }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    /// - Throws: `IndexDamage` for a number that ends early or has more than 64 bits.
    mutating func varint() throws(IndexDamage) -> UInt64 {
        var (value, shift): (UInt64, UInt64) = (0, 0)
        while let byte = rest.popFirst() {
            guard shift < 63 || byte <= 1 else { throw IndexDamage("holds a number that is too large") }
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw IndexDamage("ends early")
    }

    /// - Throws: `IndexDamage` for a number above `limit`.
    mutating func count(upTo limit: Int) throws(IndexDamage) -> Int {
        let value = try varint()
        guard value <= UInt64(limit) else { throw IndexDamage("holds a number that is too large") }
        return Int(value)
    }

    /// - Throws: `IndexDamage` where there is no text.
    mutating func text() throws(IndexDamage) -> String {
        let bytes = try bytes(count(upTo: rest.count))
        guard let text = String(validating: bytes, as: UTF8.self) else { throw IndexDamage("holds text that is no UTF-8") }
        return text
    }
}

extension ByteReader<ArraySlice<UInt8>> {
    init(_ bytes: [UInt8]) { self.init(bytes[...]) }
}

/// A file of the index that is not as a build writes it: damaged, cut short, or another program's.
public struct IndexDamage: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with the file; a predicate.
    public let reason: String

    /// - Parameter reason: a predicate, such as "is of another market".
    public init(_ reason: String) { self.reason = reason }

    public var description: String { "the index \(reason); build the site with --clean to make it anew" }
}
