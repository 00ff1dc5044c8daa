import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import NIOCore
import Pages
import ServiceLifecycle
import Store

/// New answers of creators for the member who looks on: server-sent events (HTML Standard §9.2), and their count (SPEC H2).
struct AnswerRoutes: Sendable {
    let settings: ServerSettings
    let gate: MemberGate

    /// How often the store is looked into; a look reads one index.
    private static let pause = Duration.seconds(1)
    /// Looks between two signs of life, so that nothing between server and browser gives up.
    private static let looksPerSign = 15
    /// Looks until the browser has to come again, with the last event that it had, and to show that it still may.
    private static let looksPerStream = 60

    func add(to router: Router<RequestState>) {
        router.get("events") { request, state in try await follow(request, state) }
        router.get("answers.json") { _, state in
            let admission = try gate.admission(state)
            return Answer.json(.members(["unread": .integer(try await settings.store.unreadAnswers(of: admission.member))]))
        }
        router.post("answers/read") { request, state in
            try await gate.post(request, state, fields: []) { _, admission in
                try await settings.store.markAnswersRead(by: admission.member)
                return Answer.json(.members(["unread": 0]))
            }
        }
    }

    /// What happens from now on; a browser that comes back names the last event that it had.
    private func follow(_ request: Request, _ state: RequestState) async throws -> Response {
        let admission = try gate.admission(state)
        let (store, words) = (settings.store, settings.renderer.words)
        let named = HTTPField.Name("Last-Event-ID").flatMap { request.headers[$0] }.flatMap { Int64($0) }
        let start = if let named { named } else { try await store.lastEvent() }
        let body = ResponseBody { writer in
            let count = try await store.unreadAnswers(of: admission.member)
            try await writer.write(
                ByteBuffer(string: "retry: 2000\nid: \(start)\nevent: count\ndata: {\"unread\":\(count)}\n\n"))
            var (last, looks) = (start, 0)
            while !Task.isCancelled, !Task.isShuttingDownGracefully, looks < Self.looksPerStream {
                // Who is no longer a member hears nothing from that moment on.
                guard try await store.member(email: admission.member.email)?.company == admission.company.slug else { break }
                for event in try await store.events(of: admission.company.slug, after: last) {
                    last = event.number
                    let unread = try await store.unreadAnswers(of: admission.member)
                    try await writer.write(ByteBuffer(string: Self.text(of: event, unread: unread, words)))
                }
                looks += 1
                if looks.isMultiple(of: Self.looksPerSign) { try await writer.write(ByteBuffer(string: ": here\n\n")) }
                try await Task.sleep(for: Self.pause)
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"], body: body)
    }

    private static func text(of event: InvitationEvent, unread: Int, _ words: Wording) -> String {
        let data = JSONValue.members([
            "invitation": .string(event.invitation.text), "state": .string(event.kind.rawValue),
            "state_name": .string(words.event(event.kind.rawValue)),
            "at": .string(event.instant.rfc3339), "reason": .string(event.reason.map(words.declineReason)),
            "unread": .integer(unread),
        ])
        return "id: \(event.number)\nevent: answer\ndata: \(data.text)\n\n"
    }
}
