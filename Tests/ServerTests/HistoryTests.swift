import Fixtures
import Foundation
import HTTPTypes
import HummingbirdTesting
import Marketplace
import Server
import Store
import Testing

@Suite("H1: the history of a company")
struct HistoryTests {
    private func server() async throws -> TestServer {
        let server = try await TestServer(
            roles: [.mcn, .affiliatePartner],
            creators: [
                .sample("ayu"), .sample("mai", market: .vn) { $0.nickname = "Mai Anh" }, .sample("nok", market: .th),
            ])
        _ = try await server.post("/invite", "creator=ayu&purpose=partnership&message=A&email=a%40b.example")
        server.advance(by: 86_400)
        _ = try await server.post("/invite", "creator=mai&purpose=distribution&message=B&email=a%40b.example")
        server.advance(by: 86_400)
        _ = try await server.post("/invite", "creator=nok&purpose=partnership&message=C&email=a%40b.example")
        return server
    }

    private func creators(_ server: TestServer, _ query: String) async throws -> [String] {
        let response = try await server.send(
            "/invitations.json\(query)", .get, ["Authorization": "Bearer \(try await server.token())"])
        let rows = try response.object["invitations"] as? [[String: Any]] ?? []
        return rows.compactMap { $0["creator"] as? String }
    }

    @Test func isListedNewestFirst() async throws {
        #expect(try await creators(server(), "") == ["nok", "mai", "ayu"])
    }

    /// The first invitation goes out on 2026-09-21 at 14:13:20 UTC.
    @Test(arguments: [
        ("?q=MAI", ["mai"]), ("?q=mai+anh", ["mai"]), ("?q=%25", []), ("?purpose=partnership", ["nok", "ayu"]),
        ("?market=VN", ["mai"]),
        ("?from=2026-09-22", ["nok", "mai"]), ("?to=2026-09-22", ["mai", "ayu"]), ("?from=2026-09-22&to=2026-09-22", ["mai"]),
        ("?from=2026-09-21T14:13:20Z&to=2026-09-21T14:13:20Z", ["ayu"]), ("?state=sent&q=", ["nok", "mai", "ayu"]),
    ])
    func isFiltered(query: String, expected: [String]) async throws {
        #expect(try await creators(server(), query) == expected)
    }

    @Test(arguments: ["?from=yesterday", "?market=XX", "?purpose=x", "?state=x", "?unknown=1", "?after=x", "?to=2026-02-30"])
    func refusesWhatItDoesNotKnow(query: String) async throws {
        let server = try await server()
        let response = try await server.send(
            "/invitations.json\(query)", .get, ["Authorization": "Bearer \(try await server.token())"])
        #expect(response.status == .unprocessableContent)
    }

    @Test func isForMembersOnly() async throws {
        let server = try await server()
        for path in ["/invitations", "/invitations.json", "/invitations/00000000-0000-4000-8000-000000000000"] {
            #expect(try await server.send(path).status == .unauthorized, "\(path)")
        }
    }

    @Test func anInvitationOfNobodyIsNotFound() async throws {
        let server = try await server()
        for id in ["00000000-0000-4000-8000-000000000000", "x", "%00", "1"] {
            let response = try await server.send(
                "/invitations/\(id)", .get, ["Authorization": "Bearer \(try await server.token())"])
            #expect(response.status == .notFound, "\(id)")
        }
    }
}
