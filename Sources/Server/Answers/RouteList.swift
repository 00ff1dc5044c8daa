import HTTPTypes
import Hummingbird
import Synchronization

/// Every route of the server, for saying which methods an address answers.
final class RouteList: Sendable {
    private let routes = Mutex<[(path: RouterPath, method: HTTPRequest.Method)]>([])

    /// Known once the router has them all.
    func fill(with router: Router<RequestState>) {
        let all = router.routes.map { (path: $0.path, method: $0.method) }
        routes.withLock { $0 = all }
    }

    /// The methods of the routes that name an address more closely than all at once do, by name; HEAD beside GET.
    func methods(at path: String) -> [String] {
        let parts = path.split(separator: "/")
        let found = routes.withLock { routes in
            routes.filter { Self.matches($0.path, parts) }.map(\.method)
        }
        return Set(found + (found.contains(.get) ? [.head] : [])).map(\.rawValue).sorted()
    }

    private static func matches(_ path: RouterPath, _ parts: [Substring]) -> Bool {
        let elements = path.components
        return elements.count == parts.count && !elements.contains(.recursiveWildcard)
            && zip(elements, parts).allSatisfy { $0 ~= $1 }
    }
}
