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
    ///
    /// - Parameter server: the site's own `server_url`, which a proxy may stand for.
    init(of request: Request, server: String?) {
        let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
        let origin = request.headers[.origin]
        guard site != nil || origin != nil else {
            self = .none
            return
        }
        let isOwnSite = site.map { $0 == "same-origin" } ?? true
        let own = [request.head.authority?.lowercased(), server.flatMap(Self.host)].compactMap { $0 }
        let isOwnOrigin = origin.map { Self.host(of: $0).map(own.contains) ?? false } ?? true
        self = isOwnSite && isOwnOrigin ? .own : .foreign
    }

    /// Host and port of "http://host:port", without a path. The host that the request names was checked before.
    private static func host(of address: String) -> String? {
        guard let colon = address.range(of: "://") else { return nil }
        return address[colon.upperBound...].prefix { $0 != "/" }.lowercased()
    }
}
