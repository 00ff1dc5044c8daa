import Foundation
import HTTPTypes
import Marketplace
import Pages
import Store

extension Problem {
    /// Too many wrong passwords (RFC 6585 §4).
    static func signInDelayed(until end: Date, now: Date) -> Problem {
        var problem = Problem(
            status: .tooManyRequests, title: Saying(.problemTooManyAttempts),
            detail: Saying(.detailTooManyAttempts), mend: Saying(.mendWaitOrLink), rule: "sign_in_delay", until: end
        )
        problem.headers[.retryAfter] = String(max(1, Int(end.timeIntervalSince(now).rounded(.up))))
        return problem
    }

    static let signInBusy: Problem = {
        var problem = Problem(
            status: .serviceUnavailable, title: Saying(.problemBusy), detail: Saying(.detailBusy),
            mend: Saying(.mendInSeconds), rule: "busy"
        )
        problem.headers[.retryAfter] = "5"
        return problem
    }()

    static let wrongCredentials: Problem = {
        var problem = Problem(
            status: .unauthorized, title: Saying(.problemNotSignedIn),
            detail: Saying(.detailWrongCredentials), mend: Saying(.mendCredentials), rule: "wrong_credentials"
        )
        problem.headers[.wwwAuthenticate] = "Bearer"
        return problem
    }()

    /// A field of a form that cannot be taken.
    static func field(_ name: String, rule: String, _ detail: Saying) -> Problem {
        var problem = Problem.unprocessable(detail)
        problem.rule = rule
        problem.field = name
        return problem
    }

    /// Why nothing was done to a member. What is said of an address tells nothing about other companies but that it is taken.
    init(_ error: MembershipError) {
        switch error {
        case .noAddress:
            self = .field("email", rule: "no_address", Saying(.faultAddress))
        case .alreadyMember:
            self = .field("email", rule: "address_taken", Saying(.faultAddressTaken))
        case .unknownMember:
            self = .notFound(.detailNoSuchMember)
        case .notAnOwner:
            self = .ownerRequired
        case .lastOwner:
            self = Problem(
                status: .conflict, title: Saying(.problemLastOwner), detail: Saying(.detailLastOwner),
                mend: Saying(.mendOwnerFirst), rule: "last_owner")
        }
    }
}
