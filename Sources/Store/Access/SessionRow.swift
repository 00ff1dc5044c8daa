import Foundation
import GRDB

/// A row of `session`, without its digest.
struct SessionRow: Decodable, FetchableRecord {
    let id: String
    let email: String
    let device: String
    let begun: Int64
    let used: Int64
    let expires: Int64
    let linkUntil: Int64

    /// What to select, to be followed by WHERE.
    static let selection: SQL = """
        SELECT id, email, device, begun, used, expires, link_until AS linkUntil FROM session
        """
    /// Characters of a device's name that are kept.
    private static let deviceLength = 80

    /// A new one.
    ///
    /// - Parameter session: the secret, of kind `.session`; only asked for its kind here.
    init(_ session: Secret, email: String, begun: Date, lifetime: TimeInterval, device: String, linkUntil: Date? = nil) {
        precondition(session.kind == .session, "a session has a secret of its own kind")
        id = UUID().uuidString.lowercased()
        self.email = email
        self.device = String(device.prefix(Self.deviceLength))
        self.begun = begun.milliseconds
        used = begun.milliseconds
        expires = begun.addingTimeInterval(lifetime).milliseconds
        self.linkUntil = linkUntil?.milliseconds ?? 0
    }

    var session: MemberSession {
        MemberSession(
            id: id, email: email, device: device, begun: Date(milliseconds: begun), used: Date(milliseconds: used),
            expires: Date(milliseconds: expires), linkUntil: Date(milliseconds: linkUntil))
    }

    /// Begins the session, and notes that its member signed in.
    func insert(digest: String, _ db: Database) throws {
        try db.execute(
            literal: """
                INSERT INTO session (digest, email, expires, id, begun, used, device, link_until)
                VALUES (\(digest), \(email), \(expires), \(id), \(begun), \(used), \(device), \(linkUntil))
                """)
        try db.execute(literal: "UPDATE member SET signed_in = \(begun) WHERE email = \(email)")
    }
}
