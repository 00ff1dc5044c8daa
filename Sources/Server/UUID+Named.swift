import Crypto
import Foundation

extension UUID {
    /// A UUID that one name always gives (RFC 9562 §5.8, from SHA-256).
    init(namedBy name: String) {
        var bytes = Array(SHA256.hash(data: Data(name.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0f | 0x80
        bytes[8] = bytes[8] & 0x3f | 0x80
        self = bytes.withUnsafeBytes { $0.loadUnaligned(as: UUID.self) }
    }
}
