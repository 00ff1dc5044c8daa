import Foundation
import HTTPTypes
import Hummingbird

/// What a browser says about the page that a POST comes from.
enum OriginProof {
    /// A page of this server.
    case own
    /// Another site, or no page at all.
    case foreign
    /// Nothing: an old browser, or no browser.
    case none

    /// By `Sec-Fetch-Site` (Fetch Metadata) and `Origin` (RFC 6454). Where both are there, both must agree.
    init(of request: Request) {
        let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
        let origin = request.headers[.origin]
        guard site != nil || origin != nil else {
            self = .none
            return
        }
        let isOwnSite = site.map { $0 == "same-origin" } ?? true
        let isOwnOrigin = origin.map { Self.host(of: $0) == request.head.authority?.lowercased() } ?? true
        self = isOwnSite && isOwnOrigin ? .own : .foreign
    }

    /// Host and port of "http://host:port". The host that the request names was checked before.
    private static func host(of origin: String) -> String? {
        guard let colon = origin.range(of: "://") else { return nil }
        return origin[colon.upperBound...].lowercased()
    }
}
