import Foundation
import Hummingbird
import Marketplace
import Pages
import Store

/// `GET /invitations`: what a company has sent, newest first (SPEC H1).
struct HistoryRoutes: Sendable {
    let settings: ServerSettings
    let gate: MemberGate

    private static let pageSize = 50

    func add(to router: Router<RequestState>) {
        for path: RouterPath in ["invitations", "invitations.json"] {
            router.get(path) { request, state in try await list(request, state) }
        }
        router.get("invitations/:id") { request, state in try await invitation(request, state) }
    }

    private func list(_ request: Request, _ state: RequestState) async throws -> Response {
        let admission = try gate.admission(state)
        let parameters = try HistoryParameters(request, site: settings.site)
        guard
            let slice = try await settings.store.invitations(
                matching: parameters.query(for: admission.company.slug), after: parameters.cursor, limit: Self.pageSize
            )
        else { throw Problem.unprocessable("'after' is no place in this list.", mend: "Begin again without it.") }
        return switch AnswerFormat(for: request) {
        case .json: json(slice)
        case .html: try await html(slice, parameters, admission)
        }
    }

    private func json(_ slice: InvitationSlice) -> Response {
        Answer.json(
            .members([
                "invitations": .array(slice.invitations.map { InvitationJSON.summary(of: $0) }),
                "next": .string(slice.next),
            ])
        )
    }

    private func html(
        _ slice: InvitationSlice, _ parameters: HistoryParameters, _ admission: MemberGate.Admission
    ) async throws -> Response {
        let quota = try await settings.store.quota(
            of: admission.company.slug, limits: settings.limits, timeZone: settings.site.timeZone, now: settings.now()
        )
        let view = InvitationsPage(
            invitations: slice.invitations, filter: parameters.filter, quota: quota,
            nextQuery: slice.next.map(parameters.queryString), site: settings.site
        )
        return Answer.html(settings.renderer.servedPage(view, for: admission.viewer))
    }

    private func invitation(_ request: Request, _ state: RequestState) async throws -> Response {
        let admission = try gate.admission(state)
        guard let id = state.parameters.get("id").flatMap({ InvitationID($0) }),
            let invitation = try await settings.store.invitation(id, of: admission.company.slug)
        else { throw Problem.notFound("There is no such invitation of your company.") }
        switch AnswerFormat(for: request) {
        case .json: return Answer.json(InvitationJSON.whole(invitation))
        case .html:
            let isNew = request.uri.queryParameters["sent"] != nil
            let page = InvitationPage(invitation: invitation, isNew: isNew, site: settings.site)
            return Answer.html(settings.renderer.servedPage(page, for: admission.viewer))
        }
    }
}
