public import Foundation
import Marketplace
public import Templating

/// A creator's inbox, made for a phone (SPEC N1–N3).
public struct InboxPage: Page {
    public let template = "pages/inbox"
    public let path: String
    private let content: Content
    private let phrases: Phrases

    /// What the page shows.
    public struct Content: Sendable {
        public let nickname: String
        /// Newest first.
        public let invitations: [InboxInvitation]
        /// Whether the creator wants no invitation from anybody.
        public let hasStoppedAll: Bool
        public let showsContact: Bool
        public let isAuthorized: Bool
        /// When the creator asked to be erased, if ever.
        public let erasureRequested: Date?

        public init(
            nickname: String, invitations: [InboxInvitation], hasStoppedAll: Bool, showsContact: Bool, isAuthorized: Bool,
            erasureRequested: Date?
        ) {
            self.nickname = nickname
            self.invitations = invitations
            self.hasStoppedAll = hasStoppedAll
            self.showsContact = showsContact
            self.isAuthorized = isAuthorized
            self.erasureRequested = erasureRequested
        }
    }

    /// - Parameter path: where it was asked for, below the top of the site.
    public init(_ content: Content, path: String, phrases: Phrases) {
        (self.content, self.path, self.phrases) = (content, path, phrases)
    }

    public static let shape = InboxFrame.shape.merging([
        "hello": .text, "invitations": .list(InboxInvitation.shape), "is_empty": .flag, "has_unseen": .flag,
        "has_stopped_all": .flag, "shows_contact": .flag, "is_authorized": .flag, "erasure_requested": .text,
        "reasons": .list(["value": .text, "text": .text]), "script_href": .text,
    ])

    public func title(in frame: PageFrame) -> String? { phrases(.inboxTitle) }
    public func summary(in frame: PageFrame) -> String { phrases(.inboxTitle) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let address = String(path.split(separator: "/").last ?? "")
        return InboxFrame.values(path: path, address: address, phrases, in: frame).merging([
            "hello": .text(phrases(.inboxHello, ["name": content.nickname])),
            "invitations": .list(content.invitations.map { $0.values(root: root, phrases, in: frame) }),
            "is_empty": .flag(content.invitations.isEmpty),
            "has_unseen": .flag(content.invitations.contains { $0.invitation.state == .sent }),
            "has_stopped_all": .flag(content.hasStoppedAll), "shows_contact": .flag(content.showsContact),
            "is_authorized": .flag(content.isAuthorized),
            "erasure_requested": .text(
                content.erasureRequested.map {
                    phrases(.eraseRequested, ["date": PhraseDate.day($0, in: frame.site.timeZone, phrases)])
                }),
            "reasons": .list(
                DeclineReason.allCases.map { ["value": .text($0.rawValue), "text": .text(phrases($0.phrase))] }),
            "script_href": .text(root + "assets/inbox.js"),
        ])
    }
}

/// Why a creator declines, where they choose one of the ready answers.
public enum DeclineReason: String, CaseIterable, Sendable, Hashable {
    case busy
    case fit
    case terms

    var phrase: PhraseKey {
        switch self {
        case .busy: .reasonBusy
        case .fit: .reasonFit
        case .terms: .reasonTerms
        }
    }
}

/// What all pages of an inbox have.
enum InboxFrame {
    static let shape: TemplateShape = [
        "lang": .text, "words": .record(Phrases.shape), "inbox_path": .text, "footer": .text, "language_code": .text,
        "languages": .list(["name": .text, "code": .text, "href": .text, "current": .flag]),
    ]

    static func values(path: String, address: String, _ phrases: Phrases, in frame: PageFrame) -> TemplateRecord {
        [
            "lang": .text(phrases.language.rawValue), "words": .record(phrases.record), "inbox_path": .text(address),
            "footer": .text(phrases(.footer, ["site": frame.site.name])),
            "language_code": .text(phrases.language.rawValue),
            "languages": .list(
                Language.allCases.map {
                    [
                        "name": .text($0.name), "code": .text($0.rawValue),
                        "href": .text("\(String(path.split(separator: "/").last ?? ""))?lang=\($0.rawValue)"),
                        "current": .flag($0 == phrases.language),
                    ]
                }),
        ]
    }
}
