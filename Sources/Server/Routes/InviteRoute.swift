import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import Pages
import Store

/// `/invite`: one invitation to one creator or to many, the form for it, and a look ahead (SPEC I1–I7).
struct InviteRoute: Sendable {
    let settings: ServerSettings
    let gate: MemberGate
    let desk: InviteDesk

    func add(to router: Router<RequestState>) {
        router.get("invite") { request, state in try await show(request, state) }
        router.post("invite") { request, state in try await invite(request, state) }
        router.post("invite/preview") { request, state in try await preview(request, state) }
    }

    // MARK: Sending

    private func invite(_ request: Request, _ state: RequestState) async throws -> Response {
        let submitted = try await SubmittedForm(of: request, byteLimit: InviteFields.byteLimit)
        let fields = try InviteFields(submitted, request)
        let admission: MemberGate.Admission
        switch try gate.verdict(on: request, state, action: "invite", form: submitted) {
        case .answer(let response): return response
        case .admitted(let admitted): admission = admitted
        }
        guard !fields.form.creators.isEmpty else { throw Self.nobodyNamed }
        let (form, template) = try await filled(fields, admission)
        let candidates = try desk.candidates(form.creators, for: admission.company)
        let answer = InviteAnswer(settings: settings, request: request, viewer: admission.viewer)
        switch form.checked(for: admission.company, wordCount: settings.wordCount) {
        case .faulty(let faults):
            let choice = InviteAnswer.Choice(form: form, template: fields.template, queues: fields.queues)
            return try answer.faulty(
                faults, choice, candidates: candidates,
                forecast: try await desk.forecast(of: candidates, for: admission.company),
                templates: try await settings.store.templates(of: admission.company.slug))
        case .ready(let message):
            let submission = Submission(
                by: admission.member, key: fields.key.map { admission.member.email + " " + $0 },
                queuesRefused: fields.queues)
            let (results, quota) = try await desk.send(
                message, template: template, to: candidates, as: submission, for: admission.company)
            return try await answer.results(
                results, again: InviteAnswer.again(form, template: fields.template), quota: quota)
        }
    }

    /// The text of the template where no message was written, and the template's name.
    private func filled(_ fields: InviteFields, _ admission: MemberGate.Admission) async throws -> (InvitationForm, String?) {
        guard let id = fields.template else { return (fields.form, nil) }
        guard let template = try await settings.store.template(id, of: admission.company.slug) else {
            throw Problem.unprocessable(
                Saying(.detailNoTemplate), mend: Saying(.mendChooseOf, ["address": "/templates.json"]))
        }
        var form = fields.form
        if !form.message.showsSomething { form.message = template.content.text }
        return (form, template.content.name)
    }

    private static let nobodyNamed: Problem = {
        var problem = Problem.unprocessable(Saying(.faultCreatorMissing))
        problem.rule = InvitationRule.notListed.rawValue
        problem.faults = [InvitationForm.Fault(field: "creator", rule: .notListed, .creatorMissing)]
        return problem
    }()

    // MARK: Before sending

    /// The form as a page of its own, for the creators that the address names, or for those that the member picked.
    private func show(_ request: Request, _ state: RequestState) async throws -> Response {
        let admission = try gate.admission(state)
        let asked = SubmittedForm(try SubmittedForm.decoded(query: request.uri.query ?? ""))
        try asked.allowOnly(["creator", "template", "picks", "purpose"], repeatable: "creator")
        let chosen = try asked.templateKey()
        var names = InviteFields.distinct(asked.all("creator"))
        if try asked.flag("picks") {
            names = InviteFields.distinct(names + (try await settings.store.picks(of: admission.member).map(\.text)))
        }
        guard !names.isEmpty else { return Answer.seeOther("./picks") }
        let templates = try await settings.store.templates(of: admission.company.slug)
        let template = templates.first { $0.id == chosen }
        guard chosen == nil || template != nil else {
            throw Problem.unprocessable(
                Saying(.detailNoTemplate), mend: Saying(.mendChooseOf, ["address": "/templates"]))
        }
        let form = InvitationForm(
            creators: names, purpose: asked.text("purpose"), message: template?.content.text ?? "",
            contacts: admission.company.contacts)
        let candidates = try desk.candidates(names, for: admission.company)
        let answer = InviteAnswer(settings: settings, request: request, viewer: admission.viewer)
        let choice = InviteAnswer.Choice(form: form, template: template?.id, queues: names.count > 1)
        return answer.page(
            choice, faults: [], candidates: candidates,
            forecast: try await desk.forecast(of: candidates, for: admission.company),
            templates: templates, status: .ok)
    }

    private func preview(_ request: Request, _ state: RequestState) async throws -> Response {
        let submitted = try await SubmittedForm(of: request, byteLimit: InviteFields.byteLimit)
        let fields = try InviteFields(submitted, request)
        let admission: MemberGate.Admission
        switch try gate.verdict(on: request, state, action: "invite/preview", form: submitted) {
        case .answer(let response): return response
        case .admitted(let admitted): admission = admitted
        }
        guard !fields.form.creators.isEmpty else { throw Self.nobodyNamed }
        if let purpose = fields.form.purpose, Purpose(rawValue: purpose) == nil {
            throw Problem.unprocessable(Saying(.detailNoPurpose, ["purpose": purpose]))
        }
        let candidates = try desk.candidates(fields.form.creators, for: admission.company)
        let forecast = try await desk.forecast(of: candidates, for: admission.company)
        guard AnswerFormat(for: request) == .html else { return Answer.json(forecast.json) }
        let (form, _) = try await filled(fields, admission)
        let answer = InviteAnswer(settings: settings, request: request, viewer: admission.viewer)
        let choice = InviteAnswer.Choice(form: form, template: fields.template, queues: fields.queues)
        return answer.page(
            choice, faults: [], candidates: candidates, forecast: forecast,
            templates: try await settings.store.templates(of: admission.company.slug), status: .ok)
    }
}
