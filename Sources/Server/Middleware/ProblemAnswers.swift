import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Marketplace
import Pages
import Store

/// Turns what went wrong into an answer that says what happened and what to do next, and logs each request.
struct ProblemAnswers: RouterMiddleware {
    typealias Context = RequestState

    let renderer: PageRenderer
    let routes: RouteList

    func handle(
        _ request: Request, context: RequestState, next: (Request, RequestState) async throws -> Response
    ) async throws -> Response {
        let response: Response
        do {
            if let shorter = withoutSlash(request) {
                response = shorter
            } else {
                response = try await next(request, context)
            }
        } catch let problem as Problem {
            response = answer(to: request, problem)
        } catch let error as any HTTPResponseError where error.status == .notFound {
            response = answer(to: request, problem(forUnknownRoute: request))
        } catch let error as any HTTPResponseError {
            response = answer(to: request, Self.problem(for: error.status))
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            context.logger.error(
                "request failed",
                metadata: [
                    "path": "\(InboxPath.loggable(request.uri.path))", "error": "\(error)",
                    "detail": "\((error as? StoreError)?.detail ?? "none")",
                ])
            response = answer(to: request, .internalFault)
        }
        // The path without the query: a query may hold a one-time token.
        context.logger.info(
            "answered",
            metadata: [
                "method": "\(request.method)", "path": "\(InboxPath.loggable(request.uri.path))",
                "status": "\(response.status.code)",
            ]
        )
        return response
    }

    private func answer(to request: Request, _ problem: Problem) -> Response {
        var response: Response
        switch AnswerFormat(for: request) {
        case .json: response = Answer.problem(problem.json(in: renderer.words), status: problem.status)
        case .html:
            let page = ProblemPage(
                status: problem.status.code, heading: problem.title, detail: problem.detail, mend: problem.mend,
                until: problem.until,
                signIn: problem.status == .unauthorized ? Self.signIn(backTo: request) : nil,
                path: PageDepth.path(of: request)
            )
            response = Answer.html(renderer.servedPage(page, for: nil), status: problem.status)
        }
        for field in problem.headers { response.headers[field.name] = field.value }
        // RFC 9110 §9.3.2: a body here would be read as the next answer.
        if request.method == .head { response = Response(status: response.status, headers: response.headers) }
        return response
    }

    /// Leads from "/queue/" to "/queue", whose links are relative to it: the router takes both for one (RFC 9110 §15.4.9).
    private func withoutSlash(_ request: Request) -> Response? {
        let path = request.uri.path
        guard path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/"), !routes.methods(at: path).isEmpty,
            let name = path.split(separator: "/").last
        else { return nil }
        let query = request.uri.query.map { "?" + $0 } ?? ""
        return Response(
            status: .permanentRedirect, headers: [.location: "../\(name)\(query)", .contentLength: "0"])
    }

    /// The router knows no route for this address and method: the method is wrong, or there is no such file.
    private func problem(forUnknownRoute request: Request) -> Problem {
        let methods = routes.methods(at: request.uri.path)
        if !methods.isEmpty { return .methodNotAllowed(methods.joined(separator: ", ")) }
        return request.method == .get || request.method == .head ? .notFound() : .methodNotAllowed("GET, HEAD")
    }

    /// Where to sign in and come back to what was asked for, below the top of the site.
    private static func signIn(backTo request: Request) -> String {
        guard request.method == .get, let next = NextAddress(request.uri.string) else { return "sign-in" }
        return "sign-in?next=" + PercentEncoding.encode(next.text)
    }

    private static func problem(for status: HTTPResponse.Status) -> Problem {
        switch status {
        case .internalServerError: .internalFault
        default:
            Problem(
                status: status, title: Saying(.problemOther, ["reason": status.reasonPhrase]), detail: Saying(.detailOther))
        }
    }
}
