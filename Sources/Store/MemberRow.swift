import Foundation
import GRDB
import Marketplace

/// A row of `member`.
struct MemberRow: Decodable, FetchableRecord {
    let email: String
    let company: String
    let role: String

    /// - Throws: `StoreFault` where the row is none that Plaza wrote.
    func member() throws -> Member {
        guard let company = Slug(company), let role = Member.Role(rawValue: role) else {
            throw StoreFault(reason: .damaged, detail: "a row of 'member' has an unknown company or role")
        }
        return Member(email: email, company: company, role: role)
    }

    static func find(_ db: Database, email: String) throws -> Member? {
        try fetch(db, "SELECT email, company, role FROM member WHERE email = \(email.lowercased())")
    }

    static func require(_ db: Database, email: String) throws -> Member {
        guard let member = try find(db, email: email) else {
            throw MembershipError.unknownMember(email: email.lowercased())
        }
        return member
    }

    /// - Throws: `MembershipError.alreadyMember`.
    static func insert(_ member: Member, at now: Date, _ db: Database) throws {
        if let existing = try find(db, email: member.email) { throw MembershipError.alreadyMember(existing) }
        try db.execute(
            literal: """
                INSERT INTO member (email, company, role, added)
                VALUES (\(member.email), \(member.company.text), \(member.role.rawValue), \(now.milliseconds))
                """)
    }

    /// Their password, sessions, links and tokens go with the row: they refer to it, ON DELETE CASCADE.
    ///
    /// What waits in their name leaves the queue, and their picks go: they may be somebody else's member later.
    static func delete(_ member: Member, _ db: Database) throws {
        try Store.removeFromQueue(member: member, db)
        try db.execute(literal: "DELETE FROM pick WHERE member = \(member.email)")
        try db.execute(literal: "DELETE FROM member WHERE email = \(member.email)")
    }

    /// The one member that a request gives, if any.
    static func fetch(_ db: Database, _ request: SQL) throws -> Member? {
        try SQLRequest<MemberRow>(literal: request).fetchOne(db)?.member()
    }
}
