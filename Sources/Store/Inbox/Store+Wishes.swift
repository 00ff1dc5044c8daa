import Crypto
public import Foundation
import GRDB
import Synchronization
public import Marketplace

extension Store {
    /// What a creator decided about what is shown of them, and whether they were erased.
    ///
    /// Reads at once, without a task: whoever shows a creator asks at that moment.
    public func standing(of creator: Username) throws -> CreatorStanding {
        do {
            return try lookups.read { db in
                if try ErasureMark(db).holds(for: creator.folded, db) { return .erased }
                let row: SQLRequest<WishRow> = "SELECT * FROM creator_wish WHERE creator_key = \(creator.folded)"
                return .present(try row.fetchOne(db)?.wish ?? CreatorWish())
            }
        } catch {
            throw failure(of: "look a creator's wishes up in", by: error)
        }
    }

    /// All wishes, and who was erased: for a build. Reads those tables only, and does not check the rest of the file: a build
    /// takes as long with a large history as with none.
    ///
    /// - Parameter file: the store's main file, which is there.
    /// - Throws: `StoreError`; nothing is changed in any case.
    public static func wishes(at file: URL) throws(StoreError) -> CreatorWishes {
        do {
            return try StoreFile(path: file.path).reading(allWishes)
        } catch {
            throw StoreError(attempt: "read the creators' wishes in", path: file.path, cause: error)
        }
    }

    private static func allWishes(_ db: Database) throws -> CreatorWishes {
        // A store of an earlier version has no such tables, and nobody who wished anything.
        guard try db.tableExists("creator_wish"), try db.tableExists("erasure") else { return .none }
        let rows = try WishRow.fetchAll(db, sql: "SELECT * FROM creator_wish ORDER BY creator_key")
        let marks = try String.fetchAll(db, sql: "SELECT mark FROM erasure ORDER BY mark")
        let mark = try ErasureMark(db)
        let set = Set(marks)
        var hash = SHA256()
        for row in rows { hash.update(data: Data("\(row.creatorKey) \(row.shown ?? "-") \(row.authorized ?? "-")\n".utf8)) }
        for each in marks { hash.update(data: Data("\(each)\n".utf8)) }
        let isEmpty = rows.isEmpty && marks.isEmpty
        return CreatorWishes(
            wishes: Dictionary(uniqueKeysWithValues: rows.map { ($0.creatorKey, $0.wish) }),
            stamp: isEmpty ? "" : hash.finalize().map { String($0, radix: 16) }.joined(separator: "."),
            isErased: { key in !set.isEmpty && set.contains(mark.text(of: key)) })
    }

    /// The wishes of all creators who have any, by their names as the catalogue writes them: for lists that were built before.
    public func currentWishes() throws -> [Username: CreatorWish] {
        do {
            return try lookups.unsafeRead { db in
                // Changes with every commit of another connection, and this one only reads.
                let version = try Int.fetchOne(try db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
                if let known = knownWishes.withLock({ $0 }), known.version == version { return known.wishes }
                let wishes: [Username: CreatorWish] = try WishRow.fetchAll(db, sql: "SELECT * FROM creator_wish").reduce(
                    into: [:]) { wishes, row in
                        if let username = Username(row.creator) { wishes[username] = row.wish }
                    }
                knownWishes.withLock { $0 = (version, wishes) }
                return wishes
            }
        } catch {
            throw failure(of: "list the creators' wishes in", by: error)
        }
    }

    /// Keeps a creator's decision; what it does not say stays as it was.
    public func keep(_ wish: CreatorWish, of creator: Username, at instant: Date) async throws {
        try await write("keep a creator's wish in") { db in
            try db.execute(
                literal: """
                    INSERT INTO creator_wish (creator_key, creator, shown, authorized, changed)
                    VALUES (
                        \(creator.folded), \(creator.text), \(wish.showsContact.map(String.init)),
                        \(wish.isAuthorized.map(String.init)), \(instant.milliseconds)
                    )
                    ON CONFLICT (creator_key) DO UPDATE SET
                        shown = COALESCE(excluded.shown, shown), authorized = COALESCE(excluded.authorized, authorized),
                        changed = excluded.changed
                    """)
            if let isShown = wish.showsContact {
                try Ledger.append(
                    .init(kind: .contactDisplay, creator: creator, detail: ["on": "\(isShown)"], at: instant), db)
            }
            if let isAuthorized = wish.isAuthorized {
                try Ledger.append(
                    .init(kind: .authorisation, creator: creator, detail: ["on": "\(isAuthorized)"], at: instant), db)
            }
        }
    }
}

/// Whether a creator may be shown, and how they want it.
public enum CreatorStanding: Hashable, Sendable {
    case present(CreatorWish)
    case erased

    /// The creator as they want to be shown; nil where they were erased.
    public func applied(to creator: Creator) -> Creator? {
        switch self {
        case .present(let wish): wish.applied(to: creator)
        case .erased: nil
        }
    }
}

/// A row of `creator_wish`.
private struct WishRow: Decodable, FetchableRecord {
    let creatorKey: String
    let creator: String
    let shown: String?
    let authorized: String?

    static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase

    var wish: CreatorWish {
        CreatorWish(showsContact: shown.map { $0 == "true" }, isAuthorized: authorized.map { $0 == "true" })
    }
}
