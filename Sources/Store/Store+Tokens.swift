public import Foundation
import GRDB
public import Marketplace

/// A key that a program signs in with, as its owner sees it in a list.
public struct AccessToken: Hashable, Sendable {
    /// Names it for revoking; tells nothing of the secret. A UUID in lower case.
    public let id: String
    /// The member whom it acts for.
    public let email: String
    /// What the member calls it.
    public let name: String
    public let created: Date
    /// When a program last sent it, to about a minute; nil where none has.
    public let used: Date?
}

extension Store {
    /// Makes a token that acts for a member until it is revoked.
    ///
    /// - Parameters:
    ///   - email: the member's address, in any case.
    ///   - name: what the member calls it; two may have one name.
    ///   - now: when it is made; kept for the list.
    ///   - id: what it will be revoked by.
    ///   - secret: the secret to use, of kind `.token`.
    /// - Returns: the secret. The store keeps its digest only, so this is the one time that it can be shown.
    /// - Throws: `MembershipError.unknownMember`, `StoreError`.
    @discardableResult
    public func createToken(
        for email: String, name: String, now: Date, id: UUID = UUID(), secret: Secret = Secret(.token)
    ) async throws -> Secret {
        precondition(secret.kind == .token, "a token has a secret of its own kind")
        return try await write("make a token in") { db in
            let member = try MemberRow.require(db, email: email)
            let id = id.uuidString.lowercased()
            try db.execute(
                literal: """
                    INSERT INTO token (id, digest, email, name, created)
                    VALUES (\(id), \(secret.digest), \(member.email), \(name), \(now.milliseconds))
                    """)
            return secret
        }
    }

    /// Whom a token acts for; nil where it is unknown or revoked.
    ///
    /// - Parameter now: noted as the token's last use, at most once a minute; nil notes nothing.
    public func member(ofToken token: Secret, usedAt now: Date? = nil) async throws -> Member? {
        let found = try await read("look a token up in") { db -> (member: Member, used: Int64?)? in
            guard
                let member = try MemberRow.fetch(
                    db,
                    """
                    SELECT member.email, member.company, member.role FROM member
                    JOIN token ON token.email = member.email
                    WHERE token.digest = \(token.digest)
                    """)
            else { return nil }
            let used: SQLRequest<Int64?> = "SELECT used FROM token WHERE digest = \(token.digest)"
            return (member, try used.fetchOne(db) ?? nil)
        }
        guard let found else { return nil }
        if let now { await note(use: token, of: .tokens, before: found.used, at: now) }
        return found.member
    }

    /// A member's tokens, oldest first; of nobody where there is no such member.
    public func tokens(of email: String) async throws -> [AccessToken] {
        try await read("list the tokens of") { db in
            let rows: SQLRequest<TokenRow> = """
                SELECT id, email, name, created, used FROM token WHERE email = \(email.lowercased()) ORDER BY created, id
                """
            return try rows.fetchAll(db).map(\.token)
        }
    }

    /// Ends a token of a member.
    ///
    /// - Returns: false where the member has no token with this id.
    @discardableResult
    public func revokeToken(id: String, of email: String) async throws -> Bool {
        try await write("revoke a token in") { db in
            try db.execute(literal: "DELETE FROM token WHERE id = \(id) AND email = \(email.lowercased())")
            return db.changesCount > 0
        }
    }
}

/// A row of `token`, without its digest.
private struct TokenRow: Decodable, FetchableRecord {
    let id: String
    let email: String
    let name: String
    let created: Int64
    let used: Int64?

    var token: AccessToken {
        AccessToken(
            id: id, email: email, name: name, created: Date(milliseconds: created), used: used.map(Date.init(milliseconds:)))
    }
}
