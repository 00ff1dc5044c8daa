public import Foundation
import GRDB
import Marketplace

/// What became of an attempt to sign in with a password.
public enum PasswordSignIn: Hashable, Sendable {
    case signedIn(SignIn)
    /// Nobody has this address, or the password is another.
    case refused
    /// There were too many wrong ones; the password was not looked at.
    case delayed(until: Date)
    /// Too many sign-ins wait at this moment.
    case busy
}

/// What became of an attempt to set a password.
public enum PasswordChange: Hashable, Sendable {
    case changed
    /// The text is not taken as a new password.
    case fault(PasswordFault)
    /// The old password is another, or there is none.
    case oldPasswordWrong
    case delayed(until: Date)
    case busy
    /// The session does not hold any more.
    case signedOut
}

extension Store {
    /// Begins a session for whoever knows the password of an address.
    ///
    /// Whether an address is a member's makes no difference in what is done, how long it takes, or what is answered. Each
    /// attempt is counted before the password is looked at, in one transaction, so the delays (see `AttemptRule`) are exact
    /// for any number of attempts at once.
    ///
    /// - Parameters:
    ///   - email: in any case.
    ///   - client: what tells one client from another, such as its network address.
    ///   - device: what the member may know the session by in a list.
    ///   - clock: read when the write lock is held.
    ///   - sessionLifetime: seconds that the session holds.
    ///   - session: the secret to use, of kind `.session`.
    /// - Throws: `StoreError`.
    public func signIn(
        email: String, password: String, client: String, device: String = "", now clock: @escaping Clock,
        sessionLifetime: TimeInterval, session: Secret = Secret(.session)
    ) async throws -> PasswordSignIn {
        let outcome = try await passwords.inQueue { () -> PasswordSignIn in
            switch try await attempt(email: email, password: Password(password), client: client, now: clock) {
            case .delayed(let end): return .delayed(until: end)
            case .wrong: return .refused
            case .right(let proof):
                let row = SessionRow(
                    session, email: email.lowercased(), begun: clock().roundedDownToMillisecond, lifetime: sessionLifetime,
                    device: device)
                guard let member = try await begin(row, digest: session.digest, proof, client: client, now: clock) else {
                    return .refused
                }
                return .signedIn(SignIn(session: session, member: member, expires: row.session.expires))
            }
        }
        return outcome ?? .busy
    }

    /// Sets the password of the member who is signed in, and ends all else that could sign them in: their other sessions
    /// and open links. Their tokens stay.
    ///
    /// - Parameters:
    ///   - old: the password so far; not needed in a session that a link began a short while ago.
    ///   - client: as in signing in; a wrong old password counts there.
    /// - Throws: `StoreError`.
    public func setPassword(
        _ typed: String, old: String?, in secret: Secret, client: String, now clock: @escaping Clock
    ) async throws -> PasswordChange {
        let outcome = try await passwords.inQueue { () -> PasswordChange in
            let active = try await read("look a session up in") { try Self.active(secret, at: clock(), $0) }
            guard let active else { return .signedOut }
            let password: Password
            do throws(PasswordFault) {
                password = try Password.new(typed, for: active.member.email)
            } catch {
                return .fault(error)
            }
            var known: String?
            if active.session.linkUntil <= clock() {
                let old = old.flatMap { Password($0) }
                switch try await attempt(email: active.member.email, password: old, client: client, now: clock) {
                case .delayed(let end): return .delayed(until: end)
                case .wrong: return .oldPasswordWrong
                case .right(let proof): known = proof.verified
                }
            }
            let hash = try await passwords.hash(password)
            return try await keep(hash, insteadOf: known, in: secret, client: client, now: clock)
        }
        return outcome ?? .busy
    }

