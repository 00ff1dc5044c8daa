import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import Pages
import Store

/// Signing in by a one-time link, and signing out.
struct SignInRoutes: Sendable {
    let settings: ServerSettings

    /// How long a session holds.
    static let sessionLifetime: TimeInterval = 7 * 24 * 60 * 60

    func add(to router: Router<RequestState>) {
        router.get("sign-in") { request, _ in try await show(request) }
        router.post("sign-in") { request, _ in try await signIn(request) }
        router.post("sign-out") { request, state in try await signOut(request, state) }
    }

    /// Shows who the link signs in; a GET uses nothing up, so a preview robot does no harm.
    private func show(_ request: Request) async throws -> Response {
        guard let text = request.uri.queryParameters["token"].map({ String($0) }) else {
            return page(.needsLink(notice: nil))
        }
        guard let secret = Secret(text),
            let member = try await settings.store.member(ofSignInLink: secret, now: settings.now())
        else { return page(.needsLink(notice: Self.usedNotice)) }
        let company = settings.company(of: member)?.name ?? member.company.text
        return page(.ready(token: text, email: member.email, company: company))
    }

    private func signIn(_ request: Request) async throws -> Response {
        let form = try await SubmittedForm(of: request)
        try form.allowOnly(["token"])
        // Another site could sign a member in as somebody else and watch what they do.
        if OriginProof(of: request, server: settings.site.serverURL) == .foreign { throw Problem.confirmationRequired }
        guard let link = form.text("token").flatMap({ Secret($0) }),
            let signIn = try await settings.store.redeem(
                signInLink: link, now: settings.now, sessionLifetime: Self.sessionLifetime)
        else { return page(.needsLink(notice: Self.usedNotice), status: .unauthorized) }
        var response = Answer.seeOther("./invitations")
        response.setCookie(cookie(signIn.session.text, maxAge: Int(Self.sessionLifetime)))
        return response
    }

    private func signOut(_ request: Request, _ state: RequestState) async throws -> Response {
        if OriginProof(of: request, server: settings.site.serverURL) != .own { throw Problem.confirmationRequired }
        if case .session(_, let session) = state.credential { try await settings.store.endSession(session) }
        var response = Answer.seeOther("./")
        response.setCookie(cookie("", maxAge: 0))
        return response
    }

    private func cookie(_ value: String, maxAge: Int) -> Cookie {
        let isEncrypted = settings.site.serverURL?.hasPrefix("https://") ?? false
        return Cookie(
            name: Authentication.cookieName, value: value, maxAge: maxAge, path: "/", secure: isEncrypted, httpOnly: true,
            sameSite: .lax
        )
    }

    private func page(_ state: SignInPage.State, status: HTTPResponse.Status = .ok) -> Response {
        Answer.html(settings.renderer.servedPage(SignInPage(state: state, site: settings.site), for: nil), status: status)
    }

    private static let usedNotice = "This sign-in link was used already, or its time is over."
}
