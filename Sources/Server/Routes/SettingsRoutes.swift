import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import Pages
import Store

/// `/settings`: what a member decides about their own access. Reading is open to their tokens too; changing is not.
struct SettingsRoutes: Sendable {
    let settings: ServerSettings
    let gate: MemberGate

    /// Characters of a token's name.
    private static let longestName = 80

    func add(to router: Router<RequestState>) {
        for path: RouterPath in ["settings", "settings.json"] {
            router.get(path) { request, state in try await show(request, state) }
        }
        router.post("settings/password") { request, state in try await setPassword(request, state) }
        router.post("settings/sessions/end") { request, state in try await endSessions(request, state) }
        router.post("settings/tokens") { request, state in try await makeToken(request, state) }
        router.post("settings/tokens/revoke") { request, state in try await revokeToken(request, state) }
    }

    private func show(_ request: Request, _ state: RequestState) async throws -> Response {
        let admission = try gate.admission(state)
        let access = try await access(of: admission, state)
        switch AnswerFormat(for: request) {
        case .json: return Answer.json(access.json)
        case .html:
            let done = request.uri.queryParameters["done"].flatMap { SettingsNotice(rawValue: String($0)) }
            return page(access, admission, notice: done)
        }
    }

    // MARK: Password

    private func setPassword(_ request: Request, _ state: RequestState) async throws -> Response {
        let form = try await SubmittedForm(of: request)
        try form.allowOnly(["current_password", "new_password"])
        let own = try gate.own(request, state)
        let change = try await settings.store.setPassword(
            form.exact("new_password") ?? "", old: form.exact("current_password"), in: own.secret,
            client: settings.client(of: request, state), now: settings.now)
        let (field, problem): (String, Problem)
        switch change {
        case .changed: return done(.password, request, path: "settings/password")
        case .signedOut: throw Problem.signInRequired
        case .busy: throw Problem.signInBusy
        case .delayed(let end): throw Problem.signInDelayed(until: end, now: settings.now())
        case .fault(let fault):
            (field, problem) = ("new_password", .field("new_password", rule: fault.rawValue, fault.saying))
        case .oldPasswordWrong:
            let detail = Saying(.faultPasswordWrong)
            (field, problem) = ("current_password", .field("current_password", rule: "wrong_password", detail))
        }
        return try await faulty(problem, field: field, path: "settings/password", request, state, own)
    }

    // MARK: Sessions

    private func endSessions(_ request: Request, _ state: RequestState) async throws -> Response {
        let form = try await SubmittedForm(of: request)
        try form.allowOnly(["session", "others"])
        let own = try gate.own(request, state)
        let email = own.admission.member.email
        switch (form.text("session"), form.text("others")) {
        case (let id?, nil):
            guard try await settings.store.endSession(id: id, of: email) else {
                throw Problem.notFound(.detailNoSession)
            }
        case (nil, "true"): try await settings.store.endSessions(of: email, exceptID: own.session.id)
        default: throw Problem.unprocessable(Saying(.detailSessionMissing))
        }
        return done(.session, request, path: "settings/sessions/end")
    }

    // MARK: Tokens

    private func makeToken(_ request: Request, _ state: RequestState) async throws -> Response {
        let form = try await SubmittedForm(of: request)
        try form.allowOnly(["name"])
        let own = try gate.own(request, state)
        guard let name = form.text("name"), ShortName.accepts(name, longest: Self.longestName) else {
            let detail = Saying(.faultTokenName, ["count": String(Self.longestName)])
            let problem = Problem.field("name", rule: "name_required", detail)
            return try await faulty(problem, field: "name", path: "settings/tokens", request, state, own)
        }
        let id = UUID()
        let secret = try await settings.store.createToken(
            for: own.admission.member.email, name: name, now: settings.now(), id: id)
        switch AnswerFormat(for: request) {
        case .json:
            return Answer.json(
                .members([
                    "id": .string(id.uuidString.lowercased()), "name": .string(name), "token": .string(secret.text),
                ]), status: .created)
        case .html:
            let page = SecretPage(.token(name: name, secret: secret.text), path: "settings/tokens")
            return Answer.html(settings.renderer.servedPage(page, for: own.admission.viewer), status: .created)
        }
    }

    private func revokeToken(_ request: Request, _ state: RequestState) async throws -> Response {
        let form = try await SubmittedForm(of: request)
        try form.allowOnly(["token"])
        let own = try gate.own(request, state)
        guard let id = form.text("token") else { throw Problem.unprocessable(Saying(.detailTokenMissing)) }
        guard try await settings.store.revokeToken(id: id, of: own.admission.member.email) else {
            throw Problem.notFound(.detailNoToken)
        }
        return done(.token, request, path: "settings/tokens/revoke")
    }

    // MARK: Answers

    private func access(of admission: MemberGate.Admission, _ state: RequestState) async throws -> OwnAccess {
        let email = admission.member.email
        let now = settings.now()
        return OwnAccess(
            member: admission.member, company: admission.company,
            passwordChanged: try await settings.store.passwordChanged(of: email), current: state.session,
            sessions: try await settings.store.sessions(of: email, now: now),
            tokens: try await settings.store.tokens(of: email),
            now: now, words: settings.renderer.words)
    }

    private func page(
        _ access: OwnAccess, _ admission: MemberGate.Admission, notice: SettingsNotice? = nil, fault: SettingsPage.Fault? = nil,
        path: String = "settings", status: HTTPResponse.Status = .ok
    ) -> Response {
        var content = access.content
        content.notice = notice?.saying
        content.fault = fault
        let page = SettingsPage(content, path: path, shortest: PasswordFault.shortestCharacterCount)
        return Answer.html(settings.renderer.servedPage(page, for: admission.viewer), status: status)
    }

    /// The page again, with what was wrong; to programs the problem.
    private func faulty(
        _ problem: Problem, field: String, path: String, _ request: Request, _ state: RequestState,
        _ own: MemberGate.OwnAdmission
    ) async throws -> Response {
        guard AnswerFormat(for: request) == .html else { throw problem }
        let fault = SettingsPage.Fault(field: field, detail: problem.detail)
        return page(
            try await access(of: own.admission, state), own.admission, fault: fault, path: path, status: problem.status)
    }

    private func done(_ notice: SettingsNotice, _ request: Request, path: String) -> Response {
        switch AnswerFormat(for: request) {
        case .json: return Answer.json(.members(["done": .string(settings.renderer.words(notice.saying))]))
        case .html:
            let root = String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
            return Answer.seeOther(root + "settings?done=" + notice.rawValue)
        }
    }
}

/// What was done, as it stands in the address that says so.
enum SettingsNotice: String {
    case password
    case session
    case token

    var saying: Saying {
        switch self {
        case .password: Saying(.passwordIsSet)
        case .session: Saying(.sessionEnded)
        case .token: Saying(.tokenRevoked)
        }
    }
}
