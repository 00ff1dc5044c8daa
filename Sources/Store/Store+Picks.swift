import GRDB
public import Marketplace

/// How a list of creators changes.
public enum ListChange: String, CaseIterable, Sendable {
    case add
    case remove
    /// The list has the given creators afterwards, and no others.
    case replace
}

extension Store {
    /// Creators that a member may have picked at one time.
    public static let pickLimit = 1_000

    /// The creators that a member picked, in the order in which they were.
    public func picks(of member: Member) async throws -> [Username] {
        try await read("list the picks of") { try Self.picks(of: member, $0) }
    }

    /// Changes what a member has picked.
    ///
    /// - Returns: the picks after it; nil where there would be more than `pickLimit`, and nothing changed.
    public func changePicks(_ change: ListChange, _ creators: [Username], of member: Member) async throws -> [Username]? {
        try await write("change the picks in") { db in
            let before = try Self.picks(of: member, db)
            let after = change.applied(to: before, creators)
            guard after.count <= Self.pickLimit else { return nil }
            try db.execute(literal: "DELETE FROM pick WHERE member = \(member.email)")
            for (place, creator) in after.enumerated() {
                try db.execute(
                    literal: """
                        INSERT INTO pick (member, creator, creator_key, place)
                        VALUES (\(member.email), \(creator.text), \(creator.folded), \(place))
                        """)
            }
            return after
        }
    }

    private static func picks(of member: Member, _ db: Database) throws -> [Username] {
        let all: SQLRequest<String> = "SELECT creator FROM pick WHERE member = \(member.email) ORDER BY place"
        return try all.fetchAll(db).compactMap { Username($0) }
    }
}

extension ListChange {
    /// The list after it; each creator stands once, where they stood first.
    func applied(to list: [Username], _ creators: [Username]) -> [Username] {
        switch self {
        case .add: Self.distinct(list + creators)
        case .replace: Self.distinct(creators)
        case .remove:
            list.filter { [gone = Set(creators.map(\.folded))] in !gone.contains($0.folded) }
        }
    }

    private static func distinct(_ creators: [Username]) -> [Username] {
        var seen: Set<String> = []
        return creators.filter { seen.insert($0.folded).inserted }
    }
}
