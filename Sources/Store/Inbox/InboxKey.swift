import Crypto
public import Foundation

/// What links to inboxes are signed with. It stands in a file of its own: the store alone opens no inbox, and the file
/// alone names none.
public struct InboxKey: Sendable {
    private let key: SymmetricKey

    private static let byteCount = 32

    /// A new one, which nobody has.
    public init() { key = SymmetricKey(size: .bits256) }

    private init(bytes: Data) { key = SymmetricKey(data: bytes) }

    /// Reads the key of a file; makes the file, for its owner only, where there is none.
    ///
    /// - Throws: `InboxKeyFailure` where the file holds no key or others may read it, and the system's error.
    public static func load(at url: URL) throws -> InboxKey {
        if !FileManager.default.fileExists(atPath: url.path) { try make(at: url) }
        var status = stat()
        guard stat(url.path, &status) == 0, status.st_mode & 0o077 == 0 else { throw InboxKeyFailure.openToOthers(url.path) }
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let bytes = Data(base64Encoded: text), bytes.count == byteCount else { throw InboxKeyFailure.noKey(url.path) }
        return InboxKey(bytes: bytes)
    }

    /// Writes it under another name first: a second process that does the same finds a whole key.
    private static func make(at url: URL) throws {
        let folder = url.deletingLastPathComponent()
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let bytes = InboxKey().key.withUnsafeBytes { Data($0) }
        let draft = url.path + "." + UUID().uuidString.lowercased() + ".new"
        let text = Data((bytes.base64EncodedString() + "\n").utf8)
        guard FileManager.default.createFile(atPath: draft, contents: text, attributes: [.posixPermissions: 0o600]) else {
            throw InboxKeyFailure.cannotWrite(url.path)
        }
        defer { try? FileManager.default.removeItem(atPath: draft) }  // it has its own name by now, or is litter
        do {
            try FileManager.default.linkItem(atPath: draft, toPath: url.path)
        } catch {
            guard FileManager.default.fileExists(atPath: url.path) else { throw error }
        }
    }

    /// The proof that a link was made here, for one inbox in one generation.
    func tag(selector: String, creatorKey: String, generation: Int64) -> [UInt8] {
        let name = Data("plaza inbox\n\(selector)\n\(creatorKey)\n\(generation)".utf8)
        return Array(HMAC<SHA256>.authenticationCode(for: name, using: key).prefix(InboxToken.tagByteCount))
    }
}

/// Why links to inboxes cannot be made or read.
public enum InboxKeyFailure: Error, Sendable, CustomStringConvertible {
    case openToOthers(String)
    case noKey(String)
    case cannotWrite(String)

    public var description: String {
        switch self {
        case .openToOthers(let path): "'\(path)' can be read by others, and it opens every inbox; run: chmod 600 '\(path)'"
        case .noKey(let path):
            "'\(path)' holds no key of links to inboxes; put the file of your backup back. Without one, take it away: a new key is "
                + "made, and links that were sent before no longer work."
        case .cannotWrite(let path): "cannot write '\(path)', which keeps links to inboxes secret; make room or rights."
        }
    }
}
