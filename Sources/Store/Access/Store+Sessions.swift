public import Foundation
import GRDB
public import Marketplace

/// Who is signed in, and by which session.
public struct ActiveSession: Hashable, Sendable {
    public let member: Member
    public let session: MemberSession
}

extension Store {
    /// Who is signed in with this session; nil where it is unknown, ended or expired. Notes nothing.
    public func member(ofSession session: Secret, now: Date) async throws -> Member? {
        try await active(session, now: now)?.member
    }

    /// Uses a session: who is signed in with it; nil where it is unknown, ended or expired.
    ///
    /// - Parameter now: noted as its last use, at most once a minute.
    public func use(session secret: Secret, now: Date) async throws -> ActiveSession? {
        guard let found = try await active(secret, now: now) else { return nil }
        await note(use: secret, of: .sessions, before: found.session.used.milliseconds, at: now)
        return found
    }

    private func active(_ secret: Secret, now: Date) async throws -> ActiveSession? {
        try await read("look a session up in") { try Self.active(secret, at: now, $0) }
    }

    static func active(_ secret: Secret, at now: Date, _ db: Database) throws -> ActiveSession? {
        let condition: SQL = " WHERE digest = \(secret.digest) AND expires > \(now.milliseconds)"
        guard let row = try SQLRequest<SessionRow>(literal: SessionRow.selection + condition).fetchOne(db),
            let member = try MemberRow.find(db, email: row.email)
        else { return nil }
        return ActiveSession(member: member, session: row.session)
    }

    /// A member's sessions that hold, the one used last first.
    public func sessions(of email: String, now: Date) async throws -> [MemberSession] {
        try await read("list the sessions of") { db in
            let condition: SQL = """
                 WHERE email = \(email.lowercased()) AND expires > \(now.milliseconds) ORDER BY used DESC, begun DESC, id
                """
            return try SQLRequest<SessionRow>(literal: SessionRow.selection + condition).fetchAll(db).map(\.session)
        }
    }

    /// Signs out. Nothing happens where there is no such session.
    public func endSession(_ session: Secret) async throws {
        try await write("end a session in") { db in
            try db.execute(literal: "DELETE FROM session WHERE digest = \(session.digest)")
        }
    }

    /// Ends a session of a member.
    ///
    /// - Returns: false where the member has no session with this id.
    @discardableResult
    public func endSession(id: String, of email: String) async throws -> Bool {
        try await write("end a session in") { db in
            try db.execute(literal: "DELETE FROM session WHERE id = \(id) AND email = \(email.lowercased())")
            return db.changesCount > 0
        }
    }

    /// Ends every session of a member but one.
    ///
    /// - Returns: how many were ended.
    @discardableResult
    public func endSessions(of email: String, exceptID kept: String) async throws -> Int {
        try await write("end sessions in") { db in
            try db.execute(literal: "DELETE FROM session WHERE email = \(email.lowercased()) AND id <> \(kept)")
            return db.changesCount
        }
    }

    // MARK: Last uses

    /// Keys whose last use is noted.
    enum UsedKeys {
        case sessions
        case tokens
    }

    /// Seconds between two notes of a key's use.
    private static let useInterval: TimeInterval = 60

    /// Notes that a key was used, where the last note is a minute old.
    ///
    /// - Parameter last: the last note, in milliseconds, as it was read.
    func note(use key: Secret, of keys: UsedKeys, before last: Int64?, at now: Date) async {
        let due = now.addingTimeInterval(-Self.useInterval).milliseconds
        if let last, last > due, last <= now.milliseconds { return }
        let table: SQL =
            switch keys {
            case .sessions: "session"
            case .tokens: "token"
            }
        // Who holds a key is let in, though the disk is too full to note it.
        try? await write("note a use in") { db in
            try db.execute(
                literal: "UPDATE \(table) SET used = \(now.milliseconds) WHERE digest = \(key.digest)")
        }
    }
}
