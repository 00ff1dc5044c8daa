import Foundation
import HTTPTypes
import Marketplace
import Store

extension Problem {
    /// Too many wrong passwords (RFC 6585 §4).
    static func signInDelayed(until end: Date, now: Date) -> Problem {
        var problem = Problem(
            status: .tooManyRequests, title: "Too many attempts",
            detail: "There were too many wrong passwords, so this one was not looked at.",
            mend: "Wait, or sign in by a one-time link.", rule: "sign_in_delay", until: end
        )
        problem.headers[.retryAfter] = String(max(1, Int(end.timeIntervalSince(now).rounded(.up))))
        return problem
    }

    static let signInBusy: Problem = {
        var problem = Problem(
            status: .serviceUnavailable, title: "Busy", detail: "Too many people sign in at this moment.",
            mend: "Try again in a few seconds.", rule: "busy"
        )
        problem.headers[.retryAfter] = "5"
        return problem
    }()

    static let wrongCredentials: Problem = {
        var problem = Problem(
            status: .unauthorized, title: "Not signed in", detail: "The e-mail address or the password is not right.",
            mend: "Check both, or sign in by a one-time link.", rule: "wrong_credentials"
        )
        problem.headers[.wwwAuthenticate] = "Bearer"
        return problem
    }()

    /// A field of a form that cannot be taken.
    static func field(_ name: String, rule: String, detail: String) -> Problem {
        var problem = Problem.unprocessable(detail)
        problem.rule = rule
        problem.members = [
            ("errors", .array([.members(["field": .string(name), "rule": .string(rule), "detail": .string(detail)])]))
        ]
        return problem
    }

    /// Why nothing was done to a member. What is said of an address tells nothing about other companies but that it is taken.
    init(_ error: MembershipError) {
        switch error {
        case .noAddress:
            self = .field("email", rule: "no_address", detail: "This is no e-mail address. Write it like name@example.com.")
        case .alreadyMember:
            self = .field(
                "email", rule: "address_taken",
                detail: "This address is a member's already. One address belongs to one company.")
        case .unknownMember:
            self = .notFound("Nobody is a member of your company under this address.")
        case .notAnOwner:
            self = .ownerRequired
        case .lastOwner:
            self = Problem(
                status: .conflict, title: "The last owner", detail: "The company would have no owner left.",
                mend: "Make somebody else an owner first.", rule: "last_owner")
        }
    }
}
