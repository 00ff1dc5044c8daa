import Foundation
import HTTPTypes
import Marketplace

/// Why a request was not carried out, for people and for programs (RFC 9457). Holds no SQL, file path or type name.
struct Problem: Error {
    let status: HTTPResponse.Status
    /// A few words.
    let title: String
    /// What happened, in a sentence.
    let detail: String
    /// What to do next.
    var mend: String?
    /// The rule that refuses, for programs.
    var rule: String?
    /// When the rule no longer does.
    var until: Date?
    var faults: [InvitationForm.Fault] = []
    /// More that belongs to the answer, behind the standard members.
    var members: [(key: String, value: JSONValue)] = []
    var headers: HTTPFields = [:]

    var json: JSONValue {
        var all: [(key: String, value: JSONValue)] = [
            ("type", "about:blank"), ("title", .string(title)), ("status", .integer(status.code)), ("detail", .string(detail)),
        ]
        if let rule { all.append(("rule", .string(rule))) }
        if let until { all.append(("until", .string(until.rfc3339))) }
        if !faults.isEmpty { all.append(("errors", .array(faults.map(Self.member)))) }
        return .object(all + members)
    }

    private static func member(for fault: InvitationForm.Fault) -> JSONValue {
        .members(["field": .string(fault.field), "rule": .string(fault.rule.rawValue), "detail": .string(fault.detail)])
    }
}

extension Problem {
    static func notFound(_ detail: String = "There is nothing at this address.") -> Problem {
        Problem(status: .notFound, title: "Not found", detail: detail, mend: "Go back to the marketplace and look from there.")
    }

    /// - Parameter allowed: the methods that the address answers (RFC 9110 §15.5.6).
    static func methodNotAllowed(_ allowed: String) -> Problem {
        var problem = Problem(
            status: .methodNotAllowed, title: "Method not allowed", detail: "This address answers \(allowed) only."
        )
        problem.headers[.allow] = allowed
        return problem
    }

    static let signInRequired: Problem = {
        var problem = Problem(
            status: .unauthorized, title: "Sign in first", detail: "Only signed-in members can do this.",
            mend: "Sign in with e-mail and password or by a one-time link; a program sends a token."
        )
        problem.headers[.wwwAuthenticate] = "Bearer"
        return problem
    }()

    static let confirmationRequired = Problem(
        status: .forbidden, title: "Not confirmed",
        detail: "The request does not prove that it comes from a page of this server, so nothing was done.",
        mend: "Send it from the server's own pages, or with a bearer token.", rule: "confirmation_required"
    )

    static func unprocessable(_ detail: String, mend: String? = nil) -> Problem {
        Problem(status: .unprocessableContent, title: "Cannot be processed", detail: detail, mend: mend)
    }

    /// A parameter of an address that cannot be used, named for programs, too.
    static func unprocessable(_ detail: String, mend: String, parameter: String) -> Problem {
        var problem = unprocessable(detail, mend: mend)
        let error = JSONValue.members(["parameter": .string(parameter), "detail": .string(detail), "fix": .string(mend)])
        problem.members = [("errors", .array([error]))]
        return problem
    }

    /// Nothing of the cause is told to the client; the log has it.
    static let internalFault = Problem(
        status: .internalServerError, title: "Something went wrong here",
        detail: "The server could not do this. What was acknowledged before is safe.",
        mend: "Try again; if it stays, look into the server's log."
    )
}
