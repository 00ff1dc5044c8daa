public import Foundation
import GRDB
public import Marketplace

/// What a company keeps about a creator for itself.
public struct Remarks: Hashable, Sendable {
    /// As first written, by their folded form.
    public let tags: [String]
    public let note: Note?

    /// What members wrote down.
    public struct Note: Hashable, Sendable {
        public let text: String
        /// The e-mail address of the member who changed it last.
        public let member: String
        public let changed: Date
    }
}

extension Store {
    /// What a company keeps about a creator.
    public func remarks(on creator: Username, of company: Slug) async throws -> Remarks {
        try await read("read the remarks in") { db in
            let tags: SQLRequest<String> = """
                SELECT tag FROM creator_tag WHERE company = \(company.text) AND creator_key = \(creator.folded)
                ORDER BY tag_key
                """
            let note: SQLRequest<Row> = """
                SELECT body, member, changed FROM creator_note
                WHERE company = \(company.text) AND creator_key = \(creator.folded)
                """
            return Remarks(
                tags: try tags.fetchAll(db),
                note: try note.fetchOne(db).map {
                    Remarks.Note(text: $0["body"], member: $0["member"], changed: Date(milliseconds: $0["changed"]))
                })
        }
    }

    /// The tags of many creators, by their folded names.
    public func tags(of creators: [Username], company: Slug) async throws -> [String: [String]] {
        try await read("read the tags in") { db in
            let keys = creators.map(\.folded)
            let rows: SQLRequest<Row> = """
                SELECT creator_key, tag FROM creator_tag
                WHERE company = \(company.text) AND creator_key IN \(keys) ORDER BY tag_key
                """
            return try rows.fetchAll(db).reduce(into: [:]) { $0[$1["creator_key"] as String, default: []].append($1["tag"]) }
        }
    }

    /// The company's tags with the number of creators that have them, by their folded form.
    public func tagCounts(of company: Slug) async throws -> [(tag: String, count: Int)] {
        try await read("count the tags in") { db in
            let rows: SQLRequest<Row> = """
                SELECT MIN(tag) AS tag, COUNT(*) AS count FROM creator_tag WHERE company = \(company.text)
                GROUP BY tag_key ORDER BY tag_key
                """
            return try rows.fetchAll(db).map { (tag: $0["tag"], count: $0["count"]) }
        }
    }

    /// The creators that a company tagged so, in any case.
    public func creators(tagged tag: String, of company: Slug) async throws -> [Username] {
        try await read("list the tagged creators of") { db in
            let all: SQLRequest<String> = """
                SELECT creator FROM creator_tag
                WHERE company = \(company.text) AND tag_key = \(SearchKey(tag).text) ORDER BY creator_key
                """
            return try all.fetchAll(db).compactMap { Username($0) }
        }
    }

    /// Different tags that a company may use.
    public static let tagLimit = 200

    /// Gives creators a tag or takes it from them. Two tags that differ in case only are one.
    ///
    /// - Returns: false where it would be one more than `tagLimit`, and nothing changed.
    public func tag(_ creators: [Username], _ tag: String, isOn: Bool, company: Slug) async throws -> Bool {
        let key = SearchKey(tag).text
        return try await write("tag creators in") { db in
            let others: SQLRequest<Int> = """
                SELECT COUNT(DISTINCT tag_key) FROM creator_tag WHERE company = \(company.text) AND tag_key <> \(key)
                """
            guard try !isOn || others.fetchOne(db) ?? 0 < Self.tagLimit else { return false }
            for creator in creators {
                try db.execute(
                    literal: isOn
                        ? """
                        INSERT INTO creator_tag (company, creator, creator_key, tag, tag_key)
                        VALUES (\(company.text), \(creator.text), \(creator.folded), \(tag), \(key)) ON CONFLICT DO NOTHING
                        """
                        : """
                        DELETE FROM creator_tag
                        WHERE company = \(company.text) AND creator_key = \(creator.folded) AND tag_key = \(key)
                        """)
            }
            return true
        }
    }

    /// Keeps a note on a creator in place of the one before; an empty one removes it.
    public func note(_ text: String, on creator: Username, by member: Member, at instant: Date) async throws {
        try await write("keep a note in") { db in
            try db.execute(
                literal: """
                    DELETE FROM creator_note WHERE company = \(member.company.text) AND creator_key = \(creator.folded)
                    """)
            guard text.showsSomething else { return }
            try db.execute(
                literal: """
                    INSERT INTO creator_note (company, creator, creator_key, body, member, changed)
                    VALUES (
                        \(member.company.text), \(creator.text), \(creator.folded), \(text), \(member.email),
                        \(instant.milliseconds)
                    )
                    """)
        }
    }

    /// When a company last invited each of some creators, by their folded names.
    public func lastInvited(_ creators: [Username], by company: Slug) async throws -> [String: Date] {
        try await read("look the last invitations up in") { db in
            let keys = creators.map(\.folded)
            let rows: SQLRequest<Row> = """
                SELECT creator_key, MAX(sent) AS last FROM invitation
                WHERE company = \(company.text) AND creator_key IN \(keys) GROUP BY creator_key
                """
            return try rows.fetchAll(db).reduce(into: [:]) { $0[$1["creator_key"] as String] = Date(milliseconds: $1["last"]) }
        }
    }

    /// The creators that a company invited since an instant.
    public func creatorsInvited(since instant: Date, by company: Slug) async throws -> [Username] {
        try await read("list the invited creators of") { db in
            let all: SQLRequest<String> = """
                SELECT MIN(creator) FROM invitation WHERE company = \(company.text) AND sent >= \(instant.milliseconds)
                GROUP BY creator_key ORDER BY creator_key
                """
            return try all.fetchAll(db).compactMap { Username($0) }
        }
    }
}
