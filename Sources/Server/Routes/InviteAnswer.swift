import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import Pages
import Store

/// The answers to `/invite`, to people and to programs.
struct InviteAnswer {
    let settings: ServerSettings
    let request: Request
    let viewer: PageFrame.Viewer

    /// What a member chose before sending.
    struct Choice {
        let form: InvitationForm
        let template: UUID?
        let queues: Bool
    }

    /// The form must be changed first: shown again with what was filled in, or a problem that names each field.
    ///
    /// - Throws: `Problem` 422, to programs, and where the form has no creator left to show.
    func faulty(
        _ faults: [InvitationForm.Fault], _ choice: Choice, candidates: [InviteCandidate], forecast: InviteForecast,
        templates: [MessageTemplate]
    ) throws -> Response {
        guard let first = faults.first else { preconditionFailure("a faulty form has a fault") }
        guard AnswerFormat(for: request) == .html, candidates.contains(where: { $0.creator != nil }) else {
            let results = candidates.map { InviteResult($0, .refused(Refusal(rule: first.rule))) }
            var problem = Problem.unprocessable(first.detail)
            problem.rule = first.rule.rawValue
            problem.faults = faults
            problem.members = members(results, forecast.quota)
            throw problem
        }
        return page(
            choice, faults: faults, candidates: candidates, forecast: forecast, templates: templates,
            status: .unprocessableContent)
    }

    /// The form as a page of its own, with a look ahead at what would become of each creator.
    func page(
        _ choice: Choice, faults: [InvitationForm.Fault], candidates: [InviteCandidate], forecast: InviteForecast,
        templates: [MessageTemplate], status: HTTPResponse.Status
    ) -> Response {
        let recipients = candidates.compactMap(\.creator)
        let content = InviteFormContent(
            creators: recipients.map(\.username),
            markets: Market.allCases.filter { market in recipients.contains { $0.market == market } },
            company: viewer.company, filled: choice.form,
            faults: faults + candidates.filter { $0.creator == nil }.map(Self.notListed),
            desk: InviteFormContent.Desk(
                templates: templates, chosen: choice.template, queues: choice.queues,
                submission: UUID().uuidString.lowercased())
        )
        let preview = BulkPreview(entries: forecast.entries, quota: forecast.quota)
        let page = InvitePage(form: content, preview: preview)
        return Answer.html(settings.renderer.servedPage(page, for: viewer), status: status)
    }

    private static func notListed(_ candidate: InviteCandidate) -> InvitationForm.Fault {
        InvitationForm.Fault(field: "creator", rule: .notListed, .creatorNotListed(candidate.name))
    }

    /// Every creator has a result. A single one that was refused is the status of the whole.
    ///
    /// - Parameter again: offered to people whom a limit refused, to wait.
    /// - Throws: `Problem` 409, 422 or 429, to programs.
    func results(_ results: [InviteResult], again: InviteResultsPage.Again, quota: InvitationQuota) async throws
        -> Response
    {
        let invited = results.compactMap(\.invitation?.creator)
        let inboxes = try await InboxLinks(settings: settings).addresses(of: invited, for: request)
        let single = results.count == 1 ? results[0] : nil
        switch (AnswerFormat(for: request), single?.refusal) {
        case (.json, let refusal?): throw problem(of: refusal, results: results, quota: quota)
        case (.json, nil): return Answer.json(.object(members(results, quota, inboxes)))
        case (.html, let refusal):
            let top = PageDepth.top(of: request)
            if let invitation = single?.invitation {
                return Answer.seeOther("\(top)invitations/\(invitation.id)?sent=1")
            }
            let page = InviteResultsPage(
                results: results.map(pageResult), quota: quota, again: again, path: PageDepth.path(of: request))
            let status = refusal.map { RefusalText.status(of: $0.rule) } ?? .ok
            return Answer.html(settings.renderer.servedPage(page, for: viewer), status: status)
        }
    }

    /// The same invitation once more: its template and company with it, under a key of its own.
    static func again(_ form: InvitationForm, template: UUID?) -> InviteResultsPage.Again {
        let texts = [
            ("purpose", form.purpose), ("company", form.company), ("message", form.message),
            ("template", template?.uuidString.lowercased()), ("submission", UUID().uuidString.lowercased()),
        ]
        let contacts = form.contacts.entries().map { (name: $0.channel.rawValue, value: $0.address) }
        let fields = texts.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : (name: name, value: $0) } }
        return InviteResultsPage.Again(path: "invite", fields: fields + contacts)
    }

    private func problem(of refusal: Refusal, results: [InviteResult], quota: InvitationQuota) -> Problem {
        var problem = Problem(
            status: RefusalText.status(of: refusal.rule), title: Saying(.problemNotSent),
            detail: RefusalText.detail(of: refusal.rule, nickname: results[0].candidate.nickname)
        )
        problem.rule = refusal.rule.rawValue
        problem.until = refusal.until
        problem.members = members(results, quota)
        if refusal.rule == .dailyLimit, let until = refusal.until {
            problem.headers[.retryAfter] = String(max(1, Int(until.timeIntervalSince(settings.now()).rounded(.up))))
        }
        return problem
    }

    private func members(
        _ results: [InviteResult], _ quota: InvitationQuota, _ inboxes: [String: String] = [:]
    ) -> [(key: String, value: JSONValue)] {
        [("results", .array(results.map { json($0, inboxes) })), ("quota", Self.json(quota))]
    }

    /// - Parameter inboxes: the addresses of creators' inboxes, by folded username.
    private func json(_ result: InviteResult, _ inboxes: [String: String]) -> JSONValue {
        let name = result.candidate.creator?.username.text ?? result.candidate.name
        return switch result.outcome {
        case .sent(let invitation):
            .members([
                "creator": .string(name), "outcome": "sent", "invitation": .string(invitation.id.text),
                "inbox": .string(inboxes[invitation.creator.folded]),
            ])
        case .queued(let waiting):
            .members(["creator": .string(name), "outcome": "queued", "invitation": .string(waiting.id.text)])
        case .refused(let refusal):
            .members([
                "creator": .string(name), "outcome": "refused", "rule": .string(refusal.rule.rawValue),
                "until": .string(refusal.until?.rfc3339),
            ])
        }
    }

    static func json(_ quota: InvitationQuota) -> JSONValue {
        .members(["limit": .integer(quota.limit), "used": .integer(quota.used), "resets": .string(quota.resets.rfc3339)])
    }

    private func pageResult(_ result: InviteResult) -> InviteResultsPage.Result {
        let candidate = result.candidate
        let refusal = result.refusal
        return InviteResultsPage.Result(
            username: candidate.creator?.username.text ?? candidate.name, nickname: candidate.nickname,
            invitation: result.invitation?.id, isQueued: result.queued != nil,
            reason: refusal.map { RefusalText.detail(of: $0.rule, nickname: candidate.nickname) },
            until: refusal?.until, canBeQueued: refusal?.rule.endsByItself ?? false
        )
    }
}
