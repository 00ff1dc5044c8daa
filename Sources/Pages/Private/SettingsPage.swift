public import Foundation
public import Marketplace
public import Templating

/// What a member decides about their own access: password, sessions, tokens.
public struct SettingsPage: Page {
    public let template = "pages/settings"
    public let path: String
    private let content: Content

    /// A browser that is signed in.
    public struct Session: Sendable {
        public let id: String
        public let device: String
        public let begun: Date
        public let used: Date
        public let expires: Date
        public let isCurrent: Bool

        public init(id: String, device: String, begun: Date, used: Date, expires: Date, isCurrent: Bool) {
            (self.id, self.device, self.begun, self.used) = (id, device, begun, used)
            (self.expires, self.isCurrent) = (expires, isCurrent)
        }
    }

    /// What a program signs in with.
    public struct Token: Sendable {
        public let id: String
        public let name: String
        public let created: Date
        public let used: Date?

        public init(id: String, name: String, created: Date, used: Date?) {
            (self.id, self.name, self.created, self.used) = (id, name, created, used)
        }
    }

    /// What was wrong with a field that was sent.
    public struct Fault: Sendable {
        public let field: String
        public let detail: Saying

        public init(field: String, detail: Saying) {
            (self.field, self.detail) = (field, detail)
        }
    }

    /// All that the page shows.
    public struct Content: Sendable {
        public var member: Member
        public var company: Company
        /// Since when there is a password; nil where there is none.
        public var passwordChanged: Date?
        /// Until when no old password is asked for; nil where one is.
        public var freeUntil: Date?
        public var sessions: [Session]
        public var tokens: [Token]
        public var notice: Saying?
        public var fault: Fault?

        public init(
            member: Member, company: Company, passwordChanged: Date?, freeUntil: Date?, sessions: [Session], tokens: [Token],
            notice: Saying? = nil, fault: Fault? = nil
        ) {
            (self.member, self.company, self.passwordChanged, self.freeUntil) = (member, company, passwordChanged, freeUntil)
            (self.sessions, self.tokens, self.notice, self.fault) = (sessions, tokens, notice, fault)
        }
    }

    /// - Parameters:
    ///   - path: the address that answers with it, below the top of the site.
    ///   - shortest: characters that a password has at least.
    public init(_ content: Content, path: String = "settings", shortest: Int) {
        self.content = content
        self.path = path
        self.shortest = shortest
    }

    private let shortest: Int

    public static let shape: TemplateShape = [
        "notice": .text, "fault": .record(["anchor": .text, "detail": .text]),
        "account": .record(["address": .text, "company": .text, "role": .text]), "password": .record(passwordShape),
        "sessions": .list([
            "id": .text, "device": .text, "begun_text": .text, "used_text": .text, "expires_text": .text, "is_current": .flag,
        ]),
        "other_count_text": .text, "end_action": .text,
        "tokens": .list(["id": .text, "label": .text, "created_text": .text, "used_text": .text]), "has_tokens": .flag,
        "token_action": .text, "revoke_action": .text, "name_error": .text,
    ]

    public func title(in frame: PageFrame) -> String? { frame.words(.titleSettings) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summarySettings) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let others = content.sessions.count { !$0.isCurrent }
        return [
            "notice": .text(content.notice.map { frame.words($0) }),
            "fault": content.fault.map { .record(["anchor": .text($0.field), "detail": .text(frame.words($0.detail))]) },
            "account": .record([
                "address": .text(content.member.email), "company": .text(content.company.name),
                "role": .text(frame.words[content.member.role]),
            ]),
            "password": .record(passwordValues(in: frame)),
            "sessions": .list(content.sessions.map { values(of: $0, in: frame) }),
            "other_count_text": others > 0 ? .text(frame.words.count(others, .sessionsEndOne, .sessionsEndMany)) : nil,
            "end_action": .text(root + "settings/sessions/end"),
            "tokens": .list(content.tokens.map { values(of: $0, in: frame) }), "has_tokens": .flag(!content.tokens.isEmpty),
            "token_action": .text(root + "settings/tokens"), "revoke_action": .text(root + "settings/tokens/revoke"),
            "name_error": .text(detail(of: "name", frame.words)),
        ]
    }

    private static let passwordShape: TemplateShape = [
        "action": .text, "address": .text, "state_text": .text, "free_text": .text, "needs_old": .flag, "needs_link": .flag,
        "rule": .text, "button": .text, "old_error": .text, "new_error": .text,
    ]

    private func passwordValues(in frame: PageFrame) -> TemplateRecord {
        let words = frame.words
        let isFree = content.freeUntil != nil
        return [
            "action": .text(root + "settings/password"), "address": .text(content.member.email),
            "state_text": .text(
                content.passwordChanged.map { words(.passwordState, ["time": frame.text(of: $0)]) } ?? words(.passwordNone)),
            "free_text": .text(
                content.freeUntil.map { words(.passwordFree, ["time": frame.text(of: $0)]) }),
            "needs_old": .flag(!isFree && content.passwordChanged != nil),
            "needs_link": .flag(!isFree && content.passwordChanged == nil),
            "rule": .text(words(.passwordRule, ["count": String(shortest)])),
            "button": .text(words(content.passwordChanged == nil ? .passwordSet : .passwordChange)),
            "old_error": .text(detail(of: "current_password", words)), "new_error": .text(detail(of: "new_password", words)),
        ]
    }

    private func detail(of field: String, _ words: Wording) -> String? {
        content.fault.flatMap { $0.field == field ? words($0.detail) : nil }
    }

    private func values(of session: Session, in frame: PageFrame) -> TemplateRecord {
        func text(_ instant: Date) -> String { frame.text(of: instant) }
        return [
            "id": .text(session.id),
            "device": .text(session.device),
            "begun_text": .text(text(session.begun)), "used_text": .text(text(session.used)),
            "expires_text": .text(text(session.expires)), "is_current": .flag(session.isCurrent),
        ]
    }

    private func values(of token: Token, in frame: PageFrame) -> TemplateRecord {
        func text(_ instant: Date) -> String { frame.text(of: instant) }
        return [
            "id": .text(token.id), "label": .text(token.name), "created_text": .text(text(token.created)),
            "used_text": .text(token.used.map(text) ?? frame.words(.never)),
        ]
    }
}
