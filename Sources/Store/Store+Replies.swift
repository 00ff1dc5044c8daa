import GRDB

/// How many of a group of invitations were answered, and how (SPEC H2).
public struct ReplyRate: Hashable, Sendable {
    /// What the group has in common; nil for invitations without a template.
    public let value: String?
    public let sentCount: Int
    public let seenCount: Int
    public let interestedCount: Int
    public let declinedCount: Int

    /// Answers, of either kind.
    public var replyCount: Int { interestedCount + declinedCount }

    /// The share that was answered, 0 to 1; nil where nothing was sent.
    public var rate: Double? { sentCount == 0 ? nil : Double(replyCount) / Double(sentCount) }
}

/// What reply rates are told by.
public enum ReplyGroup: String, CaseIterable, Sendable {
    case template
    case market
    case member
    case purpose
}

extension Store {
    /// Reply rates of the invitations that match a query, by what they have in common: the largest group first, equal ones by
    /// their value.
    public func replyRates(by group: ReplyGroup, matching query: InvitationQuery) async throws -> [ReplyRate] {
        let conditions = Self.conditions(of: query, after: nil).joined(separator: " AND ")
        let column: SQL =
            switch group {
            case .template: "template"
            case .market: "market"
            case .member: "member"
            case .purpose: "purpose"
            }
        return try await read("count the replies in") { db in
            let rows: SQLRequest<Row> = """
                SELECT \(column) AS value, COUNT(*) AS total,
                    SUM(CASE WHEN state IN ('seen', 'interested', 'declined') THEN 1 ELSE 0 END) AS seen,
                    SUM(CASE WHEN state = 'interested' THEN 1 ELSE 0 END) AS interested,
                    SUM(CASE WHEN state = 'declined' THEN 1 ELSE 0 END) AS declined
                FROM invitation WHERE \(conditions)
                GROUP BY \(column) ORDER BY total DESC, value
                """
            return try rows.fetchAll(db).map {
                ReplyRate(
                    value: $0["value"], sentCount: $0["total"], seenCount: $0["seen"], interestedCount: $0["interested"],
                    declinedCount: $0["declined"])
            }
        }
    }
}
