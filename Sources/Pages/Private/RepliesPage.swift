import Marketplace
public import Templating

/// How many invitations were answered, by what they have in common (SPEC H2). Each rate stands beside the number that it
/// rests on.
public struct RepliesPage: Page {
    public let template = "pages/replies"
    public let path = "replies"
    private let tables: [Table]
    private let query: String

    /// The rates by one property.
    public struct Table: Sendable {
        /// "template", "market", "member" or "purpose".
        public let by: String
        public let rows: [Row]

        public init(by: String, rows: [Row]) { (self.by, self.rows) = (by, rows) }
    }

    /// A group of invitations.
    public struct Row: Sendable {
        /// What they have in common; nil where they have none.
        public let value: String?
        public let sent: Int
        public let seen: Int
        public let interested: Int
        public let declined: Int

        public init(value: String?, sent: Int, seen: Int, interested: Int, declined: Int) {
            self.value = value
            self.sent = sent
            self.seen = seen
            self.interested = interested
            self.declined = declined
        }
    }

    /// - Parameter query: the query string of the history that they are about.
    public init(tables: [Table], query: String) {
        (self.tables, self.query) = (tables, query)
    }

    public static let shape: TemplateShape = [
        "history_link": .text, "is_empty": .flag,
        "tables": .list([
            "id": .text, "heading": .text, "column": .text,
            "rows": .list([
                "name": .text, "sent": .text, "seen": .text, "interested": .text, "declined": .text, "rate": .text,
                "basis": .text,
            ]),
        ]),
    ]

    public func title(in frame: PageFrame) -> String? { frame.words(.titleReplies) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryReplies) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        [
            "history_link": .text("invitations" + (query.isEmpty ? "" : "?" + query)),
            "is_empty": .flag(tables.allSatisfy(\.rows.isEmpty)),
            "tables": .list(
                tables.map { table in
                    [
                        "id": .text("by-" + table.by), "heading": .text(frame.words(Self.keys(of: table.by).heading)),
                        "column": .text(frame.words(Self.keys(of: table.by).column)),
                        "rows": .list(table.rows.map { values(of: $0, by: table.by, frame.words) }),
                    ]
                }),
        ]
    }

    private func values(of row: Row, by group: String, _ words: Wording) -> TemplateRecord {
        let replies = row.interested + row.declined
        // Thousandths, rounded: the text has one decimal.
        let thousandths = row.sent == 0 ? 0 : (replies * 2_000 + row.sent) / (row.sent * 2)
        return [
            "name": .text(Self.name(row.value, by: group, words)), "sent": .text(NumberText.exact(row.sent)),
            "seen": .text(NumberText.exact(row.seen)), "interested": .text(NumberText.exact(row.interested)),
            "declined": .text(NumberText.exact(row.declined)),
            "rate": .text("\(thousandths / 10).\(thousandths % 10) %"),
            "basis": .text(
                words(.repliesBasis, ["replies": NumberText.exact(replies), "sent": NumberText.exact(row.sent)])),
        ]
    }

    private static func keys(of group: String) -> (heading: WordingKey, column: WordingKey) {
        switch group {
        case "template": (.repliesByTemplate, .repliesTemplate)
        case "market": (.repliesByMarket, .repliesMarket)
        case "member": (.repliesByMember, .repliesMember)
        default: (.repliesByPurpose, .repliesPurpose)
        }
    }

    private static func name(_ value: String?, by group: String, _ words: Wording) -> String {
        guard let value else { return words(.repliesWithoutTemplate) }
        switch group {
        case "market": return Market(rawValue: value).map { words[$0] } ?? value
        case "purpose": return Purpose(rawValue: value).map { words[$0].name } ?? value
        default: return value
        }
    }
}
