import Foundation

/// A password in the one form in which it is compared: NFKC (NIST SP 800-63B §5.1.1.2), so that a letter typed on another
/// keyboard is the same letter. Case and white space count.
///
/// Printing one, alone or inside another value, shows nothing of it.
public struct Password: Sendable {
    /// UTF-8; never empty.
    let bytes: [UInt8]
    /// Code points, each of which counts as a character.
    let characterCount: Int

    /// Bytes of the longest, as it was typed. What is longer could only keep the server busy.
    public static let longestByteCount = 1_024

    /// Nil where the text is empty or too long.
    init?(_ typed: String) {
        guard !typed.isEmpty, typed.utf8.count <= Self.longestByteCount else { return nil }
        let normal = typed.precomposedStringWithCompatibilityMapping
        bytes = Array(normal.utf8)
        characterCount = normal.unicodeScalars.count
    }

    /// The text in lower case, for looking it up among the common ones.
    var folded: String { String(decoding: bytes, as: UTF8.self).lowercased() }
}

extension Password: CustomStringConvertible, CustomReflectable {
    /// Nothing of the password.
    public var description: String { "password" }
    /// Nothing of the password.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
