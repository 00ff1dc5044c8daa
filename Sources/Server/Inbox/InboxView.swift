import Foundation
import Marketplace
import Pages
import Store

/// Everything that an inbox shows, for people and for programs.
struct InboxView: Sendable {
    let owner: InboxDoor.Owner
    let received: [ReceivedInvitation]
    let optOuts: OptOuts
    let companies: [Slug: InboxCompany]
    let erasureRequested: Date?

    init(of owner: InboxDoor.Owner, settings: ServerSettings, shelf: CompanyShelf) async throws {
        self.owner = owner
        received = try await settings.store.received(by: owner.username)
        optOuts = try await settings.store.optOuts(of: owner.username)
        erasureRequested = try await settings.store.erasureRequest(of: owner.username)
        companies = try Set(received.map(\.invitation.company)).reduce(into: [:]) { $0[$1] = try shelf.company($1) }
    }

    var nickname: String {
        owner.creator.map { PublicCreator($0).nickname } ?? received.first?.invitation.nickname ?? owner.username.text
    }

    var market: Market? { owner.creator?.market ?? received.first?.invitation.market }

    var language: Language { market.map(Language.init(of:)) ?? .english }

    var content: InboxPage.Content {
        InboxPage.Content(
            nickname: nickname,
            invitations: received.map { received in
                InboxInvitation(
                    invitation: received.invitation, company: companies[received.invitation.company],
                    contacts: received.contacts,
                    isStopped: optOuts.companies.contains(received.invitation.company))
            },
            hasStoppedAll: optOuts.isComplete, showsContact: owner.creator?.showsContact ?? false,
            isAuthorized: owner.creator?.isAuthorized ?? false, erasureRequested: erasureRequested)
    }

    // MARK: JSON

    var json: JSONValue {
        .members([
            "creator": .string(owner.username.text), "nickname": .string(nickname), "market": .string(market?.rawValue),
            "language": .string(language.rawValue), "contact_visible": .boolean(content.showsContact),
            "authorized": .boolean(content.isAuthorized),
            "stopped": .members([
                "all": .boolean(optOuts.isComplete), "companies": .array(optOuts.companies.map { .string($0.text) }),
            ]),
            "erasure_requested": .string(erasureRequested?.rfc3339),
            "invitations": .array(received.map(json)),
        ])
    }

    func json(_ received: ReceivedInvitation) -> JSONValue {
        let invitation = received.invitation
        return .members([
            "id": .string(invitation.id.text), "state": .string(invitation.state.rawValue),
            "purpose": .string(invitation.message.purpose.rawValue), "sent": .string(invitation.sent.rfc3339),
            "message": .string(invitation.message.text),
            "company": companies[invitation.company].map(Self.json)
                ?? .members(["slug": .string(invitation.company.text)]),
            "contacts": received.contacts.map(Self.json),
            "history": .array(received.events.map(Self.json)),
        ])
    }

    private static func json(_ company: InboxCompany) -> JSONValue {
        .members([
            "slug": .string(company.company.slug.text), "name": .string(company.company.name),
            "service": .string(company.open(company.company.service)),
            "category": .string(company.open(company.company.category)),
            "address": .string(company.open(company.company.address)), "introduction_html": .string(company.introductionHTML),
            "linked_creators": .integer(company.linkedCount),
            "top_creators": .array(company.topCreators.map { .raw($0.json(profileHTML: nil)) }),
        ])
    }

    private static func json(_ contacts: ContactDetails) -> JSONValue {
        .array(
            contacts.entries().map { channel, address in
                .members([
                    "channel": .string(channel.rawValue), "address": .string(address),
                    "link": .string(channel.link(to: address)),
                ])
            })
    }

    static func json(_ event: InvitationEvent) -> JSONValue {
        .members([
            "state": .string(event.kind.rawValue), "at": .string(event.instant.rfc3339), "reason": .string(event.reason),
        ])
    }
}
