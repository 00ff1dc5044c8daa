import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import Pages
import Store

/// `POST /contact`: a creator's channels for a member, or why not (SPEC K1–K3).
struct ContactRoute: Sendable {
    let settings: ServerSettings
    let gate: MemberGate
    let lookup: CreatorLookup

    func add(to router: Router<RequestState>) {
        router.post("contact") { request, state in try await reveal(request, state) }
    }

    private func reveal(_ request: Request, _ state: RequestState) async throws -> Response {
        let form = try await SubmittedForm(of: request)
        try form.allowOnly(["creator"])
        let admission: MemberGate.Admission
        switch try gate.verdict(on: request, state, action: "contact", form: form) {
        case .answer(let response): return response
        case .admitted(let admitted): admission = admitted
        }
        guard let name = form.text("creator") else { throw Problem.unprocessable(Saying(.detailNameACreator)) }
        guard let creator = try lookup.open(name, to: admission.company) else { throw Self.notListed(name) }
        guard creator.showsContact else { return try hidden(creator, request, admission) }

        let entries = creator.contacts.entries(preferring: settings.site.channels(in: creator.market))
        if !entries.isEmpty {
            try await settings.store.registerContacts(
                of: [(creator.username, creator.contacts)], source: HeldData.ownFiles,
                basis: settings.site.correspondence.contactBasis, at: settings.now())
            // Recorded before it is shown: a reveal that cannot be logged does not happen (SPEC K3).
            try await settings.store.recordReveal(
                of: creator.username, channels: entries.map(\.channel), to: admission.member, at: settings.now()
            )
        }
        let delivery = try await delivery(to: creator, by: admission.company, request)
        return answer(to: request, creator: creator, entries: entries, delivery: delivery, viewer: admission.viewer)
    }

    /// How to bring the creator the link to the inbox; nil where the company has not invited them.
    private func delivery(to creator: Creator, by company: Company, _ request: Request) async throws -> InboxDelivery? {
        guard let last = try await settings.store.invitations(to: creator.username, of: company.slug).first,
            let link = try await InboxLinks(settings: settings).address(of: creator.username, for: request)
        else { return nil }
        let phrases = settings.renderer.phrases(in: Language(of: last.market))
        return InboxDelivery(link: link, nickname: last.nickname, company: company.name, phrases)
    }

    private func answer(
        to request: Request, creator: Creator, entries: [(channel: ContactChannel, address: String)],
        delivery: InboxDelivery?, viewer: PageFrame.Viewer
    ) -> Response {
        switch AnswerFormat(for: request) {
        case .html:
            let page = ContactPage(
                creator: PublicCreator(creator), content: .shown(entries), delivery: delivery)
            return Answer.html(settings.renderer.servedPage(page, for: viewer))
        case .json:
            let channels = entries.map { entry in
                JSONValue.members([
                    "channel": .string(entry.channel.rawValue), "address": .string(entry.address),
                    "link": .string(entry.channel.link(to: entry.address)),
                    "deliver": .string(delivery?.link(over: entry.channel, to: entry.address)),
                ])
            }
            return Answer.json(
                .members([
                    "creator": .string(creator.username.text), "nickname": .string(PublicCreator(creator).nickname),
                    "channels": .array(channels),
                ])
            )
        }
    }

    private func hidden(_ creator: Creator, _ request: Request, _ admission: MemberGate.Admission) throws -> Response {
        guard AnswerFormat(for: request) == .html else {
            throw Problem(
                status: .forbidden, title: Saying(.problemContactHidden),
                detail: Saying(.detailContactHidden, ["name": PublicCreator(creator).nickname]),
                mend: Saying(.mendInvite),
                rule: "contact_hidden"
            )
        }
        let page = ContactPage(creator: PublicCreator(creator), content: .hidden)
        return Answer.html(settings.renderer.servedPage(page, for: admission.viewer), status: .forbidden)
    }

    private static func notListed(_ name: String) -> Problem {
        Problem(
            status: .notFound, title: Saying(.problemNotInCatalogue),
            detail: Saying(.detailNotInCatalogue, ["name": name]), mend: Saying(.mendLookFor),
            rule: InvitationRule.notListed.rawValue
        )
    }
}
