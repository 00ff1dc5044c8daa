import Foundation
import GRDB
public import Marketplace

extension Store {
    /// An invitation that a company sent; nil where there is none with this key or another company sent it.
    public func invitation(_ id: InvitationID, of company: Slug) async throws -> Invitation? {
        try await read("look an invitation up in") { db in
            let condition: SQL = " WHERE invitation.id = \(id.text) AND company = \(company.text)"
            return try SQLRequest<InvitationRow>(literal: InvitationRow.selection + condition).fetchOne(db)?.invitation()
        }
    }

    /// What a company sent to one creator, newest first; at most a hundred.
    public func invitations(to creator: Username, of company: Slug) async throws -> [Invitation] {
        try await read("list the invitations to a creator in") { db in
            let all: SQL = """
                \(InvitationRow.selection) WHERE company = \(company.text) AND creator_key = \(creator.folded)
                ORDER BY sent DESC, invitation.id DESC LIMIT 100
                """
            return try SQLRequest<InvitationRow>(literal: all).fetchAll(db).map { try $0.invitation() }
        }
    }

    /// A part of a company's invitations, newest first; those of one instant in the order of their keys, last first.
    ///
    /// - Parameters:
    ///   - cursor: the `next` of the part before, of the same query; nil for the first.
    ///   - limit: the most to give, 1 or more; less counts as 1.
    /// - Returns: nil where the cursor is none that a list gave.
    /// - Throws: `StoreError`.
    public func invitations(
        matching query: InvitationQuery, after cursor: String? = nil, limit: Int = 100
    ) async throws -> InvitationSlice? {
        let place = cursor.flatMap { InvitationCursor($0) }
        if cursor != nil, place == nil { return nil }
        let limit = max(1, limit)
        let conditions = Self.conditions(of: query, after: place).joined(separator: " AND ")
        return try await read("list the invitations of") { db in
            let statement: SQL = """
                \(InvitationRow.selection) WHERE \(conditions)
                ORDER BY sent DESC, invitation.id DESC LIMIT \(limit + 1)
                """
            let found = try SQLRequest<InvitationRow>(literal: statement).fetchAll(db).map { try $0.invitation() }
            let invitations = Array(found.prefix(limit))
            let next = found.count > limit ? invitations.last.map { InvitationCursor(behind: $0).text } : nil
            return InvitationSlice(invitations: invitations, next: next)
        }
    }

    static func conditions(of query: InvitationQuery, after cursor: InvitationCursor?) -> [SQL] {
        var conditions: [SQL] = ["company = \(query.company.text)"]
        if let cursor { conditions.append("(sent, invitation.id) < (\(cursor.milliseconds), \(cursor.id.text))") }
        if let from = query.from { conditions.append("sent >= \(from.milliseconds)") }
        if let end = query.until { conditions.append("sent < \(end.milliseconds)") }
        if let purpose = query.purpose { conditions.append("purpose = \(purpose.rawValue)") }
        if let market = query.market { conditions.append("market = \(market.rawValue)") }
        if let member = query.member { conditions.append("member = \(member.lowercased())") }
        if let template = query.template { conditions.append("template = \(template)") }
        if let state = query.state { conditions.append("state = \(state.rawValue)") }
        let key = SearchKey((query.text ?? "").trimmingCharacters(in: .whitespacesAndNewlines))
        if key.text.utf8.count > SearchKey.longest {
            conditions.append("1 = 0")
        } else if !key.text.isEmpty {
            conditions.append(
                "(creator_key LIKE \(key.pattern) ESCAPE '\\' OR nickname_key LIKE \(key.pattern) ESCAPE '\\')")
        }
        return conditions
    }
}
