import Crypto
public import Foundation
import GRDB
public import Marketplace

extension Store {
    /// Creators that get a ledger entry each when they are registered together; more get one entry for all.
    private static let singleEntries = 1_000

    /// Registers contact details: those that are new or have changed get this source and date, those that are gone are taken
    /// off. Doing it again changes nothing.
    ///
    /// - Parameters:
    ///   - creators: each with all addresses that they have now.
    ///   - source: the file that brought them.
    ///   - basis: on what they are kept.
    /// - Returns: for how many creators something changed.
    @discardableResult
    public func registerContacts(
        of creators: [(username: Username, contacts: ContactDetails)], source: String, basis: String, at instant: Date
    ) async throws -> Int {
        try await write("register contacts in") { db in
            var changed: [(creator: Username, kind: LedgerEntry.Kind, channels: [ContactChannel])] = []
            for (username, contacts) in creators {
                changed += try Self.register(contacts, of: username, source: source, basis: basis, at: instant, db)
            }
            let detail = ["source": source, "basis": basis]
            if changed.count <= Self.singleEntries {
                for (creator, kind, channels) in changed {
                    let names = ["channels": channels.map(\.rawValue).joined(separator: " ")]
                    try Ledger.append(
                        .init(kind: kind, creator: creator, detail: detail.merging(names) { $1 }, at: instant), db)
                }
            } else {
                let count = ["creators": "\(Set(changed.map(\.creator)).count)"]
                try Ledger.append(.init(kind: .contactRecorded, detail: detail.merging(count) { $1 }, at: instant), db)
            }
            return Set(changed.map(\.creator)).count
        }
    }

    private static func register(
        _ contacts: ContactDetails, of creator: Username, source: String, basis: String, at instant: Date, _ db: Database
    ) throws -> [(creator: Username, kind: LedgerEntry.Kind, channels: [ContactChannel])] {
        let known = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT channel, digest FROM contact_source WHERE creator_key = ?"),
            arguments: [creator.folded]
        ).reduce(into: [String: String]()) { $0[$1["channel"]] = $1["digest"] }
        var (new, changed, gone): ([ContactChannel], [ContactChannel], [ContactChannel]) = ([], [], [])
        for channel in ContactChannel.allCases {
            let digest = contacts[channel].map { Self.digest(of: $0, channel, creator) }
            guard digest != known[channel.rawValue] else { continue }
            guard let digest else {
                gone.append(channel)
                try db.execute(
                    sql: "DELETE FROM contact_source WHERE creator_key = ? AND channel = ?",
                    arguments: [creator.folded, channel.rawValue])
                continue
            }
            if known[channel.rawValue] == nil { new.append(channel) } else { changed.append(channel) }
            try db.cachedStatement(
                sql: """
                    INSERT INTO contact_source (creator_key, channel, digest, source, since, basis) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (creator_key, channel) DO UPDATE SET
                        digest = excluded.digest, source = excluded.source, since = excluded.since, basis = excluded.basis
                    """
            ).execute(
                arguments: [creator.folded, channel.rawValue, digest, source, instant.milliseconds, basis])
        }
        return [(creator, .contactRecorded, new), (creator, .contactChanged, changed), (creator, .contactRemoved, gone)]
            .filter { !$0.2.isEmpty }
    }

    /// Tells whether an address changed, without the address.
    private static func digest(of address: String, _ channel: ContactChannel, _ creator: Username) -> String {
        let text = "\(creator.folded)\n\(channel.rawValue)\n\(address)"
        return SHA256.hash(data: Data(text.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// Where a creator's contact details came from, by channel.
    public func contactSources(of creator: Username) async throws -> [ContactChannel: ContactSource] {
        try await read("list where contacts came from in") { db in
            let rows: SQLRequest<Row> = """
                SELECT channel, source, since, basis FROM contact_source WHERE creator_key = \(creator.folded)
                """
            return try rows.fetchAll(db).reduce(into: [:]) { sources, row in
                guard let channel = ContactChannel(rawValue: row["channel"]) else { return }
                sources[channel] = ContactSource(
                    channel: channel, source: row["source"], since: Date(milliseconds: row["since"]), basis: row["basis"])
            }
        }
    }
}
