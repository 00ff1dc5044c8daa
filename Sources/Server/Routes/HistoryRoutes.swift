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
        router.get("invitations") { request, state in
            let admission = try gate.admission(state)
            let page = try await page(request, admission)
            switch AnswerFormat(for: request) {
            case .json: return json(page)
            case .html: return try await html(page, request, admission)
            }
        }
        router.get("invitations.json") { request, state in
            json(try await page(request, try gate.admission(state)))
        }
        router.get("invitations/:id") { request, state in try await invitation(request, state) }
    }

    private func page(_ request: Request, _ admission: MemberGate.Admission) async throws -> InvitationSlice {
        let parameters = try HistoryParameters(request, site: settings.site)
        guard
            let slice = try await settings.store.invitations(
                matching: parameters.query(for: admission.company.slug), after: parameters.cursor, limit: Self.pageSize
            )
        else { throw Problem.unprocessable("'after' is no place in this list.", mend: "Begin again without it.") }
        return slice
    }

    private func json(_ page: InvitationSlice) -> Response {
        Answer.json(
            .members([
                "invitations": .array(page.invitations.map { InvitationJSON.summary(of: $0) }),
                "next": .string(page.next),
            ])
        )
    }

    private func html(_ page: InvitationSlice, _ request: Request, _ admission: MemberGate.Admission) async throws
        -> Response
    {
        let parameters = try HistoryParameters(request, site: settings.site)
        let quota = try await settings.store.quota(
            of: admission.company.slug, limits: settings.limits, timeZone: settings.site.timeZone, now: settings.now()
        )
        let view = InvitationsPage(
            invitations: page.invitations, filter: parameters.filter, quota: quota,
            nextQuery: page.next.map(parameters.queryString), site: settings.site
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

/// Invitations in answers to programs.
enum InvitationJSON {
    static func summary(of invitation: Invitation) -> JSONValue { .object(summaryMembers(of: invitation)) }

    static func whole(_ invitation: Invitation) -> JSONValue {
        let contacts = invitation.message.contacts.entries().map {
            (key: $0.channel.rawValue, value: JSONValue.string($0.address))
        }
        return .object(
            summaryMembers(of: invitation) + [("message", .string(invitation.message.text)), ("contacts", .object(contacts))]
        )
    }

    private static func summaryMembers(of invitation: Invitation) -> [(key: String, value: JSONValue)] {
        [
            ("id", .string(invitation.id.text)), ("creator", .string(invitation.creator.text)),
            ("nickname", .string(invitation.nickname)), ("purpose", .string(invitation.message.purpose.rawValue)),
            ("market", .string(invitation.market.rawValue)), ("state", .string(invitation.state.rawValue)),
            ("sent", .string(invitation.sent.rfc3339)), ("member", .string(invitation.member)),
        ]
    }
}
