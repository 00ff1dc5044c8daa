import HTTPTypes
import Hummingbird
import Marketplace
import Store

/// What decides over access itself: passwords, sessions, tokens, members. A browser's session must ask for it, from a page of
/// this server. A token must not: whoever found one could make it last, or take the account over.
extension MemberGate {
    /// A member who decides about the own access.
    struct OwnAdmission: Sendable {
        let admission: Admission
        /// Of the cookie.
        let secret: Secret
        let session: MemberSession
    }

    /// For a POST.
    ///
    /// - Throws: `Problem` 401 without a member, 403 with a token or without proof.
    func own(_ request: Request, _ state: RequestState) throws(Problem) -> OwnAdmission {
        let admission = try admission(state)
        guard case .session(_, let secret) = state.credential, let session = state.session else { throw .sessionRequired }
        guard case .own = OriginProof(of: request, server: settings.site.serverURL) else { throw .confirmationRequired }
        return OwnAdmission(admission: admission, secret: secret, session: session)
    }

    /// For a POST that only owners of the company may send.
    ///
    /// - Throws: as `own`, and `Problem` 403 to members.
    func owner(_ request: Request, _ state: RequestState) throws(Problem) -> OwnAdmission {
        let own = try own(request, state)
        guard own.admission.member.role == .owner else { throw .ownerRequired }
        return own
    }
}

extension Problem {
    fileprivate static let sessionRequired = Problem(
        status: .forbidden, title: "Not with a token",
        detail: "Passwords, sessions, tokens and members are managed by a person in a browser, not by a token.",
        mend: "Sign in, and open Settings or Company.", rule: "session_required"
    )

    static let ownerRequired = Problem(
        status: .forbidden, title: "Owners only", detail: "Only owners of the company manage its members.",
        mend: "Ask an owner of your company.", rule: "owner_required"
    )
}
