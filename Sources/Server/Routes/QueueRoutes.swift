import Foundation
import Hummingbird
import Marketplace
import Pages
import Store

/// `/queue`: what waits until the limits allow it (SPEC I6).
struct QueueRoutes: Sendable {
    let settings: ServerSettings
    let gate: MemberGate

    func add(to router: Router<RequestState>) {
        for path: RouterPath in ["queue", "queue.json"] {
            router.get(path) { request, state in try await list(request, state) }
        }
        router.post("queue/:id/move") { request, state in try await move(request, state) }
        router.post("queue/:id/cancel") { request, state in try await cancel(request, state) }
    }

    private func list(_ request: Request, _ state: RequestState) async throws -> Response {
        let admission = try gate.admission(state)
        let company = admission.company.slug
        let now = settings.now()
        let places = try await settings.store.queue(of: company, limits: settings.limits)
        let quota = try await settings.store.quota(
            of: company, limits: settings.limits, timeZone: settings.site.timeZone, now: now)
        var forecast = QueueForecast(limits: settings.limits, quota: quota, timeZone: settings.site.timeZone, now: now)
        let departures = places.map { forecast.departure(cooldownEnd: $0.cooldownEnd, now: now) }
        guard AnswerFormat(for: request) == .html else {
            let waiting = zip(places, departures).map { Self.json($0, leaves: $1) }
            return Answer.json(.members(["queue": .array(waiting), "quota": InviteAnswer.json(quota)]))
        }
        let entries = zip(places, departures).map { place, departure in
            QueuePage.Entry(
                invitation: place.invitation, departure: departure,
                obstacle: place.invitation.obstacle.map {
                    RefusalText.detail(of: $0, nickname: place.invitation.draft.recipient.nickname)
                })
        }
        let page = QueuePage(
            entries: entries, quota: quota, notice: Self.notices[String(request.uri.queryParameters["done"] ?? "")])
        return Answer.html(settings.renderer.servedPage(page, for: admission.viewer))
    }

    private static let notices = [
        "moved": Saying(.queueMoved), "cancelled": Saying(.queueCancelled), "gone": Saying(.queueGone),
    ]

    private static func json(_ place: QueuePlace, leaves departure: Date) -> JSONValue {
        let invitation = place.invitation
        let recipient = invitation.draft.recipient
        return .members([
            "id": .string(invitation.id.text), "creator": .string(recipient.username.text),
            "nickname": .string(recipient.nickname), "purpose": .string(invitation.draft.message.purpose.rawValue),
            "market": .string(recipient.market.rawValue), "message": .string(invitation.draft.message.text),
            "template": .string(invitation.draft.template), "member": .string(invitation.member),
            "queued": .string(invitation.queued.rfc3339), "leaves": .string(departure.rfc3339),
            "obstacle": .string(invitation.obstacle?.rawValue),
        ])
    }

    private func move(_ request: Request, _ state: RequestState) async throws -> Response {
        try await gate.post(request, state, fields: ["to"]) { form, admission in
            let places = QueueMove.allCases.map(\.rawValue).joined(separator: ", ")
            guard let move = form.text("to").flatMap({ QueueMove(rawValue: $0) }) else {
                throw Problem.unprocessable(Saying(.detailQueuePlace), mend: Saying(.mendOneOf, ["names": places]))
            }
            let id = try Self.id(state)
            let isDone = try await settings.store.moveQueued(id, of: admission.company.slug, to: move)
            return try answer(request, isDone: isDone, notice: "moved")
        }
    }

    private func cancel(_ request: Request, _ state: RequestState) async throws -> Response {
        try await gate.post(request, state, fields: []) { _, admission in
            let isDone = try await settings.store.cancelQueued(try Self.id(state), of: admission.company.slug)
            return try answer(request, isDone: isDone, notice: "cancelled")
        }
    }

    private static func id(_ state: RequestState) throws(Problem) -> InvitationID {
        InvitationID(try MemberGate.key(state))
    }

    private func answer(_ request: Request, isDone: Bool, notice: String) throws -> Response {
        guard AnswerFormat(for: request) == .json else {
            return Answer.seeOther("../../queue?done=\(isDone ? notice : "gone")")
        }
        guard isDone else { throw Problem.notFound(.detailNotQueued) }
        return Answer.json(.members(["status": .string(notice)]))
    }
}
