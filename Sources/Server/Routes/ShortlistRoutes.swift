import Foundation
import Hummingbird
import Marketplace
import Pages
import Store

/// `/shortlists`: creators that a company keeps together by name.
struct ShortlistRoutes: Sendable {
    let settings: ServerSettings
    let gate: MemberGate
    let lookup: CreatorLookup

    func add(to router: Router<RequestState>) {
        for path: RouterPath in ["shortlists", "shortlists.json"] {
            router.get(path) { request, state in try await list(request, state) }
        }
        router.get("shortlists/:id") { request, state in try await one(request, state) }
        router.post("shortlists") { request, state in try await make(request, state) }
        router.post("shortlists/:id") { request, state in try await change(request, state) }
        router.post("shortlists/:id/delete") { request, state in try await remove(request, state) }
    }

    private func list(_ request: Request, _ state: RequestState) async throws -> Response {
        let admission = try gate.admission(state)
        let shortlists = try await settings.store.shortlists(of: admission.company.slug)
        guard AnswerFormat(for: request) == .html else {
            return Answer.json(.members(["shortlists": .array(shortlists.map { Self.json($0) })]))
        }
        let tags = try await settings.store.tagCounts(of: admission.company.slug)
        return Answer.html(
            settings.renderer.servedPage(
                ShortlistsPage(shortlists: shortlists.map(Self.summary), tags: tags),
                for: admission.viewer))
    }

    private static func summary(_ shortlist: Shortlist) -> ShortlistsPage.Summary {
        ShortlistsPage.Summary(
            id: shortlist.id, name: shortlist.name, count: shortlist.creators.count, member: shortlist.member,
            created: shortlist.created)
    }

    private func one(_ request: Request, _ state: RequestState) async throws -> Response {
        let admission = try gate.admission(state)
        let shortlist = try await shortlist(state, admission)
        guard AnswerFormat(for: request) == .html else { return Answer.json(Self.json(shortlist)) }
        let entries = try shortlist.creators.map { username in
            (
                username: username,
                creator: try lookup.open(username.text, to: admission.company).map(PublicCreator.init)
            )
        }
        let tags = try await settings.store.tags(of: shortlist.creators, company: admission.company.slug)
        let page = ShortlistPage(shortlist: Self.summary(shortlist), entries: entries, tags: tags)
        return Answer.html(settings.renderer.servedPage(page, for: admission.viewer))
    }

    private func make(_ request: Request, _ state: RequestState) async throws -> Response {
        try await gate.post(
            request, state, fields: ["name", "creator", "picks"], repeatable: "creator", byteLimit: InviteFields.byteLimit
        ) { form, admission in
            guard let name = form.text("name"), ShortName.accepts(name, longest: 80) else {
                throw Problem.unprocessable(Saying(.detailShortlistName))
            }
            var creators = try PickRoutes.usernames(form)
            if try form.flag("picks") { creators += try await settings.store.picks(of: admission.member) }
            guard creators.count <= Store.shortlistLimit else { throw Self.tooMany }
            let made = try await settings.store.makeShortlist(
                name, creators: creators, by: admission.member, at: settings.now(),
                id: try form.newKey(of: request, by: admission))
            guard let made else {
                throw Problem.unprocessable(Saying(.detailShortlistTaken), mend: Saying(.mendOtherName))
            }
            guard AnswerFormat(for: request) == .html else { return Answer.json(Self.json(made)) }
            return Answer.seeOther("./shortlists/\(made.id)")
        }
    }

    private func change(_ request: Request, _ state: RequestState) async throws -> Response {
        try await gate.post(
            request, state, fields: ["creator", "change", "picks"], repeatable: "creator",
            byteLimit: InviteFields.byteLimit
        ) { form, admission in
            _ = try await shortlist(state, admission)
            var creators = try PickRoutes.usernames(form)
            if try form.flag("picks") { creators += try await settings.store.picks(of: admission.member) }
            let changed = try await settings.store.changeShortlist(
                try MemberGate.key(state), of: admission.company.slug, try ListChange(form), creators)
            guard let changed else { throw Self.tooMany }
            guard AnswerFormat(for: request) == .html else { return Answer.json(Self.json(changed)) }
            return Answer.seeOther("../shortlists/\(changed.id)")
        }
    }

    private func remove(_ request: Request, _ state: RequestState) async throws -> Response {
        try await gate.post(request, state, fields: []) { _, admission in
            let isDone = try await settings.store.removeShortlist(
                try MemberGate.key(state), of: admission.company.slug)
            guard AnswerFormat(for: request) == .json else { return Answer.seeOther("../../shortlists") }
            guard isDone else { throw Self.unknown }
            return Answer.json(.members(["status": "removed"]))
        }
    }

    private func shortlist(_ state: RequestState, _ admission: MemberGate.Admission) async throws -> Shortlist {
        let found = try await settings.store.shortlist(try MemberGate.key(state), of: admission.company.slug)
        guard let found else { throw Self.unknown }
        return found
    }

    private static let unknown = Problem.notFound(.detailNoShortlist)
    private static let tooMany = Problem.unprocessable(
        Saying(.detailShortlistLimit, ["count": String(Store.shortlistLimit)]), mend: Saying(.mendSecondList))

    private static func json(_ shortlist: Shortlist) -> JSONValue {
        .members([
            "id": .string(shortlist.id), "name": .string(shortlist.name), "member": .string(shortlist.member),
            "created": .string(shortlist.created.rfc3339),
            "creators": .array(shortlist.creators.map { .string($0.text) }),
        ])
    }
}
