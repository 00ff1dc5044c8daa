import HTTPTypes
import Hummingbird
import Marketplace
import Store
import Pages

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
        status: .forbidden, title: Saying(.problemWithToken), detail: Saying(.detailWithToken),
        mend: Saying(.mendSettings), rule: "session_required"
    )

    static let ownerRequired = Problem(
        status: .forbidden, title: Saying(.problemOwnersOnly), detail: Saying(.detailOwnersOnly),
        mend: Saying(.mendAskOwner), rule: "owner_required"
    )
}
