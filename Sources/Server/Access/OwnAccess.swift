import Foundation
import Marketplace
import Pages
import Store

/// How a member can sign in, for the page and for its twin.
struct OwnAccess {
    let member: Member
    let company: Company
    let passwordChanged: Date?
    /// The session that asks; nil for a token.
    let current: MemberSession?
    let sessions: [MemberSession]
    let tokens: [AccessToken]
    let now: Date
    let words: Wording

    var content: SettingsPage.Content {
        SettingsPage.Content(
            member: member, company: company, passwordChanged: passwordChanged,
            freeUntil: current.flatMap { $0.linkUntil > now ? $0.linkUntil : nil },
            sessions: sessions.map { session in
                SettingsPage.Session(
                    id: session.id, device: DeviceLabel.shown(session.device, in: words), begun: session.begun,
                    used: session.used, expires: session.expires,
                    isCurrent: session.id == current?.id)
            },
            tokens: tokens.map { SettingsPage.Token(id: $0.id, name: $0.name, created: $0.created, used: $0.used) })
    }

    var json: JSONValue {
        .members([
            "email": .string(member.email), "company": .string(company.slug.text), "role": .string(member.role.rawValue),
            "password_changed": .string(passwordChanged?.rfc3339), "sessions": .array(sessions.map(json)),
            "tokens": .array(tokens.map(json)),
        ])
    }

    private func json(_ session: MemberSession) -> JSONValue {
        .members([
            "id": .string(session.id), "device": .string(DeviceLabel.shown(session.device, in: words)),
            "begun": .string(session.begun.rfc3339),
            "used": .string(session.used.rfc3339), "expires": .string(session.expires.rfc3339),
            "current": .boolean(session.id == current?.id),
        ])
    }

    private func json(_ token: AccessToken) -> JSONValue {
        .members([
            "id": .string(token.id), "name": .string(token.name), "created": .string(token.created.rfc3339),
            "used": .string(token.used?.rfc3339),
        ])
    }
}
