import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import Pages
import Store

/// `/templates`: the messages that a company keeps (SPEC I7).
struct TemplateRoutes: Sendable {
    let settings: ServerSettings
    let gate: MemberGate

    func add(to router: Router<RequestState>) {
        for path: RouterPath in ["templates", "templates.json"] {
            router.get(path) { request, state in try await list(request, state) }
        }
        router.get("templates/:id") { request, state in try await one(request, state) }
        router.post("templates") { request, state in try await keep(request, state, id: nil) }
        router.post("templates/:id") { request, state in try await keep(request, state, id: try MemberGate.key(state)) }
        router.post("templates/:id/delete") { request, state in try await remove(request, state) }
    }

    private func list(_ request: Request, _ state: RequestState) async throws -> Response {
        let admission = try gate.admission(state)
        let templates = try await settings.store.templates(of: admission.company.slug)
        guard AnswerFormat(for: request) == .html else {
            return Answer.json(.members(["templates": .array(templates.map(Self.json))]))
        }
        return page(templates, TemplatesPage.Form(), request, admission)
    }

    private func one(_ request: Request, _ state: RequestState) async throws -> Response {
        let admission = try gate.admission(state)
        let template = try await template(try MemberGate.key(state), of: admission)
        guard AnswerFormat(for: request) == .html else { return Answer.json(Self.json(template)) }
        let templates = try await settings.store.templates(of: admission.company.slug)
        return page(templates, TemplatesPage.Form(template), request, admission)
    }

    private func keep(_ request: Request, _ state: RequestState, id: UUID?) async throws -> Response {
        let fields = ["name", "market", "language", "message"]
        return try await gate.post(request, state, fields: fields, byteLimit: InviteFields.byteLimit) { form, admission in
            if let id { _ = try await template(id, of: admission) }
            let market = form.text("market").map { Market(code: $0) }
            let content = MessageTemplate.Content(
                name: form.text("name") ?? "", market: market ?? nil, language: form.text("language"),
                text: form.text("message") ?? "")
            var faults = content.faults(wordCount: settings.wordCount)
            if case .some(nil) = market {
                faults.append(.init(field: "market", rule: .messageRequired, .noMarket))
            }
            let key = try id ?? form.newKey(of: request, by: admission)
            if faults.isEmpty {
                let kept = try await settings.store.keep(
                    content, as: key, isNew: id == nil, by: admission.member, at: settings.now())
                if let kept { return answer(request, kept) }
                faults = [.init(field: "name", rule: .messageRequired, .templateNameTaken)]
            }
            return try await faulty(faults, form, id: id, request, admission)
        }
    }

    private func answer(_ request: Request, _ template: MessageTemplate) -> Response {
        guard AnswerFormat(for: request) == .html else { return Answer.json(Self.json(template)) }
        return Answer.seeOther("\(PageDepth.top(of: request))templates")
    }

    /// Nothing was kept: the form again, with what was written and what must be changed.
    ///
    /// - Throws: `Problem` 422, to programs.
    private func faulty(
        _ faults: [InvitationForm.Fault], _ form: SubmittedForm, id: UUID?, _ request: Request,
        _ admission: MemberGate.Admission
    ) async throws -> Response {
        guard AnswerFormat(for: request) == .html else {
            var problem = Problem.unprocessable(Saying(faults.map(\.detail)))
            problem.faults = faults
            throw problem
        }
        let templates = try await settings.store.templates(of: admission.company.slug)
        var shown = TemplatesPage.Form()
        shown.edited = templates.first { $0.id == id }
        shown.name = form.text("name") ?? ""
        shown.market = form.text("market") ?? ""
        shown.language = form.text("language") ?? ""
        shown.text = form.text("message") ?? ""
        shown.faults = faults
        return page(templates, shown, request, admission, status: .unprocessableContent)
    }

    private func remove(_ request: Request, _ state: RequestState) async throws -> Response {
        try await gate.post(request, state, fields: []) { _, admission in
            let key = try MemberGate.key(state)
            let isDone = try await settings.store.removeTemplate(key, of: admission.company.slug)
            guard AnswerFormat(for: request) == .json else { return Answer.seeOther("../../templates") }
            guard isDone else { throw Self.unknown }
            return Answer.json(.members(["status": "removed"]))
        }
    }

    private func template(_ id: UUID, of admission: MemberGate.Admission) async throws -> MessageTemplate {
        guard let template = try await settings.store.template(id, of: admission.company.slug) else { throw Self.unknown }
        return template
    }

    private static let unknown = Problem.notFound(.detailNoTemplate)

    private func page(
        _ templates: [MessageTemplate], _ form: TemplatesPage.Form, _ request: Request, _ admission: MemberGate.Admission,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let page = TemplatesPage(templates: templates, form: form, path: PageDepth.path(of: request))
        return Answer.html(settings.renderer.servedPage(page, for: admission.viewer), status: status)
    }

    private static func json(_ template: MessageTemplate) -> JSONValue {
        .members([
            "id": .string(template.id.uuidString.lowercased()), "name": .string(template.content.name),
            "market": .string(template.content.market?.rawValue), "language": .string(template.content.language),
            "message": .string(template.content.text), "member": .string(template.member),
            "changed": .string(template.changed.rfc3339),
        ])
    }
}
