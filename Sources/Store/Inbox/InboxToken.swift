import Foundation

/// The last part of a link to an inbox: 12 characters that find it, and 32 (192 bits) that prove the link.
///
/// Printing one shows nothing; `text` has to be asked for.
public struct InboxToken: Hashable, Sendable {
    /// Base64url (RFC 4648 §5), 44 characters.
    public let text: String
    let selector: String
    let tag: [UInt8]

    static let selectorByteCount = 9
    static let tagByteCount = 24
    private static let selectorLength = 12
    private static let length = 44

    init(selector: String, tag: [UInt8]) {
        (self.selector, self.tag) = (selector, tag)
        text = selector + Self.encoded(tag)
    }

    /// Nil where `text` cannot be one.
    public init?(_ text: String) {
        guard text.utf8.count == Self.length,
            text.utf8.allSatisfy({ UInt8(ascii: "-") == $0 || UInt8(ascii: "_") == $0 || Self.isAlphanumeric($0) })
        else { return nil }
        let standard = text.replacing("-", with: "+").replacing("_", with: "/")
        guard let bytes = Data(base64Encoded: standard) else { return nil }
        self.text = text
        selector = String(text.prefix(Self.selectorLength))
        tag = Array(bytes.dropFirst(Self.selectorByteCount))
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }

    /// A new selector: random, so that it tells nothing of whose inbox it finds.
    static func newSelector() -> String {
        var generator = SystemRandomNumberGenerator()
        return encoded((0..<selectorByteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    private static func encoded(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
    }

    /// Takes the same time wherever the two differ.
    func proves(_ tag: [UInt8]) -> Bool {
        guard tag.count == self.tag.count else { return false }
        return zip(tag, self.tag).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension InboxToken: CustomStringConvertible, CustomReflectable {
    public var description: String { "inbox_…" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
