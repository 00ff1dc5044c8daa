public import Foundation
public import Marketplace
import Templating

/// What would become of picked creators, before anything is sent (SPEC I6).
public struct BulkPreview: Sendable {
    public let entries: [Entry]
    public let quota: InvitationQuota

    public init(entries: [Entry], quota: InvitationQuota) {
        (self.entries, self.quota) = (entries, quota)
    }

    /// One creator's part.
    public struct Entry: Sendable {
        public let username: String
        public let nickname: String
        /// Nil for a name that is in nobody's catalogue.
        public let market: Market?
        public let fate: Fate

        public init(username: String, nickname: String, market: Market?, fate: Fate) {
            (self.username, self.nickname, self.market, self.fate) = (username, nickname, market, fate)
        }
    }

    /// What would become of one of them.
    public enum Fate: Hashable, Sendable {
        case sendable
        case coolingDown(until: Date)
        /// The day's invitations go to those before.
        case overLimit(until: Date)
        /// An invitation waits already.
        case queued
        case optedOut
        case notListed

        /// The names for programs, in the order in which groups are shown; those of rules are the rules' own.
        public static let keys = ["sendable", "creator_cooldown", "daily_limit", "queued", "opted_out", "not_listed"]

        public var key: String {
            switch self {
            case .sendable: "sendable"
            case .coolingDown: InvitationRule.creatorCooldown.rawValue
            case .overLimit: InvitationRule.dailyLimit.rawValue
            case .queued: "queued"
            case .optedOut: InvitationRule.optedOut.rawValue
            case .notListed: InvitationRule.notListed.rawValue
            }
        }

        /// When waiting heals it.
        public var until: Date? {
            switch self {
            case .coolingDown(let until), .overLimit(let until): until
            case .sendable, .queued, .optedOut, .notListed: nil
            }
        }

        var isSendable: Bool { self == .sendable }
    }

    private static let groupNames: [String: (name: WordingKey, meaning: WordingKey)] = [
        "sendable": (.fateSendable, .fateSendableMeans), "creator_cooldown": (.fateCooldown, .fateCooldownMeans),
        "daily_limit": (.fateLimit, .fateLimitMeans), "queued": (.fateQueued, .fateQueuedMeans),
        "opted_out": (.fateOptedOut, .fateOptedOutMeans), "not_listed": (.fateNotListed, .fateNotListedMeans),
    ]

    static let shape: TemplateShape = [
        "groups": .list([
            "key": .text, "count": .text, "name": .text, "meaning": .text,
            "creators": .list(["username": .text, "nickname": .text, "market_name": .text, "href": .text, "until_text": .text]),
        ]),
        "quota": .record(QuotaValues.shape), "count_text": .text,
    ]

    func values(root: String, in frame: PageFrame) -> TemplateRecord {
        let groups: [TemplateRecord] = Fate.keys.compactMap { key in
            let members = entries.filter { $0.fate.key == key }
            guard !members.isEmpty, let group = Self.groupNames[key] else { return nil }
            return [
                "key": .text(key), "count": .text(NumberText.exact(members.count)), "name": .text(frame.words(group.name)),
                "meaning": .text(frame.words(group.meaning)),
                "creators": .list(members.map { values(of: $0, root: root, in: frame) }),
            ]
        }
        return [
            "groups": .list(groups), "quota": .record(QuotaValues.values(of: quota, in: frame)),
            "count_text": .text(frame.words.creators(entries.count)),
        ]
    }

    private func values(of entry: Entry, root: String, in frame: PageFrame) -> TemplateRecord {
        [
            "username": .text(entry.username), "nickname": .text(entry.nickname),
            "market_name": .text(entry.market.map { frame.words[$0] }),
            "href": .text(entry.market == nil ? nil : root + "creators/\(entry.username).html"),
            "until_text": .text(entry.fate.until.map { frame.text(of: $0) }),
        ]
    }
}
