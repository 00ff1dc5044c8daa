import Foundation
import HTTPTypes
import Marketplace
import Pages

/// Why a request was not carried out, for people and for programs (RFC 9457). Holds no SQL, file path or type name.
struct Problem: Error {
    let status: HTTPResponse.Status
    /// A few words.
    let title: Saying
    /// What happened, in a sentence.
    let detail: Saying
    /// What to do next.
    var mend: Saying?
    /// The rule that refuses, for programs.
    var rule: String?
    /// When the rule no longer does.
    var until: Date?
    var faults: [InvitationForm.Fault] = []
    /// More that belongs to the answer, behind the standard members.
    var members: [(key: String, value: JSONValue)] = []
    /// What is wrong with parameters of the address, for programs.
    var parameters: [(name: String, detail: Saying, mend: Saying)] = []
    /// The field of the form that cannot be taken, for programs.
    var field: String?
    var headers: HTTPFields = [:]

    /// - Parameter words: those in which it is told.
    func json(in words: Wording) -> JSONValue {
        var all: [(key: String, value: JSONValue)] = [
            ("type", "about:blank"), ("title", .string(words(title))), ("status", .integer(status.code)),
            ("detail", .string(words(detail))),
        ]
        if let rule { all.append(("rule", .string(rule))) }
        if let until { all.append(("until", .string(until.rfc3339))) }
        let errors = errors(in: words)
        if !errors.isEmpty { all.append(("errors", .array(errors))) }
        return .object(all + members)
    }

    private func errors(in words: Wording) -> [JSONValue] {
        let ofForm = faults.map { fault in
            JSONValue.members([
                "field": .string(fault.field), "rule": .string(fault.rule.rawValue), "detail": .string(words(fault.detail)),
            ])
        }
        let ofField = field.map { field in
            JSONValue.members(["field": .string(field), "rule": .string(rule), "detail": .string(words(detail))])
        }
        let ofParameters = parameters.map { fault in
            JSONValue.members([
                "parameter": .string(fault.name), "detail": .string(words(fault.detail)), "fix": .string(words(fault.mend)),
            ])
        }
        return ofForm + [ofField].compactMap { $0 } + ofParameters
    }
}

extension Problem {
    static func notFound(_ detail: WordingKey = .detailNothingHere) -> Problem {
        notFound(Saying(detail))
    }

    static func notFound(_ detail: Saying) -> Problem {
        Problem(status: .notFound, title: Saying(.problemNotFound), detail: detail, mend: Saying(.mendLookAgain))
    }

    /// - Parameter allowed: the methods that the address answers (RFC 9110 §15.5.6).
    static func methodNotAllowed(_ allowed: String) -> Problem {
        var problem = Problem(
            status: .methodNotAllowed, title: Saying(.problemMethod),
            detail: Saying(.detailMethods, ["methods": allowed])
        )
        problem.headers[.allow] = allowed
        return problem
    }

    static let signInRequired: Problem = {
        var problem = Problem(
            status: .unauthorized, title: Saying(.confirmSignIn), detail: Saying(.detailMembersOnly),
            mend: Saying(.mendSignIn)
        )
        problem.headers[.wwwAuthenticate] = "Bearer"
        return problem
    }()

    static let confirmationRequired = Problem(
        status: .forbidden, title: Saying(.problemNotConfirmed), detail: Saying(.detailNotConfirmed),
        mend: Saying(.mendOwnPages), rule: "confirmation_required"
    )

    static func unprocessable(_ detail: Saying, mend: Saying? = nil) -> Problem {
        Problem(status: .unprocessableContent, title: Saying(.problemUnprocessable), detail: detail, mend: mend)
    }

    /// A parameter of an address that cannot be used, named for programs, too.
    static func unprocessable(_ detail: Saying, mend: Saying, parameter: String) -> Problem {
        var problem = unprocessable(detail, mend: mend)
        problem.parameters = [(parameter, detail, mend)]
        return problem
    }

    /// Nothing of the cause is told to the client; the log has it.
    static let internalFault = Problem(
        status: .internalServerError, title: Saying(.problemInternal), detail: Saying(.detailInternal),
        mend: Saying(.mendTryAgain)
    )
}
