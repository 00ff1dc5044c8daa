import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import Pages
import Store

/// `/inbox/TOKEN`: what a creator got, and what they make of it (SPEC N1–N3). A GET changes nothing: messengers open links to
/// show a preview.
struct InboxRoutes: Sendable {
    let settings: ServerSettings
    let door: InboxDoor
    let shelf: CompanyShelf

    init(settings: ServerSettings, lookup: CreatorLookup) {
        self.settings = settings
        door = InboxDoor(settings: settings, lookup: lookup)
        shelf = CompanyShelf(settings: settings, lookup: lookup)
    }

    func add(to router: Router<RequestState>) {
        router.get("inbox/:token") { request, state in try await show(request, state) }
        for path: RouterPath in ["inbox/:token/data", "inbox/:token/data.json"] {
            router.get(path) { request, state in try await showData(request, state) }
        }
        router.post("inbox/:token/seen") { request, state in try await see(request, state) }
        router.post("inbox/:token/interested") { try await answer($0, $1, with: .beInterested) }
        router.post("inbox/:token/decline") { try await answer($0, $1, with: .decline) }
        router.post("inbox/:token/stop") { try await stop($0, $1, isOn: true) }
        router.post("inbox/:token/allow") { try await stop($0, $1, isOn: false) }
        router.post("inbox/:token/contact-display") { request, state in
            try await wish(request, state) { CreatorWish(showsContact: $0) }
        }
        router.post("inbox/:token/authorisation") { request, state in
            try await wish(request, state) { CreatorWish(isAuthorized: $0) }
        }
        router.post("inbox/:token/erase") { request, state in try await askForErasure(request, state) }
        // RFC 8058: a mail program sends this with nothing but the address. A person who opens it gets the inbox.
        router.post("inbox/:token/unsubscribe/:company") { _, state in try await unsubscribe(state) }
        router.get("inbox/:token/unsubscribe/:company") { _, state in
            Answer.seeOther("../../\(try await door.owner(state).token.text)")
        }
    }

    // MARK: Reading

    private func show(_ request: Request, _ state: RequestState) async throws -> Response {
        let view = try await view(of: try await door.owner(state))
        guard AnswerFormat(for: request) == .html else { return Answer.json(view.json) }
        let language = request.uri.queryParameters["lang"].flatMap { Language(rawValue: String($0)) } ?? view.language
        let page = InboxPage(
            view.content, path: PageDepth.path(of: request), phrases: settings.renderer.phrases(in: language))
        return Answer.html(settings.renderer.servedPage(page, for: nil))
    }

    private func view(of owner: InboxDoor.Owner) async throws -> InboxView {
        try await InboxView(of: owner, settings: settings, shelf: shelf)
    }

    private func showData(_ request: Request, _ state: RequestState) async throws -> Response {
        let view = try await view(of: try await door.owner(state))
        let held = try await HeldData(of: view, settings: settings)
        guard AnswerFormat(for: request) == .html else {
            var response = Answer.json(held.json)
            response.headers[.contentDisposition] = "attachment; filename=\"my-data.json\""
            return response
        }
        let language = request.uri.queryParameters["lang"].flatMap { Language(rawValue: String($0)) } ?? view.language
        let page = InboxDataPage(
            held.content, path: PageDepth.path(of: request), phrases: settings.renderer.phrases(in: language))
        return Answer.html(settings.renderer.servedPage(page, for: nil))
    }

    // MARK: Answering

    private func see(_ request: Request, _ state: RequestState) async throws -> Response {
        let owner = try await door.owner(state)
        let form = try await SubmittedForm(of: request)
        try form.allowOnly(["invitation", "lang"])
        try await settings.store.see(try Self.invitation(form), of: owner.username, now: settings.now)
        return try await done(request, owner, form)
    }

    private func answer(_ request: Request, _ state: RequestState, with action: InboxAction) async throws -> Response {
        let owner = try await door.owner(state)
        let form = try await SubmittedForm(of: request)
        try form.allowOnly(["invitation", "lang"] + (action == .decline ? ["reason", "note"] : []))
        let invitation: InvitationID
        if let named = try Self.invitation(form) {
            invitation = named
        } else {
            // Who names none means the one that came last.
            guard let newest = try await settings.store.received(by: owner.username).first else { throw Self.unknown }
            invitation = newest.invitation.id
        }
        let reason = try Self.reason(form)
        let outcome = try await settings.store.answer(
            invitation, of: owner.username, with: action, reason: reason, now: settings.now)
        switch outcome {
        case .unknown: throw Self.unknown
        case .tooLate: throw Self.tooLate
        case .done: return try await done(request, owner, form, invitation: invitation)
        }
    }

