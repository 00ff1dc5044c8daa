import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Puts the script that waits for builds into every page that is served.
struct ReloadInjection: RouterMiddleware {
    private static let end = Data("</body>".utf8)
    private static let tag = Data("<script src=\"/\(ReloadRoutes.scriptPath)\" defer></script>\n".utf8)

    func handle(
        _ request: Request, context: RequestState, next: (Request, RequestState) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard request.method == .get, response.status != .partialContent,
            response.headers[.contentType]?.hasPrefix("text/html") ?? false, response.headers[.contentEncoding] == nil
        else { return response }
        response.headers[.contentLength] = nil
        response.body = response.body.map { buffer in
            var bytes = Data(buffer.readableBytesView)
            guard let end = bytes.range(of: Self.end, options: .backwards) else { return buffer }
            bytes.insert(contentsOf: Self.tag, at: end.lowerBound)
            return ByteBuffer(bytes: bytes)
        }
        return response
    }
}
