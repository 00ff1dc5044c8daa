import Crypto
import Foundation

/// 64 bits that tell contents apart: the beginning of a SHA-256. Two different contents of one page agree by chance once in
/// 18 billion billion changes.
typealias Fingerprint = UInt64

/// Gathers values, each so that it cannot be taken for its neighbour, and makes one fingerprint of them.
struct FingerprintBytes {
    private var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(512) }

    mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: Int64(truncatingIfNeeded: number)) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    /// Nothing is told apart from every value.
    mutating func append(_ number: (some FixedWidthInteger)?) {
        append(number != nil)
        if let number { append(number) }
    }

    mutating func append(contentsOf content: some Sequence<UInt8>) { bytes.append(contentsOf: content) }

    /// Of what was gathered.
    var fingerprint: Fingerprint { Self.fingerprint(of: bytes) }

    static func fingerprint(of bytes: some ContiguousBytes) -> Fingerprint {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return hash.finalize().withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
    }
}