    /// Whether a member has a password, and since when; nil where there is none.
    public func passwordChanged(of email: String) async throws -> Date? {
        try await read("look a member up in") { db in
            let changed: SQLRequest<Int64> = "SELECT changed FROM password WHERE email = \(email.lowercased())"
            return try changed.fetchOne(db).map(Date.init(milliseconds:))
        }
    }

    // MARK: Attempts

    private enum Attempt {
        case delayed(until: Date)
        case wrong
        case right(Proof)
    }

    /// That a password is right.
    private struct Proof {
        /// The hash as it stands in the store.
        let verified: String
        /// What is to stand there instead, where the parameters were raised since.
        let renewed: String?
    }

    private func attempt(email: String, password: Password?, client: String, now clock: @escaping Clock) async throws -> Attempt
    {
        let (end, hash) = try await write("sign in through") { db -> (Date?, PasswordHash?) in
            let book = AttemptBook(email: email, client: client, now: clock().roundedDownToMillisecond)
            if let end = try book.enter(db) { return (end, nil) }
            let stored: SQLRequest<String> = "SELECT hash FROM password WHERE email = \(email.lowercased())"
            return (nil, try stored.fetchOne(db).map { try Self.hash($0) })
        }
        if let end { return .delayed(until: end) }
        guard try await passwords.holds(hash, for: password), let hash, let password else { return .wrong }
        let isWeak = hash.parameters.isWeaker(than: passwords.parameters)
        return .right(Proof(verified: hash.text, renewed: isWeak ? try await passwords.hash(password).text : nil))
    }

    private static func hash(_ text: String) throws -> PasswordHash {
        guard let hash = PasswordHash(text) else {
            throw StoreFault(reason: .damaged, detail: "a row of 'password' holds no hash that is known")
        }
        return hash
    }

    /// Begins a session, if the password is still the one that was proven.
    private func begin(
        _ row: SessionRow, digest: String, _ proof: Proof, client: String, now clock: @escaping Clock
    ) async throws -> Member? {
        try await write("begin a session in") { db in
            let now = clock().roundedDownToMillisecond
            let hash: SQLRequest<String> = "SELECT hash FROM password WHERE email = \(row.email)"
            guard try hash.fetchOne(db) == proof.verified, let member = try MemberRow.find(db, email: row.email) else {
                return nil
            }
            try Self.removeExpired(at: now, db)
            try AttemptBook(email: row.email, client: client, now: now).succeed(db)
            if let renewed = proof.renewed {
                try db.execute(literal: "UPDATE password SET hash = \(renewed) WHERE email = \(row.email)")
            }
            try row.insert(digest: digest, db)
            return member
        }
    }

    /// - Parameter known: the hash that was proven; nil where a link stands for the proof.
    private func keep(
        _ hash: PasswordHash, insteadOf known: String?, in secret: Secret, client: String, now clock: @escaping Clock
    ) async throws -> PasswordChange {
        try await write("set a password in") { db in
            let now = clock().roundedDownToMillisecond
            guard let active = try Self.active(secret, at: now, db) else { return .signedOut }
            let email = active.member.email
            let book = AttemptBook(email: email, client: client, now: now)
            if let known {
                let stored: SQLRequest<String> = "SELECT hash FROM password WHERE email = \(email)"
                guard try stored.fetchOne(db) == known else { return .oldPasswordWrong }
                try book.succeed(db)
            } else {
                try book.clearAccount(db)
            }
            try db.execute(
                literal: """
                    INSERT INTO password (email, hash, changed) VALUES (\(email), \(hash.text), \(now.milliseconds))
                    ON CONFLICT (email) DO UPDATE SET hash = excluded.hash, changed = excluded.changed
                    """)
            try db.execute(literal: "DELETE FROM session WHERE email = \(email) AND id <> \(active.session.id)")
            try db.execute(literal: "UPDATE session SET link_until = 0 WHERE id = \(active.session.id)")
            try db.execute(literal: "DELETE FROM sign_in_link WHERE email = \(email)")
            return .changed
        }
    }
}
