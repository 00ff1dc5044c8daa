import Foundation
import GRDB
import Marketplace

/// A row of `invitation_event`.
struct EventRow: Decodable, FetchableRecord {
    let number: Int64
    let invitation: String
    let kind: String
    let instant: Int64
    let reason: String?

    static let selection: SQL = "SELECT number, invitation, kind, instant, reason FROM invitation_event AS event"

    /// - Throws: `StoreFault` where the row is none that Plaza wrote.
    func event() throws -> InvitationEvent {
        guard let id = InvitationID(invitation), let kind = InvitationEvent.Kind(rawValue: kind) else {
            throw StoreFault(reason: .damaged, detail: "a row of 'invitation_event' has an unknown key or kind")
        }
        return InvitationEvent(
            number: number, invitation: id, kind: kind, instant: Date(milliseconds: instant), reason: reason)
    }

    /// Numbers grow with each transaction, so that whoever knows the last one can ask for what came after.
    static func insert(
        _ kind: InvitationEvent.Kind, of invitation: String, reason: String? = nil, at instant: Date, _ db: Database
    ) throws {
        try db.execute(
            literal: """
                INSERT INTO invitation_event (number, invitation, kind, instant, reason)
                SELECT COALESCE(MAX(number), 0) + 1, \(invitation), \(kind.rawValue), \(instant.milliseconds), \(reason)
                FROM invitation_event
                """)
    }
}
