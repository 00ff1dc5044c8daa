import Fixtures
import Foundation
import Hummingbird
import HummingbirdTesting
import Marketplace
import Testing

@testable import Server

@Suite("GET /openapi.json")
struct DescriptionTests {
    /// The files of the catalogue, which are no operations.
    private static let files: Set<String> = ["GET /", "GET /**", "GET /creators", "GET /creators/{file}/**"]

    @Test("Every route is described, and nothing else")
    func equalsTheRoutes() async throws {
        let server = try await TestServer(creators: [])
        let routes = MarketplaceServer(server.settings).router().routes.filter { $0.method != .head }.map { route in
            let path = route.path.components.map { component in
                let text = String(describing: component)
                return text.hasPrefix(":") ? "{\(text.dropFirst())}" : text
            }
            return "\(route.method.rawValue) /" + path.joined(separator: "/")
        }
        let described = APIOperation.all.map { "\($0.method.rawValue.uppercased()) \($0.path)" }
        #expect(Set(described).count == described.count)
        #expect(Set(APIOperation.all.map(\.id)).count == described.count)
        #expect(Set(routes).subtracting(Self.files).sorted() == described.sorted())
    }

    @Test func namesOnlySchemasThatThereAre() async throws {
        let response = try await TestServer(creators: []).send("/openapi.json")
        #expect(response.status == .ok)
        let text = response.text
        let names = Set(text.matches(of: /#\/components\/schemas\/([A-Za-z]+)/).map { String($0.1) })
        #expect(names.subtracting(APISchema.all.map(\.key)).isEmpty)
        #expect(try response.object["openapi"] as? String == "3.1.0")
    }
}
