import Crypto

/// What tells a file's content from any other that stood at its place: the first four bytes of its SHA-256.
struct WireName: Hashable, Sendable {
    let bytes: [UInt8]

    init(of content: [UInt8]) { bytes = Array(SHA256.hash(data: content).prefix(4)) }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Stands where there is no file.
    static let none = WireName(bytes: [0, 0, 0, 0])

    /// Eight lower-case hexadecimal digits.
    var text: String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

/// FNV-1a, 32 bits (Fowler, Noll, Vo), over the UTF-8 of a text.
enum FNV {
    static func hash(_ text: String) -> UInt32 {
        text.utf8.reduce(0x811c_9dc5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    }
}
