public import Foundation
import GRDB
public import Marketplace

/// What became of a creator's answer.
public enum AnswerOutcome: Hashable, Sendable {
    /// It stands, now or since before.
    case done(Invitation.State)
    /// The invitation expired before.
    case tooLate
    /// The creator has no such invitation.
    case unknown
}

extension Store {
    /// All invitations that a creator got, of all companies, newest first; at most two hundred.
    public func received(by creator: Username) async throws -> [ReceivedInvitation] {
        try await read("list the invitations to a creator in") { db in
            let all: SQL = """
                \(InvitationRow.selection) WHERE creator_key = \(creator.folded)
                ORDER BY sent DESC, invitation.id DESC LIMIT 200
                """
            let invitations = try SQLRequest<InvitationRow>(literal: all).fetchAll(db).map { try $0.invitation() }
            let events = try Self.events(of: invitations.map(\.id), db)
            return invitations.map { ReceivedInvitation(invitation: $0, events: events[$0.id] ?? []) }
        }
    }

    /// What happened to an invitation after it was sent, oldest first.
    public func events(of invitation: InvitationID) async throws -> [InvitationEvent] {
        try await read("list what happened to an invitation in") { try Self.events(of: [invitation], $0)[invitation] ?? [] }
    }

    private static func events(
        of invitations: [InvitationID], _ db: Database
    ) throws -> [InvitationID: [InvitationEvent]] {
        let all: SQL = "\(EventRow.selection) WHERE invitation IN \(invitations.map(\.text)) ORDER BY number"
        let events = try SQLRequest<EventRow>(literal: all).fetchAll(db).map { try $0.event() }
        return Dictionary(grouping: events, by: \.invitation)
    }

    /// Notes that a creator saw their invitations.
    ///
    /// - Parameter invitation: one of them; nil for all.
    public func see(
        _ invitation: InvitationID? = nil, of creator: Username, now clock: @escaping Clock
    ) async throws {
        try await write("note what was seen in") { db in
            let now = clock()
            let one: SQL = invitation.map { " AND id = \($0.text)" } ?? ""
            let unseen: SQLRequest<String> = """
                SELECT id FROM invitation WHERE creator_key = \(creator.folded) AND state = 'sent'\(one) ORDER BY sent, id
                """
            for id in try unseen.fetchAll(db) { try Self.move(id, to: .seen, at: now, db) }
        }
    }

    /// Takes a creator's answer. The same answer twice is one answer.
    ///
    /// - Parameter reason: why it is declined, in the creator's words.
    public func answer(
        _ invitation: InvitationID, of creator: Username, with action: InboxAction, reason: String? = nil,
        now clock: @escaping Clock
    ) async throws -> AnswerOutcome {
        try await write("take an answer in") { db in
            let current: SQLRequest<String> = """
                SELECT state FROM invitation WHERE id = \(invitation.text) AND creator_key = \(creator.folded)
                """
            guard let text = try current.fetchOne(db), let state = Invitation.State(rawValue: text) else { return .unknown }
            guard let next = state.after(action) else { return .tooLate }
            guard next != state else { return .done(state) }
            let now = clock()
            // Who answers has seen it.
            if state == .sent, next != .seen { try Self.move(invitation.text, to: .seen, at: now, db) }
            try Self.move(invitation.text, to: next, reason: reason, at: now, db)
            return .done(next)
        }
    }

    /// Ends invitations that nobody answered in time.
    ///
    /// - Returns: how many.
    @discardableResult
    public func expire(after lifetime: TimeInterval, now clock: @escaping Clock) async throws -> Int {
        try await write("end invitations in") { db in
            let now = clock()
            let late: SQLRequest<String> = """
                SELECT id FROM invitation WHERE state IN ('sent', 'seen')
                AND sent <= \(now.addingTimeInterval(-lifetime).milliseconds) ORDER BY sent, id
                """
            let ids = try late.fetchAll(db)
            for id in ids { try Self.move(id, to: .expired, at: now, db) }
            return ids.count
        }
    }

    private static func move(
        _ invitation: String, to state: Invitation.State, reason: String? = nil, at instant: Date, _ db: Database
    ) throws {
        try db.execute(literal: "UPDATE invitation SET state = \(state.rawValue) WHERE id = \(invitation)")
        guard let kind = InvitationEvent.Kind(state) else { return }
        try EventRow.insert(kind, of: invitation, reason: reason, at: instant, db)
    }
}
