import HTTPTypes
import Hummingbird
import Pages

/// Puts the headers on every answer that keep a browser from doing more than a page needs.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = RequestState

    private let contentPolicy: String
    private let isForSearchEngines: Bool

    /// - Parameters:
    ///   - server: where forms may be sent besides the host that was asked.
    ///   - isForSearchEngines: whether search engines shall find the site.
    init(server: String?, isForSearchEngines: Bool) {
        contentPolicy = ContentPolicy.text(server: server) + "; frame-ancestors 'none'"
        self.isForSearchEngines = isForSearchEngines
    }

    func handle(
        _ request: Request, context: RequestState, next: (Request, RequestState) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = contentPolicy
        response.headers[.xContentTypeOptions] = "nosniff"
        for (name, value) in Self.plain { response.headers[name] = value }
        if !isForSearchEngines {
            for (name, value) in Self.unfound { response.headers[name] = value }
        }
        if InboxPath.isIn(request.uri.path) {
            for (name, value) in Self.inbox { response.headers[name] = value }
            response.headers[.cacheControl] = "no-store"
        }
        return response
    }

    // The address of an inbox is its key: it goes to no other host, into no index, and no copy is kept.
    private static let inbox: [(HTTPField.Name, String)] = [
        ("Referrer-Policy", "no-referrer"), ("X-Robots-Tag", "noindex, nofollow, noarchive"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

    // Pictures and JSON have no place for a meta element.
    private static let unfound: [(HTTPField.Name, String)] = [("X-Robots-Tag", "noindex, nofollow")]
        .compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

    // "no-referrer" would make browsers send forms of our own pages with `Origin: null`.
    private static let plain: [(HTTPField.Name, String)] = [
        ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
