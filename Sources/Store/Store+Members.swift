public import Foundation
import GRDB
public import Marketplace

extension Store {
    /// Makes a person a member of a company.
    ///
    /// - Parameter now: when; kept for the record.
    /// - Throws: `MembershipError` where the address is none, or belongs to a member of any company; `StoreError`.
    public func add(_ member: Member, now: Date) async throws {
        guard ContactChannel.email.accepts(member.email) else { throw MembershipError.noAddress(member.email) }
        try await write("add a member to") { try MemberRow.insert(member, at: now, $0) }
    }

    /// Takes a person out of their company and ends their password, sessions, sign-in links and tokens. What they sent stays.
    ///
    /// - Parameter email: in any case.
    /// - Returns: who they were.
    /// - Throws: `MembershipError.unknownMember`, `StoreError`.
    @discardableResult
    public func removeMember(email: String) async throws -> Member {
        try await write("remove a member from") { db in
            let member = try MemberRow.require(db, email: email)
            try MemberRow.delete(member, db)
            return member
        }
    }

    /// Everybody, ordered by company, then by address, byte by byte.
    public func members() async throws -> [Member] {
        try await read("list the members of") { db in
            try SQLRequest<MemberRow>("SELECT email, company, role FROM member ORDER BY company, email")
                .fetchAll(db).map { try $0.member() }
        }
    }

    /// The member with this address, in any case; nil where there is none.
    public func member(email: String) async throws -> Member? {
        try await read("look a member up in") { try MemberRow.find($0, email: email) }
    }
}
