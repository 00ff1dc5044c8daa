public import Foundation
import GRDB
public import Marketplace

/// What a redeemed sign-in link gives.
public struct SignIn: Hashable, Sendable {
    /// For the cookie; it is nowhere else.
    public let session: Secret
    public let member: Member
    /// From when on the session no longer holds.
    public let expires: Date
}

extension Store {
    // MARK: Sign-in links

    /// Makes a link that signs a member in, once.
    ///
    /// - Parameters:
    ///   - email: the member's address, in any case.
    ///   - expires: from when on the link no longer works.
    ///   - secret: the secret to use, of kind `.signInLink`.
    /// - Returns: the secret. The store keeps its digest only, so this is the one time that it can be shown.
    /// - Throws: `MembershipError.unknownMember`, `StoreError`.
    @discardableResult
    public func createSignInLink(
        for email: String, expires: Date, secret: Secret = Secret(.signInLink)
    ) async throws -> Secret {
        precondition(secret.kind == .signInLink, "a sign-in link has a secret of its own kind")
        return try await write("make a sign-in link in") { db in
            let member = try MemberRow.require(db, email: email)
            try db.execute(
                literal: """
                    INSERT INTO sign_in_link (digest, email, expires)
                    VALUES (\(secret.digest), \(member.email), \(expires.milliseconds))
                    """)
            return secret
        }
    }

    /// Whom a link would sign in; nil where it is unknown, used up or expired. Changes nothing.
    public func member(ofSignInLink link: Secret, now: Date) async throws -> Member? {
        try await read("look a sign-in link up in") { try Self.holder(of: link, in: .signInLinks, at: now, $0) }
    }

    /// Uses a link up and begins a session, in one transaction: of any number of attempts with one link, one succeeds.
    /// Links and sessions that have expired, of anybody, are removed on the way.
    ///
    /// - Parameters:
    ///   - clock: read when the write lock is held.
    ///   - sessionLifetime: seconds that the session holds.
    ///   - session: the secret to use, of kind `.session`.
    /// - Returns: nil where the link is unknown, used up or expired.
    /// - Throws: `StoreError`.
    public func redeem(
        signInLink link: Secret, now clock: @escaping Clock, sessionLifetime: TimeInterval,
        session: Secret = Secret(.session)
    ) async throws -> SignIn? {
        precondition(session.kind == .session, "a session has a secret of its own kind")
        return try await write("redeem a sign-in link in") { db in
            let now = clock().roundedDownToMillisecond
            try db.execute(literal: "DELETE FROM sign_in_link WHERE expires <= \(now.milliseconds)")
            try db.execute(literal: "DELETE FROM session WHERE expires <= \(now.milliseconds)")
            guard let member = try Self.holder(of: link, in: .signInLinks, at: now, db) else { return nil }
            let expires = now.addingTimeInterval(sessionLifetime).roundedDownToMillisecond
            try db.execute(literal: "DELETE FROM sign_in_link WHERE digest = \(link.digest)")
            try db.execute(
                literal: """
                    INSERT INTO session (digest, email, expires)
                    VALUES (\(session.digest), \(member.email), \(expires.milliseconds))
                    """)
            return SignIn(session: session, member: member, expires: expires)
        }
    }

    // MARK: Sessions

    /// Who is signed in with this session; nil where it is unknown, ended or expired.
    public func member(ofSession session: Secret, now: Date) async throws -> Member? {
        try await read("look a session up in") { try Self.holder(of: session, in: .sessions, at: now, $0) }
    }

    /// Signs out. Nothing happens where there is no such session.
    public func endSession(_ session: Secret) async throws {
        try await write("end a session in") { db in
            try db.execute(literal: "DELETE FROM session WHERE digest = \(session.digest)")
        }
    }

    // MARK: Both

    private enum Keys {
        case signInLinks
        case sessions
    }

    /// The member whom a key that has not expired belongs to. As the kind is part of what is digested, a key of one kind
    /// is never found among those of the other.
    private static func holder(of key: Secret, in keys: Keys, at now: Date, _ db: Database) throws -> Member? {
        let table: SQL =
            switch keys {
            case .signInLinks: "sign_in_link"
            case .sessions: "session"
            }
        return try MemberRow.fetch(
            db,
            """
            SELECT member.email, member.company, member.role FROM member
            JOIN \(table) AS key ON key.email = member.email
            WHERE key.digest = \(key.digest) AND key.expires > \(now.milliseconds)
            """)
    }
}
