import HTTPTypes
import Hummingbird
import Pages

/// Refuses bodies whose end a proxy could see elsewhere than this server does.
struct KnownFraming: RouterMiddleware {
    typealias Context = RequestState

    func handle(
        _ request: Request, context: RequestState, next: (Request, RequestState) async throws -> Response
    ) async throws -> Response {
        if let coding = request.headers[.transferEncoding], coding.lowercased() != "chunked" {
            var problem = Problem(
                status: .notImplemented, title: Saying(.problemTransferCoding), detail: Saying(.detailTransferCoding)
            )
            problem.headers[.connection] = "close"
            throw problem
        }
        return try await next(request, context)
    }
}
