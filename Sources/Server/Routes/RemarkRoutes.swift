import Foundation
import Hummingbird
import Marketplace
import Pages
import Store

/// What a company knows of a creator besides the catalogue: tags, a note, and everything that was done, in its order.
struct RemarkRoutes: Sendable {
    let settings: ServerSettings
    let gate: MemberGate
    let lookup: CreatorLookup

    func add(to router: Router<RequestState>) {
        router.get("timeline/:creator") { request, state in try await timeline(request, state) }
        router.post("tags") { request, state in try await tag(request, state) }
        router.post("notes") { request, state in try await note(request, state) }
    }

    private func timeline(_ request: Request, _ state: RequestState) async throws -> Response {
        let admission = try gate.admission(state)
        let address = state.parameters.get("creator") ?? ""
        let isJSON = address.hasSuffix(".json")
        let name = (isJSON ? String(address.dropLast(5)) : address).removingPercentEncoding ?? ""
        guard let username = Username(name) else { throw Problem.notFound() }
        let company = admission.company.slug
        let store = settings.store
        let open = try lookup.open(name, to: admission.company).map(PublicCreator.init)
        let invitations = try await store.invitations(to: username, of: company)
        let reveals = try await store.reveals(of: company, creator: username)
        let remarks = try await store.remarks(on: username, of: company)
        guard open != nil || !invitations.isEmpty || !reveals.isEmpty || remarks.note != nil || !remarks.tags.isEmpty else {
            throw Problem.notFound(Saying(.detailNotInCatalogue, ["name": name]))
        }
        let events = TimelineEvent.all(invitations: invitations, reveals: reveals)
        guard AnswerFormat(for: request) == .html else {
            return Answer.json(Self.json(username, events: events, remarks: remarks))
        }
        let page = TimelinePage(
            username: username, nickname: open?.nickname ?? invitations.first?.nickname ?? username.text,
            isListed: open != nil, events: events.map(\.shown), tags: remarks.tags,
            note: remarks.note.map { ($0.text, $0.member, $0.changed) })
        return Answer.html(settings.renderer.servedPage(page, for: admission.viewer))
    }

    private static func json(_ username: Username, events: [TimelineEvent], remarks: Remarks) -> JSONValue {
        .members([
            "creator": .string(username.text), "tags": .array(remarks.tags.map { .string($0) }),
            "note": .string(remarks.note?.text), "events": .array(events.map(\.json)),
        ])
    }

    private func tag(_ request: Request, _ state: RequestState) async throws -> Response {
        try await gate.post(
            request, state, fields: ["creator", "tag", "on"], repeatable: "creator", byteLimit: InviteFields.byteLimit
        ) { form, admission in
            guard let tag = form.text("tag"), ShortName.accepts(tag, longest: 40) else {
                throw Problem.unprocessable(Saying(.detailTag))
            }
            let creators = try open(try PickRoutes.usernames(form), to: admission)
            let isOn = form.text("on") == nil ? true : try form.flag("on")
            guard try await settings.store.tag(creators, tag, isOn: isOn, company: admission.company.slug) else {
                throw Problem.unprocessable(
                    Saying(.detailTagLimit, ["count": String(Store.tagLimit)]), mend: Saying(.mendTags))
            }
            guard AnswerFormat(for: request) == .html else { return Answer.json(.members(["status": "kept"])) }
            return Answer.seeOther("./timeline/\(PercentEncoding.encode(creators[0].text))")
        }
    }

    private func note(_ request: Request, _ state: RequestState) async throws -> Response {
        try await gate.post(request, state, fields: ["creator", "note"]) { form, admission in
            let creators = try open(try PickRoutes.usernames(form), to: admission)
            let text = form.text("note") ?? ""
            guard text.unicodeScalars.count <= 5_000 else {
                throw Problem.unprocessable(Saying(.detailNoteLimit), mend: Saying(.mendShorten))
            }
            try await settings.store.note(text, on: creators[0], by: admission.member, at: settings.now())
            guard AnswerFormat(for: request) == .html else { return Answer.json(.members(["status": "kept"])) }
            return Answer.seeOther("./timeline/\(PercentEncoding.encode(creators[0].text))")
        }
    }

    /// - Throws: `Problem` 422 where nobody is named, or somebody whom the company's catalogue does not have.
    private func open(_ creators: [Username], to admission: MemberGate.Admission) throws -> [Username] {
        guard !creators.isEmpty else { throw Problem.unprocessable(Saying(.detailNameACreator)) }
        return try creators.map { creator in
            guard let open = try lookup.open(creator.text, to: admission.company) else {
                throw Problem.unprocessable(Saying(.detailNotInCatalogue, ["name": creator.text]))
            }
            return open.username
        }
    }
}
