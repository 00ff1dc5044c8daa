import HTTPTypes
import Hummingbird
import Synchronization
import Pages

/// Answers only requests that name a host of this site, so that a foreign name which resolves to this machine
/// (DNS rebinding) reaches nothing.
struct KnownHosts: RouterMiddleware {
    typealias Context = RequestState

    let hosts: HostList

    private static let hostField = HTTPField.Name("Host")

    func handle(
        _ request: Request, context: RequestState, next: (Request, RequestState) async throws -> Response
    ) async throws -> Response {
        // The first Host header becomes the authority; a second one stays a header (RFC 9112 §3.2 wants exactly one).
        guard let host = request.head.authority, !host.isEmpty, Self.hostField.flatMap({ request.headers[$0] }) == nil
        else { throw Problem(status: .badRequest, title: Saying(.problemHostUnclear), detail: Saying(.detailOneHost)) }
        // The absolute form names a host of its own, which would count before the header (RFC 9112 §3.2.2).
        guard request.head.path?.hasPrefix("/") ?? false else {
            throw Problem(status: .badRequest, title: Saying(.problemNoPath), detail: Saying(.detailAPath))
        }
        guard hosts.contains(host) else {
            throw Problem(
                status: .misdirectedRequest, title: Saying(.problemHostUnknown), detail: Saying(.detailHostUnknown),
                mend: Saying(.mendHost)
            )
        }
        return try await next(request, context)
    }
}

/// The hosts that a server answers for. Its own are known once it listens, as the system may choose the port.
final class HostList: Sendable {
    private let hosts: Mutex<Set<String>>

    init(_ hosts: [String]) {
        self.hosts = Mutex(Set(hosts.map { $0.lowercased() }))
    }

    func add(_ added: [String]) {
        hosts.withLock { $0.formUnion(added.map { $0.lowercased() }) }
    }

    func contains(_ host: String) -> Bool {
        hosts.withLock { $0.contains(host.lowercased()) }
    }
}