    private static func invitation(_ form: SubmittedForm) throws(Problem) -> InvitationID? {
        guard let text = form.text("invitation") else { return nil }
        guard let id = InvitationID(text) else { throw unknown }
        return id
    }

    /// One of the ready answers, the creator's own words, or both.
    private static func reason(_ form: SubmittedForm) throws(Problem) -> String? {
        let parts = [form.text("reason"), form.text("note")].compactMap { $0 }
        guard !parts.isEmpty else { return nil }
        let reason = parts.joined(separator: ": ")
        guard reason.count <= 600 else { throw .unprocessable(Saying(.detailReasonLimit), mend: Saying(.mendShorten)) }
        return reason
    }

    private static let unknown = Problem.notFound(.detailNotInInbox)

    private static let tooLate: Problem = {
        var problem = Problem(
            status: .conflict, title: Saying(.problemTooLate), detail: Saying(.detailExpired))
        problem.rule = "expired"
        return problem
    }()

    // MARK: Deciding

    /// Stops invitations, or allows them again: those of one company, or all. Who names neither means all.
    private func stop(_ request: Request, _ state: RequestState, isOn: Bool) async throws -> Response {
        let owner = try await door.owner(state)
        let form = try await SubmittedForm(of: request)
        try form.allowOnly(["invitation", "company", "scope", "lang"])
        let company = try await company(form, of: owner)
        try await stop(owner.username, company, isOn: isOn)
        return try await done(request, owner, form, invitation: try Self.invitation(form))
    }

    private func stop(_ creator: Username, _ company: Slug?, isOn: Bool) async throws {
        if isOn {
            try await settings.store.optOut(creator, of: company, at: settings.now())
        } else {
            try await settings.store.optIn(creator, of: company, at: settings.now())
        }
    }

    private func company(_ form: SubmittedForm, of owner: InboxDoor.Owner) async throws -> Slug? {
        switch form.text("scope") {
        case "all": return nil
        case nil, "company": break
        case let scope?:
            throw Problem.unprocessable(
                Saying(.detailNoValue, ["value": scope, "name": "scope"]), mend: Saying(.mendScope))
        }
        if let text = form.text("company") {
            guard let slug = Slug(text) else { throw Problem.unprocessable(Saying(.detailNoCompany, ["value": text])) }
            return slug
        }
        if let id = try Self.invitation(form) {
            let received = try await settings.store.received(by: owner.username)
            guard let found = received.first(where: { $0.invitation.id == id }) else { throw Self.unknown }
            return found.invitation.company
        }
        guard form.text("scope") == nil else { throw Problem.unprocessable(Saying(.detailCompanyMissing)) }
        return nil
    }

    private func unsubscribe(_ state: RequestState) async throws -> Response {
        let owner = try await door.owner(state)
        guard let company = state.parameters.get("company").flatMap({ Slug($0) }) else { throw Self.unknown }
        try await stop(owner.username, company, isOn: true)
        return Answer.json(.members(["status": "stopped", "company": .string(company.text)]))
    }

    private func wish(
        _ request: Request, _ state: RequestState, _ wish: (Bool) -> CreatorWish
    ) async throws -> Response {
        let owner = try await door.owner(state)
        let form = try await SubmittedForm(of: request)
        try form.allowOnly(["on", "lang"])
        guard form.text("on") != nil else { throw Problem.unprocessable(Saying(.detailSwitchMissing)) }
        try await settings.store.keep(wish(try form.flag("on")), of: owner.username, at: settings.now())
        return try await done(request, owner, form)
    }

    private func askForErasure(_ request: Request, _ state: RequestState) async throws -> Response {
        let owner = try await door.owner(state)
        let form = try await SubmittedForm(of: request)
        try form.allowOnly(["lang"])
        try await settings.store.requestErasure(of: owner.username, at: settings.now())
        return try await done(request, owner, form)
    }

    /// Back to the inbox, in the language that was chosen; to programs the inbox as it is now.
    private func done(
        _ request: Request, _ owner: InboxDoor.Owner, _ form: SubmittedForm, invitation: InvitationID? = nil
    ) async throws -> Response {
        guard AnswerFormat(for: request) == .html else {
            let now = InboxDoor.Owner(
                username: owner.username, token: owner.token, creator: try door.lookup.known(owner.username))
            let view = try await view(of: now)
            guard let invitation, let own = view.received.first(where: { $0.invitation.id == invitation }) else {
                return Answer.json(view.json)
            }
            return Answer.json(view.json(own))
        }
        let language = form.text("lang").flatMap { Language(rawValue: $0) }.map { "?lang=" + $0.rawValue } ?? ""
        return Answer.seeOther("../\(owner.token.text)\(language)" + (invitation.map { "#i-\($0)" } ?? ""))
    }
}
