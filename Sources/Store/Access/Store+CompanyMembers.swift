public import Foundation
import GRDB
public import Marketplace

/// A member, as the owners of the company see them in a list.
public struct MemberListing: Hashable, Sendable {
    public let member: Member
    public let added: Date
    /// When they last signed in; nil where they never did.
    public let signedIn: Date?
    public let hasPassword: Bool
}

/// What an owner does with the members of the own company (SPEC A2). Whether who asks is still an owner is decided in the
/// transaction that acts; members of other companies are as unknown as those that nobody added.
extension Store {
    /// Those of one company, or of all; ordered by company, then by address, byte by byte.
    public func memberListings(of company: Slug? = nil) async throws -> [MemberListing] {
        try await read("list the members of") { db in
            let condition: SQL = company.map { "WHERE company = \($0.text)" } ?? ""
            let rows: SQLRequest<ListingRow> = """
                SELECT email, company, role, added, signed_in AS signedIn,
                    EXISTS (SELECT 1 FROM password WHERE password.email = member.email) AS hasPassword
                FROM member \(condition) ORDER BY company, email
                """
            return try rows.fetchAll(db).map { try $0.listing() }
        }
    }

    /// Makes a person a member of the owner's company.
    ///
    /// - Precondition: the member is of the owner's company.
    /// - Throws: `MembershipError` where the address is none, is a member's of any company, or who asks is no owner;
    ///   `StoreError`.
    public func add(_ member: Member, by owner: Member, now: Date) async throws {
        precondition(member.company == owner.company, "an owner adds members to the own company")
        guard ContactChannel.email.accepts(member.email) else { throw MembershipError.noAddress(member.email) }
        try await write("add a member to") { db in
            try Self.requireOwner(owner, db)
            try MemberRow.insert(member, at: now, db)
        }
    }

    /// Changes what a member of the owner's company may do.
    ///
    /// - Throws: `MembershipError` where the member is unknown or the last owner, or who asks is no owner; `StoreError`.
    public func changeRole(of email: String, to role: Member.Role, by owner: Member) async throws {
        try await write("change a member of") { db in
            let member = try Self.colleague(email, of: owner, db)
            if role != .owner { try Self.requireAnotherOwner(than: member, db) }
            try db.execute(literal: "UPDATE member SET role = \(role.rawValue) WHERE email = \(member.email)")
        }
    }

    /// Takes a member out of the owner's company and ends everything that lets them in. What they sent stays.
    ///
    /// - Throws: as for `changeRole`.
    public func removeMember(email: String, by owner: Member) async throws {
        try await write("remove a member from") { db in
            let member = try Self.colleague(email, of: owner, db)
            try Self.requireAnotherOwner(than: member, db)
            try MemberRow.delete(member, db)
        }
    }

    /// Makes a link that signs a member of the owner's company in, once.
    ///
    /// - Returns: the secret, shown this once.
    /// - Throws: `MembershipError` where the member is unknown, or who asks is no owner; `StoreError`.
    public func createSignInLink(
        for email: String, by owner: Member, expires: Date, secret: Secret = Secret(.signInLink)
    ) async throws -> Secret {
        try await write("make a sign-in link in") { db in
            let member = try Self.colleague(email, of: owner, db)
            try Self.insert(link: secret, for: member, expires: expires, db)
            return secret
        }
    }

    private static func requireOwner(_ owner: Member, _ db: Database) throws {
        let current = try MemberRow.find(db, email: owner.email)
        guard let current, current.role == .owner, current.company == owner.company else {
            throw MembershipError.notAnOwner(email: owner.email)
        }
    }

    private static func colleague(_ email: String, of owner: Member, _ db: Database) throws -> Member {
        try requireOwner(owner, db)
        let member = try MemberRow.require(db, email: email)
        guard member.company == owner.company else { throw MembershipError.unknownMember(email: member.email) }
        return member
    }

    private static func requireAnotherOwner(than member: Member, _ db: Database) throws {
        let others: SQLRequest<Int> = """
            SELECT COUNT(*) FROM member
            WHERE company = \(member.company.text) AND role = \(Member.Role.owner.rawValue) AND email <> \(member.email)
            """
        guard try others.fetchOne(db) ?? 0 > 0 else { throw MembershipError.lastOwner(email: member.email) }
    }
}

/// A row of `member` with what else a list says.
private struct ListingRow: Decodable, FetchableRecord {
    let email: String
    let company: String
    let role: String
    let added: Int64
    let signedIn: Int64?
    let hasPassword: Bool

    func listing() throws -> MemberListing {
        MemberListing(
            member: try MemberRow(email: email, company: company, role: role).member(), added: Date(milliseconds: added),
            signedIn: signedIn.map(Date.init(milliseconds:)), hasPassword: hasPassword)
    }
}
