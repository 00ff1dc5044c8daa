import Crypto
import CryptoExtras
import Foundation

/// What the store keeps of a password: a salted key by scrypt, with the parameters that it was derived with.
struct PasswordHash: Hashable, Sendable {
    let parameters: ScryptParameters
    private let salt: [UInt8]
    private let key: [UInt8]

    private static let saltLength = 16
    private static let keyLength = 32
    private static let name = "scrypt"

    /// Derives a new one, under a salt of its own.
    ///
    /// - Complexity: takes the time and the memory that the parameters ask for; see `PasswordWork`.
    init(_ password: Password, parameters: ScryptParameters) throws {
        salt = Self.randomBytes(Self.saltLength)
        self.parameters = parameters
        key = try Self.key(of: password, salt: salt, parameters)
    }

    /// One that was made of nothing: whatever is compared with it differs, and takes its time.
    init(decoyWith parameters: ScryptParameters) {
        (salt, key) = (Self.randomBytes(Self.saltLength), Self.randomBytes(Self.keyLength))
        self.parameters = parameters
    }

    private static func randomBytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// Whether it was made of this password. Takes as long for a wrong one as for the right one.
    func holds(for password: Password) throws -> Bool {
        // Two symmetric keys are compared in constant time.
        try SymmetricKey(data: Self.key(of: password, salt: salt, parameters)) == SymmetricKey(data: key)
    }

    static func key(of password: Password, salt: [UInt8], _ parameters: ScryptParameters) throws -> [UInt8] {
        try KDF.Scrypt.deriveKey(
            from: password.bytes, salt: salt, outputByteCount: keyLength, rounds: 1 << parameters.costExponent,
            blockSize: parameters.blockSize, parallelism: parameters.parallelism
        ).withUnsafeBytes { Array($0) }
    }

    // MARK: As text

    /// "$scrypt$ln=15,r=8,p=3$SALT$KEY", both in base64 without padding (the PHC string format).
    var text: String {
        "$\(Self.name)$\(parameters.text)$\(Self.base64(salt))$\(Self.base64(key))"
    }

    /// Reads the text form; nil where `text` is none.
    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == Self.name, let parameters = ScryptParameters(parts[2]),
            let salt = Self.bytes(parts[3]), salt.count == Self.saltLength, let key = Self.bytes(parts[4]),
            key.count == Self.keyLength
        else { return nil }
        (self.parameters, self.salt, self.key) = (parameters, salt, key)
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("=", with: "")
    }

    private static func bytes(_ text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map(Array.init)
    }
}
