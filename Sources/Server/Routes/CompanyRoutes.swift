import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import Pages
import Store

/// `/company`: a member's own company, as creators see it; and for owners its members.
struct CompanyRoutes: Sendable {
    let settings: ServerSettings
    let gate: MemberGate

    /// Days for which a link holds that an owner makes.
    private static let linkDays = 7

    func add(to router: Router<RequestState>) {
        for path: RouterPath in ["company", "company.json"] {
            router.get(path) { request, state in try await show(request, state) }
        }
        router.post("company/members") { request, state in try await add(request, state) }
        router.post("company/members/link") { request, state in try await link(request, state) }
        router.post("company/members/role") { request, state in try await changeRole(request, state) }
        router.post("company/members/remove") { request, state in try await remove(request, state) }
    }

    private func show(_ request: Request, _ state: RequestState) async throws -> Response {
        let admission = try gate.admission(state)
        let isOwner = admission.member.role == .owner
        let members = isOwner ? try await settings.store.memberListings(of: admission.company.slug) : nil
        switch AnswerFormat(for: request) {
        case .json: return Answer.json(CompanyJSON.value(of: admission.company, members: members))
        case .html:
            let done = request.uri.queryParameters["done"].flatMap { CompanyNotice(rawValue: String($0)) }
            let page = OwnCompanyPage(
                company: admission.company, people: members.map { people($0, admission) }, notice: done?.saying)
            return Answer.html(settings.renderer.servedPage(page, for: admission.viewer))
        }
    }

    // MARK: Members

    private func add(_ request: Request, _ state: RequestState) async throws -> Response {
        let form = try await SubmittedForm(of: request)
        try form.allowOnly(["email", "role"])
        let own = try gate.owner(request, state)
        let owner = own.admission.member
        let member = Member(
            email: form.text("email") ?? "", company: owner.company, role: try Self.role(in: form) ?? .member)
        do {
            try await mending { try await settings.store.add(member, by: owner, now: settings.now()) }
        } catch let problem as Problem where AnswerFormat(for: request) == .html && problem.status == .unprocessableContent {
            return try await again(typed: member.email, problem, own.admission)
        }
        return try await linkAnswer(for: member.email, isNew: true, path: "company/members", request, own.admission)
    }

    private func link(_ request: Request, _ state: RequestState) async throws -> Response {
        let (email, _, own) = try await named(["email"], request, state)
        return try await linkAnswer(for: email, isNew: false, path: "company/members/link", request, own.admission)
    }

    private func changeRole(_ request: Request, _ state: RequestState) async throws -> Response {
        let (email, form, own) = try await named(["email", "role"], request, state)
        guard let role = try Self.role(in: form) else { throw Problem.unprocessable(Saying(.detailRoleMissing)) }
        try await mending { try await settings.store.changeRole(of: email, to: role, by: own.admission.member) }
        return done(.role, request)
    }

    private func remove(_ request: Request, _ state: RequestState) async throws -> Response {
        let (email, _, own) = try await named(["email"], request, state)
        try await mending { try await settings.store.removeMember(email: email, by: own.admission.member) }
        return done(.removed, request)
    }

    /// The member whom an owner names.
    private func named(
        _ fields: [String], _ request: Request, _ state: RequestState
    ) async throws -> (email: String, form: SubmittedForm, own: MemberGate.OwnAdmission) {
        let form = try await SubmittedForm(of: request)
        try form.allowOnly(fields)
        let own = try gate.owner(request, state)
        guard let email = form.text("email") else { throw Problem.unprocessable(Saying(.detailMemberMissing)) }
        return (email, form, own)
    }

    private static func role(in form: SubmittedForm) throws(Problem) -> Member.Role? {
        guard let text = form.text("role") else { return nil }
        guard let role = Member.Role(rawValue: text) else {
            throw .field("role", rule: "unknown_role", Saying(.faultRole))
        }
        return role
    }

    /// Tells the client what the store refused.
    private func mending(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let error as MembershipError {
            throw Problem(error)
        }
    }

    // MARK: Answers

    private func linkAnswer(
        for email: String, isNew: Bool, path: String, _ request: Request, _ admission: MemberGate.Admission
    ) async throws -> Response {
        let expires = settings.now().addingTimeInterval(TimeInterval(Self.linkDays * 24 * 60 * 60))
        let secret: Secret
        do {
            secret = try await settings.store.createSignInLink(for: email, by: admission.member, expires: expires)
        } catch let error as MembershipError {
            throw Problem(error)
        }
        let server = settings.site.serverURL ?? "http://" + (request.head.authority ?? "localhost")
        let address = "\(server)/sign-in?token=\(secret.text)&next=settings"
        let status = isNew ? HTTPResponse.Status.created : .ok
        switch AnswerFormat(for: request) {
        case .json:
            return Answer.json(
                .members([
                    "email": .string(email.lowercased()), "link": .string(address), "expires": .string(expires.rfc3339),
                ]), status: status)
        case .html:
            let page = SecretPage(
                .link(email: email.lowercased(), address: address, days: Self.linkDays, isNew: isNew), path: path)
            return Answer.html(settings.renderer.servedPage(page, for: admission.viewer), status: status)
        }
    }

    private func people(
        _ members: [MemberListing], _ admission: MemberGate.Admission, typed: String = "", error: Saying? = nil
    ) -> OwnCompanyPage.People {
        OwnCompanyPage.People(
            members: members.map {
                OwnCompanyPage.Person(member: $0.member, signedIn: $0.signedIn, hasPassword: $0.hasPassword)
            },
            viewer: admission.member, typed: typed, error: error)
    }

    /// The page again, with what was written and what was wrong with it.
    private func again(typed: String, _ problem: Problem, _ admission: MemberGate.Admission) async throws -> Response {
        let members = try await settings.store.memberListings(of: admission.company.slug)
        let page = OwnCompanyPage(
            company: admission.company, people: people(members, admission, typed: typed, error: problem.detail),
            path: "company/members")
        return Answer.html(settings.renderer.servedPage(page, for: admission.viewer), status: problem.status)
    }

    /// To an address "/company/members/…".
    private func done(_ notice: CompanyNotice, _ request: Request) -> Response {
        switch AnswerFormat(for: request) {
        case .json: Answer.json(.members(["done": .string(settings.renderer.words(notice.saying))]))
        case .html: Answer.seeOther("../../company?done=" + notice.rawValue)
        }
    }
}

/// What was done, as it stands in the address that says so.
enum CompanyNotice: String {
    case role
    case removed

    var saying: Saying {
        switch self {
        case .role: Saying(.roleChanged)
        case .removed: Saying(.memberRemoved)
        }
    }
}
