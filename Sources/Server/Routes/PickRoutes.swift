import Foundation
import Hummingbird
import Marketplace
import Pages
import Store

/// `/picks`: the creators that a member has picked, whatever list they stood in (SPEC I6).
struct PickRoutes: Sendable {
    let settings: ServerSettings
    let gate: MemberGate
    let desk: InviteDesk

    func add(to router: Router<RequestState>) {
        for path: RouterPath in ["picks", "picks.json"] {
            router.get(path) { request, state in try await show(request, state) }
        }
        router.post("picks") { request, state in try await change(request, state) }
    }

    private func show(_ request: Request, _ state: RequestState) async throws -> Response {
        let admission = try gate.admission(state)
        let names = try await settings.store.picks(of: admission.member).map(\.text)
        let forecast = try await desk.forecast(
            of: try desk.candidates(names, for: admission.company), for: admission.company)
        guard AnswerFormat(for: request) == .html else { return Answer.json(forecast.json) }
        let shortlists = try await settings.store.shortlists(of: admission.company.slug)
        let page = PicksPage(
            preview: BulkPreview(entries: forecast.entries, quota: forecast.quota),
            shortlists: shortlists.map { (id: $0.id, name: $0.name) },
            notice: request.uri.queryParameters["done"] == nil ? nil : Saying(.selectionChanged))
        return Answer.html(settings.renderer.servedPage(page, for: admission.viewer))
    }

    private func change(_ request: Request, _ state: RequestState) async throws -> Response {
        let fields = ["creator", "change", "back"]
        return try await gate.post(
            request, state, fields: fields, repeatable: "creator", byteLimit: InviteFields.byteLimit
        ) { form, admission in
            let change = try ListChange(form)
            let creators = try Self.usernames(form)
            guard let picks = try await settings.store.changePicks(change, creators, of: admission.member) else {
                throw Problem.unprocessable(
                    Saying(.detailPicksLimit, ["count": String(Store.pickLimit)]), mend: Saying(.mendPicks))
            }
            guard AnswerFormat(for: request) == .html else {
                return Answer.json(
                    .members(["count": .integer(picks.count), "creators": .array(picks.map { .string($0.text) })]))
            }
            return Answer.seeOther(NextAddress(form.text("back")).map { "./" + $0.text } ?? "./picks?done=1")
        }
    }

    /// - Throws: `Problem` 422 for a name that nobody can have.
    static func usernames(_ form: SubmittedForm) throws(Problem) -> [Username] {
        var creators: [Username] = []
        for name in InviteFields.distinct(form.all("creator")) {
            guard let creator = Username(name) else { throw .unprocessable(Saying(.detailNoUsername, ["name": name])) }
            creators.append(creator)
        }
        return creators
    }
}

extension ListChange {
    /// - Throws: `Problem` 422 where the form does not say it.
    init(_ form: SubmittedForm) throws(Problem) {
        guard let text = form.text("change") else {
            self = .add
            return
        }
        guard let change = ListChange(rawValue: text) else {
            let known = ListChange.allCases.map(\.rawValue).joined(separator: ", ")
            throw .unprocessable(
                Saying(.detailNoValue, ["value": text, "name": "change"]), mend: Saying(.mendOneOf, ["names": known]))
        }
        self = change
    }
}
