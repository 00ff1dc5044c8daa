import Crypto
import Foundation
import GRDB

/// What is kept of somebody who was erased: enough to know the username again, too little to read it from.
struct ErasureMark: Sendable {
    private let salt: String

    init(_ db: Database) throws {
        salt = try String.fetchOne(db, sql: "SELECT salt FROM erasure_salt") ?? ""
    }

    /// The salt, which is made at the first erasure.
    static func salted(_ db: Database) throws -> ErasureMark {
        let count = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM erasure_salt") ?? 0
        if count == 0 {
            let salt = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0).base64EncodedString() }
            try db.execute(literal: "INSERT INTO erasure_salt (salt) VALUES (\(salt))")
        }
        return try ErasureMark(db)
    }

    /// The mark of a folded username: HMAC-SHA-256 under the site's salt, in hexadecimal.
    func text(of key: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data(key.utf8), using: SymmetricKey(data: Data(salt.utf8)))
        return code.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// Whether somebody of this folded username was erased.
    func holds(for key: String, _ db: Database) throws -> Bool {
        guard !salt.isEmpty else { return false }
        let count: SQLRequest<Int> = "SELECT COUNT(*) FROM erasure WHERE mark = \(text(of: key))"
        return try count.fetchOne(db) ?? 0 > 0
    }
}
