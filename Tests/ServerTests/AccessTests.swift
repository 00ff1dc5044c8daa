import Fixtures
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Marketplace
import Store
import Testing

@testable import Server

@Suite("A2: who may do what (docs/access.md)")
struct AccessTests {
    private let table: AccessTable

    init() throws {
        table = try AccessTable()
    }

    @Test func theTableHasEveryRouteAndNoOther() async throws {
        let server = try await TestServer(creators: [])
        let router = MarketplaceServer(server.settings).router()
        let known = router.routes.filter { $0.method != .head }.map { "\($0.method) \($0.path)" }
        #expect(Set(known).subtracting(table.routes).isEmpty, "add these to docs/access.md")
        #expect(Set(table.routes).subtracting(known).isEmpty, "docs/access.md has routes that the server lacks")
        #expect(table.routes.count == Set(table.routes).count)
    }

    @Test("Each route lets through whom the table lets through, and nobody else", arguments: AccessTable.Role.allCases)
    func walksEveryRoute(role: AccessTable.Role) async throws {
        let server = try await TestServer(creators: [.sample("ayu")])
        // What a member follows there has no end; Tests/EndToEnd/test_access.py asks for its status only.
        for (route, expected) in table.lines where route != "GET /events" {
            // A route may sign out: each one has keys of its own.
            for headers in try await credentials(of: role, on: server) {
                let parts = route.split(separator: " ", maxSplits: 1)
                let method = try #require(HTTPRequest.Method(String(parts[0])))
                let path = try path(for: parts[1])
                let response = try await server.send(
                    path, method, headers.merging(["Sec-Fetch-Site": "same-origin", "Accept": "application/json"]) { $1 })
                let cell = try #require(expected[role], "\(route) says nothing of \(role)")
                let isRefused = [401, 403].contains(response.status.code)
                if cell == "yes" {
                    #expect(!isRefused && response.status.code < 500, "\(role): \(route) → \(response.status.code)")
                } else {
                    #expect(String(response.status.code) == cell, "\(role): \(route)")
                }
            }
        }
    }

    /// Something at the place of each parameter; it need not be anything that is there.
    private func path(for pattern: Substring) throws -> String {
        String(pattern).replacing(/\{\w+\}/, with: "00000000-0000-0000-0000-000000000000").replacing("**", with: "index.html")
    }

    /// The headers by which a role is known; a token is a member's or an owner's.
    private func credentials(of role: AccessTable.Role, on server: TestServer) async throws -> [[String: String]] {
        switch role {
        case .nobody, .creator: [[:]]
        case .member: [["Cookie": try await server.session()]]
        case .owner: [["Cookie": try await server.session(of: try await server.owner())]]
        case .token:
            [
                ["Authorization": "Bearer \(try await server.token())"],
                ["Authorization": "Bearer \(try await server.token(of: try await server.owner()))"],
            ]
        }
    }
}
