import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import Pages
import Store

/// Signing in, by a one-time link or by e-mail and password, and signing out.
struct SignInRoutes: Sendable {
    let settings: ServerSettings

    /// How long a session holds.
    static let sessionLifetime: TimeInterval = 7 * 24 * 60 * 60

    func add(to router: Router<RequestState>) {
        router.get("sign-in") { request, state in try await show(request, state) }
        router.post("sign-in") { request, state in try await signIn(request, state) }
        router.post("sign-out") { request, state in try await signOut(request, state) }
    }

    /// Shows the form, or whom the link signs in; a GET uses nothing up, so a preview robot does no harm.
    private func show(_ request: Request, _ state: RequestState) async throws -> Response {
        let next = NextAddress(request.uri.queryParameters["next"].map { String($0) })
        guard let text = request.uri.queryParameters["token"].map({ String($0) }) else {
            let notice = state.member.map { Saying(.signedInAs, ["address": $0.email]) }
            return page(.form(SignInPage.Form(notice: notice)), next: next)
        }
        guard let secret = Secret(text),
            let member = try await settings.store.member(ofSignInLink: secret, now: settings.now())
        else { return page(.form(SignInPage.Form(notice: Self.usedNotice)), next: next) }
        let company = settings.company(of: member)?.name ?? member.company.text
        return page(.ready(token: text, email: member.email, company: company), next: next)
    }

    private func signIn(_ request: Request, _ state: RequestState) async throws -> Response {
        let form = try await SubmittedForm(of: request)
        try form.allowOnly(["token", "email", "password", "next"])
        // Another site could sign a member in as somebody else and watch what they do.
        if OriginProof(of: request, server: settings.site.serverURL) == .foreign { throw Problem.confirmationRequired }
        let next = NextAddress(form.text("next"))
        let outcome: Outcome
        if let token = form.text("token") {
            outcome = try await withLink(token, next: next, request)
        } else if let email = form.text("email"), let password = form.exact("password") {
            outcome = try await withPassword(password, email: email, next: next, request, state)
        } else {
            outcome = .refused(try incomplete(form, next: next, request))
        }
        switch outcome {
        case .refused(let response): return response
        case .signedIn(let signIn):
            // The browser keeps one cookie: the session before would hold on where nobody sees it.
            if case .session(_, let before) = state.credential { try await settings.store.endSession(before) }
            var response = Answer.seeOther("./" + (next?.text ?? "invitations"))
            response.setCookie(cookie(signIn.session.text, maxAge: Int(Self.sessionLifetime)))
            return response
        }
    }

    private enum Outcome {
        case signedIn(SignIn)
        case refused(Response)
    }

    private func withLink(_ token: String, next: NextAddress?, _ request: Request) async throws -> Outcome {
        guard let link = Secret(token),
            let signIn = try await settings.store.redeem(
                signInLink: link, device: Self.device(of: request), now: settings.now, sessionLifetime: Self.sessionLifetime)
        else {
            return .refused(page(.form(SignInPage.Form(notice: Self.usedNotice)), next: next, status: .unauthorized))
        }
        return .signedIn(signIn)
    }

    private func withPassword(
        _ password: String, email: String, next: NextAddress?, _ request: Request, _ state: RequestState
    ) async throws -> Outcome {
        let outcome = try await settings.store.signIn(
            email: email, password: password, client: settings.client(of: request, state),
            device: Self.device(of: request), now: settings.now, sessionLifetime: Self.sessionLifetime)
        let problem: Problem
        switch outcome {
        case .signedIn(let signIn): return .signedIn(signIn)
        case .refused: problem = .wrongCredentials
        case .delayed(let end): problem = .signInDelayed(until: end, now: settings.now())
        case .busy: problem = .signInBusy
        }
        guard AnswerFormat(for: request) == .html else { throw problem }
        let again = SignInPage.Form(email: email, error: problem.detail, until: problem.until)
        var response = page(.form(again), next: next, status: problem.status)
        for field in problem.headers { response.headers[field.name] = field.value }
        return .refused(response)
    }

    private func incomplete(_ form: SubmittedForm, next: NextAddress?, _ request: Request) throws -> Response {
        let name = form.text("email") == nil ? "email" : "password"
        let problem = Problem.field(name, rule: "required", Saying(.faultCredentialsMissing))
        guard AnswerFormat(for: request) == .html else { throw problem }
        let again = SignInPage.Form(email: form.text("email") ?? "", error: problem.detail)
        return page(.form(again), next: next, status: problem.status)
    }

    private func signOut(_ request: Request, _ state: RequestState) async throws -> Response {
        if OriginProof(of: request, server: settings.site.serverURL) != .own { throw Problem.confirmationRequired }
        if case .session(_, let session) = state.credential { try await settings.store.endSession(session) }
        var response = Answer.seeOther("./")
        response.setCookie(cookie("", maxAge: 0))
        return response
    }

    private static func device(of request: Request) -> String { DeviceLabel.text(userAgent: request.headers[.userAgent]) }

    private func cookie(_ value: String, maxAge: Int) -> Cookie {
        let isEncrypted = settings.site.serverURL?.hasPrefix("https://") ?? false
        return Cookie(
            name: Authentication.cookieName, value: value, maxAge: maxAge, path: "/", secure: isEncrypted, httpOnly: true,
            sameSite: .lax
        )
    }

    private func page(_ state: SignInPage.State, next: NextAddress?, status: HTTPResponse.Status = .ok) -> Response {
        let page = SignInPage(state: state, next: next?.text)
        return Answer.html(settings.renderer.servedPage(page, for: nil), status: status)
    }

    private static let usedNotice = Saying(.linkUsed)
}
