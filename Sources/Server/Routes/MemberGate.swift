import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import Pages

/// Stands before everything that only members may do, and lets through what is proven (SPEC A2).
struct MemberGate: Sendable {
    let settings: ServerSettings

    /// A member who may act, with the company that they act for.
    struct Admission: Sendable {
        let member: Member
        let company: Company

        var viewer: PageFrame.Viewer { PageFrame.Viewer(email: member.email, company: company) }
    }

    /// Either a member, or the page that asks for what is missing.
    enum Verdict {
        case admitted(Admission)
        case answer(Response)
    }

    /// For reading: a signed-in member or a 401.
    ///
    /// - Throws: `Problem` 401.
    func admission(_ state: RequestState) throws(Problem) -> Admission {
        guard let member = state.member, let company = settings.company(of: member) else { throw .signInRequired }
        return Admission(member: member, company: company)
    }

    /// For a POST: a member whose intent is proven. A token proves itself; a session needs a browser's word that the request
    /// comes from a page of this server. Without proof nothing happens but a page that shows the fields and asks.
    ///
    /// - Parameters:
    ///   - action: where the form of the confirmation is sent: the last part of the address.
    ///   - form: shown again there.
    /// - Throws: `Problem` 401 or 403, to programs.
    func verdict(on request: Request, _ state: RequestState, action: String, form: SubmittedForm) throws(Problem) -> Verdict {
        if case .token = state.credential { return .admitted(try admission(state)) }
        let isProgram = AnswerFormat(for: request) == .json
        switch (state.credential, OriginProof(of: request, server: settings.site.serverURL)) {
        case (.session, .own):
            return .admitted(try admission(state))
        case (.session, .foreign), (.session, .none):
            guard !isProgram else { throw .confirmationRequired }
            return .answer(confirmation(action: action, form: form, needsSignIn: false, status: .ok, state))
        case (_, .foreign) where !isProgram:
            // The member may be signed in: a browser sends no session cookie with a POST from another site.
            return .answer(confirmation(action: action, form: form, needsSignIn: false, status: .ok, state))
        default:
            guard !isProgram else { throw .signInRequired }
            return .answer(confirmation(action: action, form: form, needsSignIn: true, status: .unauthorized, state))
        }
    }

    private func confirmation(
        action: String, form: SubmittedForm, needsSignIn: Bool, status: HTTPResponse.Status, _ state: RequestState
    ) -> Response {
        let page = ConfirmPage(action: action, fields: form.fields, needsSignIn: needsSignIn)
        let viewer = (try? admission(state))?.viewer  // nobody signed in is a case of its own here
        return Answer.html(settings.renderer.servedPage(page, for: viewer), status: status)
    }
}
