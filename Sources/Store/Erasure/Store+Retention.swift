import Foundation
import GRDB
public import Marketplace

extension Store {
    /// Removes what was kept as long as the site says. Invitations of the last eight days stay in any case, as the limits are
    /// decided by them.
    ///
    /// - Returns: how many invitations and reveals were removed.
    @discardableResult
    public func apply(
        _ retention: Correspondence.Retention, now clock: @escaping Clock
    ) async throws -> (invitations: Int, reveals: Int) {
        guard retention.invitations != nil || retention.reveals != nil else { return (0, 0) }
        return try await write("remove old entries from") { db in
            let now = clock()
            var (invitations, reveals) = (0, 0)
            if let age = retention.invitations {
                let limit = min(now.addingTimeInterval(-age), now.addingTimeInterval(-8 * 86_400)).milliseconds
                let old: SQL =
                    "SELECT id FROM invitation WHERE sent < \(limit) AND state IN ('interested', 'declined', 'expired')"
                try db.execute(literal: "DELETE FROM invitation_event WHERE invitation IN (\(old))")
                try db.execute(literal: "DELETE FROM outbox WHERE invitation IN (\(old))")
                try db.execute(literal: "DELETE FROM invitation WHERE id IN (\(old))")
                invitations = db.changesCount
                if invitations > 0 {
                    try db.execute(
                        sql: """
                            DELETE FROM message WHERE NOT EXISTS (SELECT 1 FROM invitation WHERE invitation.message = message.id)
                            AND NOT EXISTS (SELECT 1 FROM queued_invitation WHERE queued_invitation.message = message.id)
                            """)
                }
            }
            if let age = retention.reveals {
                try db.execute(literal: "DELETE FROM reveal WHERE revealed < \(now.addingTimeInterval(-age).milliseconds)")
                reveals = db.changesCount
            }
            if invitations + reveals > 0 {
                let detail = ["invitations": "\(invitations)", "reveals": "\(reveals)"]
                try Ledger.append(.init(kind: .retention, detail: detail, at: now), db)
            }
            return (invitations, reveals)
        }
    }
}
