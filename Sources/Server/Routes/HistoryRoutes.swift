import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import NIOCore
import Pages
import Store

/// `GET /invitations`: what a company has sent, newest first (SPEC H1).
struct HistoryRoutes: Sendable {
    let settings: ServerSettings
    let gate: MemberGate
    let desk: InviteDesk

    private static let pageSize = 50

    func add(to router: Router<RequestState>) {
        for path: RouterPath in ["invitations", "invitations.json"] {
            router.get(path) { request, state in try await list(request, state) }
        }
        router.get("invitations.csv") { request, state in try await csv(request, state) }
        for path: RouterPath in ["replies", "replies.json"] {
            router.get(path) { request, state in try await replies(request, state) }
        }
        router.post("invitations/:id/resend") { request, state in try await resend(request, state) }
        router.get("invitations/:id") { request, state in try await invitation(request, state) }
    }

    private func list(_ request: Request, _ state: RequestState) async throws -> Response {
        let admission = try gate.admission(state)
        let parameters = try HistoryParameters(request, site: settings.site)
        guard
            let slice = try await settings.store.invitations(
                matching: parameters.query(for: admission.company.slug), after: parameters.cursor, limit: Self.pageSize
            )
        else { throw Problem.unprocessable(Saying(.detailNoPlace), mend: Saying(.mendBeginAgain)) }
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
        let company = admission.company.slug
        let everything = InvitationQuery(company: company)
        let view = InvitationsPage(
            invitations: slice.invitations, filter: parameters.filter, quota: quota,
            nextQuery: slice.next.map(parameters.queryString), query: parameters.queryString(),
            choices: InvitationsPage.Choices(
                members: try await settings.store.replyRates(by: .member, matching: everything).compactMap(\.value),
                templates: try await settings.store.replyRates(by: .template, matching: everything).compactMap(\.value))
        )
        return Answer.html(settings.renderer.servedPage(view, for: admission.viewer))
    }

    /// Everything that matches, as it is read: the memory that it takes does not grow with the history.
    private func csv(_ request: Request, _ state: RequestState) async throws -> Response {
        let admission = try gate.admission(state)
        let parameters = try HistoryParameters(request, site: settings.site)
        guard parameters.cursor == nil else {
            throw Problem.unprocessable(Saying(.detailCsvWhole), mend: Saying(.mendWithout))
        }
        let query = parameters.query(for: admission.company.slug)
        let store = settings.store
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: InvitationTable.header))
            var cursor: String?
            repeat {
                guard let slice = try await store.invitations(matching: query, after: cursor, limit: Self.csvBatch) else {
                    break
                }
                if !slice.invitations.isEmpty {
                    try await writer.write(ByteBuffer(string: slice.invitations.map(InvitationTable.row).joined()))
                }
                cursor = slice.next
            } while cursor != nil
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"invitations.csv\"",
            ], body: body)
    }

    private static let csvBatch = 500

    /// How many were answered, by template, market, member and purpose (SPEC H2).
    private func replies(_ request: Request, _ state: RequestState) async throws -> Response {
        let admission = try gate.admission(state)
        let parameters = try HistoryParameters(request, site: settings.site)
        guard parameters.cursor == nil else { throw Problem.unprocessable(Saying(.detailRepliesWhole)) }
        let query = parameters.query(for: admission.company.slug)
        var tables: [(group: ReplyGroup, rates: [ReplyRate])] = []
        for group in ReplyGroup.allCases {
            tables.append((group, try await settings.store.replyRates(by: group, matching: query)))
        }
        guard AnswerFormat(for: request) == .html else {
            return Answer.json(
                .object(tables.map { (key: $0.group.rawValue, value: .array($0.rates.map(Self.json))) }))
        }
        let page = RepliesPage(
            tables: tables.map { RepliesPage.Table(by: $0.group.rawValue, rows: $0.rates.map(Self.row)) },
            query: parameters.queryString())
        return Answer.html(settings.renderer.servedPage(page, for: admission.viewer))
    }

    private static func row(_ rate: ReplyRate) -> RepliesPage.Row {
        RepliesPage.Row(
            value: rate.value, sent: rate.sentCount, seen: rate.seenCount, interested: rate.interestedCount,
            declined: rate.declinedCount)
    }

    private static func json(_ rate: ReplyRate) -> JSONValue {
        .members([
            "value": .string(rate.value), "sent": .integer(rate.sentCount), "seen": .integer(rate.seenCount),
            "interested": .integer(rate.interestedCount), "declined": .integer(rate.declinedCount),
            "replies": .integer(rate.replyCount),
        ])
    }

    /// The same message to the same creator once more, under the same limits (SPEC H1).
    private func resend(_ request: Request, _ state: RequestState) async throws -> Response {
        try await gate.post(request, state, fields: ["queue"]) { form, admission in
            let original = try await invitation(state, of: admission)
            let candidates = try desk.candidates([original.creator.text], for: admission.company)
            let submission = Submission(
                by: admission.member,
                key: try form.submissionKey(of: request).map { admission.member.email + " " + $0 },
                queuesRefused: try form.flag("queue"))
            guard admission.company.purposes.contains(original.message.purpose) else {
                throw Problem.unprocessable(Saying(.detailPurposeGone), mend: Saying(.mendNewInvitation))
            }
            let (results, quota) = try await desk.send(
                original.message, template: original.template, to: candidates, as: submission, for: admission.company)
            let again = InviteResultsPage.Again(
                path: "invitations/\(original.id)/resend", fields: [("submission", UUID().uuidString.lowercased())])
            return try await InviteAnswer(settings: settings, request: request, viewer: admission.viewer)
                .results(results, again: again, quota: quota)
        }
    }

    private func invitation(_ request: Request, _ state: RequestState) async throws -> Response {
        let admission = try gate.admission(state)
        let invitation = try await invitation(state, of: admission)
        let inbox = try await InboxLinks(settings: settings).address(of: invitation.creator, for: request)
        let events = try await settings.store.events(of: invitation.id)
        let mail = try await settings.store.mail(of: invitation.id)
        switch AnswerFormat(for: request) {
        case .json: return Answer.json(InvitationJSON.whole(invitation, events: events, inbox: inbox, mail: mail))
        case .html:
            let phrases = settings.renderer.phrases(in: Language(of: invitation.market))
            let page = InvitationPage(
                invitation: invitation, events: events.map { ($0.kind.rawValue, $0.instant, $0.reason) },
                delivery: inbox.map {
                    InboxDelivery(link: $0, nickname: invitation.nickname, company: admission.company.name, phrases)
                }, mail: mail.map { "\(settings.renderer.words($0.state.saying))\($0.fault.map { ": " + $0 } ?? "")" },
                isNew: request.uri.queryParameters["sent"] != nil,
                submission: UUID().uuidString.lowercased())
            return Answer.html(settings.renderer.servedPage(page, for: admission.viewer))
        }
    }

    private func invitation(_ state: RequestState, of admission: MemberGate.Admission) async throws -> Invitation {
        guard let id = state.parameters.get("id").flatMap({ InvitationID($0) }),
            let invitation = try await settings.store.invitation(id, of: admission.company.slug)
        else { throw Problem.notFound(.detailNoInvitation) }
        return invitation
    }
}
