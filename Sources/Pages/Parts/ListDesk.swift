public import Foundation
import Marketplace
import Templating

/// What a signed-in member has beside a list of creators: picks, tags, shortlists, and who was invited when.
public struct ListDesk: Sendable {
    /// How many creators the member has picked.
    public var pickCount = 0
    /// Folded usernames of those.
    public var picked: Set<String> = []
    /// By folded username; only those of the page.
    public var tags: [String: [String]] = [:]
    /// When the company last invited a creator, by folded username; only those of the page.
    public var lastInvited: [String: Date] = [:]
    /// Key and name of each shortlist.
    public var shortlists: [(id: String, name: String)] = []
    public var knownTags: [String] = []
    public var filter = MemberFilter()

    public init() {}

    /// Filters that only members have, as they stand in the address.
    public struct MemberFilter: Sendable, Hashable {
        /// The key of a shortlist.
        public var shortlist: String?
        public var tag: String?
        /// Only creators whom the company has not invited in so many days.
        public var notInvitedDays: Int?

        public init() {}

        public static let names = ["shortlist", "tag", "not_invited_days"]

        var parameters: [(name: String, value: String)] {
            [("shortlist", shortlist), ("tag", tag), ("not_invited_days", notInvitedDays.map { String($0) })]
                .compactMap { name, value in value.map { (name, $0) } }
        }
    }

    static let shape: TemplateShape = [
        "username": .text, "is_picked": .flag, "tags": .list(["name": .text]), "invited_text": .text,
    ]

    /// What stands in a card for the member.
    func values(of username: String, in frame: PageFrame) -> TemplateRecord {
        let key = username.lowercased()
        return [
            "username": .text(username), "is_picked": .flag(picked.contains(key)),
            "tags": .list(tags[key, default: []].map { ["name": .text($0)] }),
            "invited_text": .text(lastInvited[key].map { frame.text(of: $0) }),
        ]
    }
}
