public import Foundation
import GRDB
public import Marketplace

/// What signing in gives.
public struct SignIn: Hashable, Sendable {
    /// For the cookie; it is nowhere else.
    public let session: Secret
    public let member: Member
    /// From when on the session no longer holds.
    public let expires: Date
}

extension Store {
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
        try await write("make a sign-in link in") { db in
            try Self.insert(link: secret, for: try MemberRow.require(db, email: email), expires: expires, db)
            return secret
        }
    }

    static func insert(link secret: Secret, for member: Member, expires: Date, _ db: Database) throws {
        precondition(secret.kind == .signInLink, "a sign-in link has a secret of its own kind")
        try db.execute(
            literal: """
                INSERT INTO sign_in_link (digest, email, expires)
                VALUES (\(secret.digest), \(member.email), \(expires.milliseconds))
                """)
    }

    /// Whom a link would sign in; nil where it is unknown, used up or expired. Changes nothing.
    public func member(ofSignInLink link: Secret, now: Date) async throws -> Member? {
        try await read("look a sign-in link up in") { try Self.holder(of: link, at: now, $0) }
    }

    /// Uses a link up and begins a session, in one transaction: of any number of attempts with one link, one succeeds.
    /// Links and sessions that have expired, of anybody, are removed on the way. For `linkFreedom` the session may set a
    /// password without the old one.
    ///
    /// - Parameters:
    ///   - device: what the member may know the session by in a list.
    ///   - clock: read when the write lock is held.
    ///   - sessionLifetime: seconds that the session holds.
    ///   - session: the secret to use, of kind `.session`.
    /// - Returns: nil where the link is unknown, used up or expired.
    /// - Throws: `StoreError`.
    public func redeem(
        signInLink link: Secret, device: String = "", now clock: @escaping Clock, sessionLifetime: TimeInterval,
        session: Secret = Secret(.session)
    ) async throws -> SignIn? {
        try await write("redeem a sign-in link in") { db in
            let now = clock().roundedDownToMillisecond
            try Self.removeExpired(at: now, db)
            guard let member = try Self.holder(of: link, at: now, db) else { return nil }
            try db.execute(literal: "DELETE FROM sign_in_link WHERE digest = \(link.digest)")
            let row = SessionRow(
                session, email: member.email, begun: now, lifetime: sessionLifetime, device: device,
                linkUntil: now.addingTimeInterval(Self.linkFreedom))
            try row.insert(digest: session.digest, db)
            return SignIn(session: session, member: member, expires: row.session.expires)
        }
    }

    /// Seconds after signing in by a link in which a password may be set without the old one.
    public static let linkFreedom: TimeInterval = 60 * 60

    static func removeExpired(at now: Date, _ db: Database) throws {
        try db.execute(literal: "DELETE FROM sign_in_link WHERE expires <= \(now.milliseconds)")
        try db.execute(literal: "DELETE FROM session WHERE expires <= \(now.milliseconds)")
    }

    /// The member whom a link that has not expired belongs to. As the kind is part of what is digested, a key of one kind
    /// is never found among those of another.
    private static func holder(of link: Secret, at now: Date, _ db: Database) throws -> Member? {
        try MemberRow.fetch(
            db,
            """
            SELECT member.email, member.company, member.role FROM member
            JOIN sign_in_link AS link ON link.email = member.email
            WHERE link.digest = \(link.digest) AND link.expires > \(now.milliseconds)
            """)
    }
}
