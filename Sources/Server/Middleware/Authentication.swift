import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import Store

/// Finds out who a request is from. It refuses nothing: what is open to everyone stays open.
struct Authentication: RouterMiddleware {
    typealias Context = RequestState

    let store: Store
    let now: @Sendable () -> Date

    static let cookieName = "plaza_session"

    func handle(
        _ request: Request, context: RequestState, next: (Request, RequestState) async throws -> Response
    ) async throws -> Response {
        var context = context
        (context.credential, context.session) = try await credential(of: request)
        return try await next(request, context)
    }

    /// A bearer token counts before a cookie: a program that sends one means it.
    private func credential(of request: Request) async throws -> (RequestState.Credential, MemberSession?) {
        if let authorization = request.headers[.authorization] {
            guard let secret = Self.bearer(in: authorization),
                let member = try await store.member(ofToken: secret, usedAt: now())
            else { return (.invalidToken, nil) }
            return (.token(member), nil)
        }
        guard let cookie = request.cookies[Self.cookieName]?.value, let secret = Secret(cookie),
            let active = try await store.use(session: secret, now: now())
        else { return (.none, nil) }
        return (.session(active.member, secret), active.session)
    }

    /// The token of "Bearer TOKEN" (RFC 6750 §2.1).
    private static func bearer(in authorization: String) -> Secret? {
        let parts = authorization.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return Secret(String(parts[1]))
    }
}
