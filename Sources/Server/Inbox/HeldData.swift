import Foundation
import Marketplace
import Pages
import Store

/// Everything that a site holds about a creator, for the creator.
struct HeldData: Sendable {
    private let view: InboxView
    private let reveals: [Reveal]
    private let ledger: [LedgerEntry]
    private let basis: String
    private let companies: [Company]
    private let sources: [ContactChannel: ContactSource]

    init(of view: InboxView, settings: ServerSettings) async throws {
        self.view = view
        reveals = try await settings.store.reveals(ofCreator: view.owner.username)
        ledger = try await settings.store.ledger(of: view.owner.username)
        basis = settings.site.correspondence.contactBasis
        companies = settings.renderer.companies
        sources = try await settings.store.contactSources(of: view.owner.username)
    }

    private func name(of company: Slug) -> String { companies.first { $0.slug == company }?.name ?? company.text }

    private var contacts: [InboxDataPage.Contact] {
        let entries = view.owner.creator?.contacts.entries() ?? []
        return entries.map { channel, address in
            let known = sources[channel]
            return InboxDataPage.Contact(
                channel: channel, address: address, source: known?.source ?? Self.ownFiles, since: known?.since,
                basis: known?.basis ?? basis)
        }
    }

    /// What is said of contacts that no import brought.
    static let ownFiles = "creators/"

    var content: InboxDataPage.Content {
        InboxDataPage.Content(
            record: view.owner.creator?.json, contacts: contacts,
            reveals: reveals.map { (company: name(of: $0.company), revealed: $0.revealed) },
            log: ledger.map { (kind: $0.kind.rawValue, instant: $0.instant, detail: $0.detail) })
    }

    var json: JSONValue {
        .members([
            "record": view.owner.creator.map { .raw($0.json) },
            "contacts": .array(
                contacts.map { contact in
                    .members([
                        "channel": .string(contact.channel.rawValue), "address": .string(contact.address),
                        "source": .string(contact.source), "since": .string(contact.since?.rfc3339),
                        "basis": .string(contact.basis),
                    ])
                }),
            "inbox": view.json,
            "reveals": .array(
                reveals.map { reveal in
                    .members([
                        "company": .string(name(of: reveal.company)), "at": .string(reveal.revealed.rfc3339),
                        "channels": .array(reveal.channels.map { .string($0.rawValue) }),
                    ])
                }),
            "ledger": .array(
                ledger.map { entry in
                    .members([
                        "number": .integer(Int(entry.number)), "at": .string(entry.instant.rfc3339),
                        "kind": .string(entry.kind.rawValue), "detail": .raw(entry.detail), "hash": .string(entry.hash),
                    ])
                }),
        ])
    }
}
