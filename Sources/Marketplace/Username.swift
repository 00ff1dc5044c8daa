/// A creator's account name, as written by its source and without the leading "@".
///
/// 1 to 64 of the ASCII letters, digits, ".", "_" and "-", and neither "." nor "..", so that it can name a file and
/// stand in an address as it is. Order is byte by byte; two names that differ in case only are the same account.
public struct Username: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    /// Nil where `text` is no username.
    public init?(_ text: String) {
        let bytes = text.utf8
        guard (1...64).contains(bytes.count), text != ".", text != "..", bytes.allSatisfy(Self.allows) else { return nil }
        self.text = text
    }

    public var description: String { text }

    /// The form in which equal accounts are equal, whatever their case.
    public var folded: String { text.lowercased() }

    public static func < (a: Self, b: Self) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }

    private static func allows(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
