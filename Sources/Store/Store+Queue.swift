public import Foundation
import GRDB
public import Marketplace

/// A place in a company's queue.
public struct QueuePlace: Hashable, Sendable {
    public let invitation: QueuedInvitation
    /// When the cooldown lets its creator be invited; the past, where it does.
    public let cooldownEnd: Date
}

/// Where a queued invitation is moved to.
public enum QueueMove: String, CaseIterable, Sendable {
    case first
    case earlier
    case later
    case last
}

extension Store {
    /// What waits for a company, first the one that leaves first when nothing else holds it.
    public func queue(of company: Slug, limits: InvitationLimits = .standard) async throws -> [QueuePlace] {
        try await read("list the queue of") { db in
            let all: SQL = "\(QueueRow.selection) WHERE queue.company = \(company.text) ORDER BY queue.position"
            return try SQLRequest<QueueRow>(literal: all).fetchAll(db).map { row in
                let last = row.lastSent.map(Date.init(milliseconds:)) ?? .distantPast
                return QueuePlace(
                    invitation: try row.invitation(),
                    cooldownEnd: row.lastSent == nil ? last : last.addingTimeInterval(limits.cooldown))
            }
        }
    }

    /// The companies that something waits for, sorted.
    public func companiesWithQueue() async throws -> [Slug] {
        try await read("look for queues in") { db in
            try String.fetchAll(db, sql: "SELECT DISTINCT company FROM queued_invitation ORDER BY company")
                .compactMap { Slug($0) }
        }
    }

    /// Takes an invitation out of the queue.
    ///
    /// - Returns: false where none of the company waits under this key, as it was sent or cancelled already.
    public func cancelQueued(_ id: InvitationID, of company: Slug) async throws -> Bool {
        try await write("cancel a queued invitation in") { db in
            let condition: SQL = "id = \(id.text) AND company = \(company.text)"
            return try Self.removeFromQueue(where: condition, db) > 0
        }
    }

    /// Moves an invitation within its company's queue.
    ///
    /// - Returns: false where none of the company waits under this key.
    public func moveQueued(_ id: InvitationID, of company: Slug, to move: QueueMove) async throws -> Bool {
        try await write("move a queued invitation in") { db in
            let order: SQLRequest<String> = """
                SELECT id FROM queued_invitation WHERE company = \(company.text) ORDER BY position
                """
            var ids = try order.fetchAll(db)
            guard let index = ids.firstIndex(of: id.text) else { return false }
            let target =
                switch move {
                case .first: 0
                case .earlier: max(0, index - 1)
                case .later: min(ids.count - 1, index + 1)
                case .last: ids.count - 1
                }
            guard target != index else { return true }
            ids.insert(ids.remove(at: index), at: target)
            try Self.renumber(ids, from: min(index, target), through: max(index, target), of: company, db)
            return true
        }
    }

    /// Gives the places from one to another their numbers. They are first moved out of the way: a number stands once.
    private static func renumber(
        _ ids: [String], from first: Int, through last: Int, of company: Slug, _ db: Database
    ) throws {
        let numbers: SQLRequest<Int64> = """
            SELECT position FROM queued_invitation WHERE company = \(company.text) ORDER BY position
            """
        let positions = try numbers.fetchAll(db)
        for index in first...last {
            try db.execute(literal: "UPDATE queued_invitation SET position = \(-Int64(index) - 1) WHERE id = \(ids[index])")
        }
        for index in first...last {
            try db.execute(literal: "UPDATE queued_invitation SET position = \(positions[index]) WHERE id = \(ids[index])")
        }
    }

    /// Sends what waits for a company, in its order, as far as the limits allow; the rest stays.
    ///
    /// One transaction, under the same limits as `send`. One that is held up by its creator's cooldown, or by `obstacle`, lets
    /// those behind it pass.
    ///
    /// - Parameter obstacle: why an invitation cannot leave although the limits allow it; nil where it can.
    /// - Returns: what was sent.
    @discardableResult
    public func sendQueued(
        of company: Slug, limits: InvitationLimits = .standard, timeZone: TimeZone, now clock: @escaping Clock,
        obstacle: @escaping @Sendable (QueuedInvitation) throws -> InvitationRule?
    ) async throws -> [Invitation] {
        try await write("send queued invitations through") { db in
            var book = try InvitationBook(db, company: company, limits: limits, timeZone: timeZone, now: clock())
            var sent: [Invitation] = []
            guard book.quota.left > 0 else { return sent }
            for row in try Self.ready(of: company, at: book.now, limits: limits, db) {
                guard book.quota.left > 0 else { break }
                let waiting = try row.invitation()
                let refusal = try book.refusal(for: waiting.draft.recipient.username, db)?.rule ?? obstacle(waiting)
                guard refusal == nil else {
                    try Self.note(refusal, on: row, db)
                    continue
                }
                let member = Member(email: waiting.member, company: company, role: .member)
                let invitation = Invitation(waiting.draft, id: waiting.id, by: member, sent: book.now)
                try book.enter(invitation, messageKey: row.message, submission: row.submission, db)
                try db.execute(literal: "DELETE FROM queued_invitation WHERE id = \(row.id)")
                sent.append(invitation)
            }
            return sent
        }
    }

    /// What waits and is not cooling down, in order.
    private static func ready(
        of company: Slug, at now: Date, limits: InvitationLimits, _ db: Database
    ) throws -> [QueueRow] {
        let cooling = now.addingTimeInterval(-limits.cooldown).milliseconds
        let ready: SQL = """
            \(QueueRow.selection) WHERE queue.company = \(company.text) AND NOT EXISTS (
                SELECT 1 FROM invitation WHERE invitation.company = queue.company
                AND invitation.creator_key = queue.creator_key AND invitation.sent > \(cooling))
            ORDER BY queue.position
            """
        return try SQLRequest<QueueRow>(literal: ready).fetchAll(db)
    }

    private static func note(_ obstacle: InvitationRule?, on row: QueueRow, _ db: Database) throws {
        guard row.obstacle != obstacle?.rawValue else { return }
        try db.execute(
            literal: "UPDATE queued_invitation SET obstacle = \(obstacle?.rawValue) WHERE id = \(row.id)")
    }

    /// - Parameter company: nil for every company.
    static func removeFromQueue(creator: Username, of company: Slug?, _ db: Database) throws {
        let everywhere: SQL = "creator_key = \(creator.folded)"
        let condition: SQL = company.map { "creator_key = \(creator.folded) AND company = \($0.text)" } ?? everywhere
        try removeFromQueue(where: condition, db)
    }

    static func removeFromQueue(member: Member, _ db: Database) throws {
        try removeFromQueue(where: "member = \(member.email) AND company = \(member.company.text)", db)
    }

    /// Removes rows of the queue, and their messages where nothing else refers to them.
    ///
    /// - Returns: how many waited.
    @discardableResult
    private static func removeFromQueue(where condition: SQL, _ db: Database) throws -> Int {
        let messages = try SQLRequest<String>(literal: "SELECT message FROM queued_invitation WHERE \(condition)").fetchAll(db)
        try db.execute(literal: "DELETE FROM queued_invitation WHERE \(condition)")
        for message in Set(messages).sorted() {
            try db.execute(
                literal: """
                    DELETE FROM message WHERE id = \(message)
                    AND NOT EXISTS (SELECT 1 FROM invitation WHERE message = \(message))
                    AND NOT EXISTS (SELECT 1 FROM queued_invitation WHERE message = \(message))
                    """)
        }
        return messages.count
    }
}
