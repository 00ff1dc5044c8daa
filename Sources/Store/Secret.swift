import Crypto
import Foundation

/// What opens a door: 256 random bits, shown once to whom they are for. The store keeps a digest only.
///
/// Printing one, alone or inside another value, shows its kind and nothing more; `text` has to be asked for.
public struct Secret: Hashable, Sendable {
    /// What it opens. The raw value begins the text form.
    public enum Kind: String, CaseIterable, Sendable, Hashable {
        /// Begins a session, once.
        case signInLink = "link"
        /// Stands in the cookie of a browser.
        case session = "session"
        /// Is sent by a program with every request.
        case token = "plaza"
    }

    public let kind: Kind
    /// The kind, "_", and 43 characters of base64url (RFC 4648 §5) without padding.
    public let text: String

    private static let byteCount = 32
    private static let bodyLength = 43

    /// A new one.
    ///
    /// - Parameter generator: where the bits come from; it has to be one that nobody can predict.
    public init(_ kind: Kind, using generator: inout some RandomNumberGenerator) {
        let bytes = (0..<Self.byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        self.init(kind, bytes: bytes)
    }

    /// A new one, from the system's generator.
    public init(_ kind: Kind) {
        var generator = SystemRandomNumberGenerator()
        self.init(kind, using: &generator)
    }

    /// Reads the text form; nil where `text` is none.
    public init?(_ text: String) {
        guard let kind = Kind.allCases.first(where: { text.hasPrefix($0.rawValue + "_") }) else { return nil }
        let body = String(text.dropFirst(kind.rawValue.count + 1))
        guard body.utf8.count == Self.bodyLength, let bytes = Self.bytes(of: body) else { return nil }
        self.init(kind, bytes: bytes)
        // The last character has two bits to spare: one secret has one text.
        guard self.text == text else { return nil }
    }

    private init(_ kind: Kind, bytes: [UInt8]) {
        self.kind = kind
        let body = Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        text = kind.rawValue + "_" + body
    }

    private static func bytes(of body: String) -> [UInt8]? {
        guard body.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "/") }) else { return nil }
        let standard = body.replacing("-", with: "+").replacing("_", with: "/") + "="
        return Data(base64Encoded: standard).map(Array.init)
    }

    /// What the store knows it by: SHA-256 of the text, in lower-case hexadecimal. As the secret is random through and
    /// through, nothing slower is needed to keep the digest from being turned back.
    var digest: String { SHA256.hash(data: Data(text.utf8)).hexadecimal }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind, without the secret.
    public var description: String { "\(kind.rawValue)_…" }
    /// The kind, without the secret.
    public var debugDescription: String { description }
    /// Shows no part, so that a dump has nothing to print.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
