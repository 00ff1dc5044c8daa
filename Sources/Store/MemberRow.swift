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

    /// The one member that a request gives, if any.
    static func fetch(_ db: Database, _ request: SQL) throws -> Member? {
        try SQLRequest<MemberRow>(literal: request).fetchOne(db)?.member()
    }
}
