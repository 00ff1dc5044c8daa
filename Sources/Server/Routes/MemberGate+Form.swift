import Foundation
import Hummingbird
import Marketplace

extension MemberGate {
    /// Carries out a member's POST: reads the form, refuses fields that it does not have, and lets in who proves to mean it.
    ///
    /// - Parameters:
    ///   - fields: those that the form may have, besides `submission`.
    ///   - repeatable: the one of them that may stand several times.
    ///   - byteLimit: bytes that the body may have.
    /// - Throws: `Problem`, and what `action` throws.
    func post(
        _ request: Request, _ state: RequestState, fields: [String], repeatable: String? = nil,
        byteLimit: Int = SubmittedForm.byteLimit, _ action: (SubmittedForm, Admission) async throws -> Response
    ) async throws -> Response {
        let form = try await SubmittedForm(of: request, byteLimit: byteLimit)
        try form.allowOnly(fields + ["submission"], repeatable: repeatable)
        switch try verdict(on: request, state, action: PageDepth.path(of: request), form: form) {
        case .answer(let response): return response
        case .admitted(let admission): return try await action(form, admission)
        }
    }

    /// The key in an address: the company's own things are named by UUIDs.
    ///
    /// - Throws: `Problem` 404 where it is none.
    static func key(_ state: RequestState) throws(Problem) -> UUID {
        guard let key = state.parameters.get("id").flatMap({ UUID(uuidString: $0) }) else { throw .notFound() }
        return key
    }
}

extension SubmittedForm {
    /// A key for what a request makes: the same when the request is repeated with its key, a new one where it has none.
    func newKey(of request: Request, by admission: MemberGate.Admission) throws(Problem) -> UUID {
        guard let key = try submissionKey(of: request) else { return UUID() }
        return UUID(namedBy: admission.member.email + " " + key)
    }
}
