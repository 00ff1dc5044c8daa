public import Foundation
public import Marketplace
public import Templating

/// What is held about a creator, for the creator.
public struct InboxDataPage: Page {
    public let template = "pages/inbox-data"
    public let path: String
    private let content: Content
    private let phrases: Phrases

    /// What the page shows.
    public struct Content: Sendable {
        /// The record as one JSON object; nil where the catalogue has none.
        public let record: String?
        public let contacts: [Contact]
        /// Newest first.
        public let reveals: [(company: String, revealed: Date)]
        /// Oldest first; details are JSON.
        public let log: [(kind: String, instant: Date, detail: String)]

        public init(
            record: String?, contacts: [Contact], reveals: [(company: String, revealed: Date)],
            log: [(kind: String, instant: Date, detail: String)]
        ) {
            (self.record, self.contacts, self.reveals, self.log) = (record, contacts, reveals, log)
        }
    }

    /// A contact detail with where it came from.
    public struct Contact: Sendable {
        public let channel: ContactChannel
        public let address: String
        public let source: String
        public let since: Date?
        public let basis: String

        public init(channel: ContactChannel, address: String, source: String, since: Date?, basis: String) {
            (self.channel, self.address, self.source, self.since, self.basis) = (channel, address, source, since, basis)
        }
    }

    public init(_ content: Content, path: String, phrases: Phrases) {
        (self.content, self.path, self.phrases) = (content, path, phrases)
    }

    public static let shape = InboxFrame.shape.merging([
        "back_href": .text, "download_href": .text, "record": .text,
        "contacts": .list(["channel": .text, "address": .text, "source": .text, "since": .text, "basis": .text]),
        "reveals": .list(["company": .text, "day": .text]), "log": .list(["kind": .text, "day": .text, "detail": .text]),
        "has_reveals": .flag, "has_contacts": .flag, "has_log": .flag,
    ])

    public func title(in frame: PageFrame) -> String? { phrases(.dataHeading) }
    public func summary(in frame: PageFrame) -> String { phrases(.dataHeading) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let token = String(path.split(separator: "/").dropFirst().first ?? "")
        func day(_ instant: Date) -> String { PhraseDate.day(instant, in: frame.site.timeZone, phrases) }
        return InboxFrame.values(path: path, address: "../" + token, phrases, in: frame).merging([
            "back_href": .text("../\(token)?lang=\(phrases.language.rawValue)"), "download_href": .text("data.json"),
            "record": .text(content.record),
            "contacts": .list(
                content.contacts.map {
                    [
                        "channel": .text(phrases.name(of: $0.channel)), "address": .text($0.address),
                        "source": .text($0.source),
                        "since": .text($0.since.map(day)), "basis": .text($0.basis),
                    ]
                }),
            "reveals": .list(content.reveals.map { ["company": .text($0.company), "day": .text(day($0.revealed))] }),
            "log": .list(
                content.log.map { ["kind": .text($0.kind), "day": .text(day($0.instant)), "detail": .text($0.detail)] }),
            "has_reveals": .flag(!content.reveals.isEmpty), "has_contacts": .flag(!content.contacts.isEmpty),
            "has_log": .flag(!content.log.isEmpty),
        ])
    }
}
