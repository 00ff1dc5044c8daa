import Fixtures
import Foundation
import HTTPTypes
import HummingbirdTesting
import Marketplace
import Store
import Testing

@testable import Server

@Suite("A1: passwords over HTTP, by a clock that is moved")
struct PasswordRouteTests {
    private static let password = "nine lamps in a harbour"
    private let own = ["Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"]

    private func post(
        _ path: String, _ body: String, on server: TestServer, cookie: String? = nil, accept: String = "application/json",
        _ more: [String: String] = [:]
    ) async throws -> TestResponse {
        var headers = own.merging(["Accept": accept]) { $1 }.merging(more) { $1 }
        headers["Cookie"] = cookie
        return try await server.send(path, .post, headers, body: body)
    }

    private func signIn(
        _ password: String = password, on server: TestServer, accept: String = "application/json",
        _ more: [String: String] = [:]
    ) async throws -> TestResponse {
        try await post(
            "/sign-in", "email=\(server.member.email)&password=\(password)", on: server, accept: accept, more)
    }

    private func serverWithPassword() async throws -> TestServer {
        let server = try await TestServer(creators: [])
        let cookie = try await server.session()
        let set = try await post("/settings/password", "new_password=\(Self.password)", on: server, cookie: cookie)
        try #require(set.status == .ok, "\(set.text)")
        return server
    }

    @Test("A wait is told to the second, on the page and to programs, and ends then")
    func tellsTheWait() async throws {
        let server = try await serverWithPassword()
        for _ in 0..<5 { #expect(try await signIn("wrong", on: server).status == .unauthorized) }
        server.advance(by: 12)
        let refused = try await signIn(on: server)
        #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] == "18")
        #expect(try refused.object["rule"] as? String == "sign_in_delay")
        #expect(try refused.object["until"] as? String == TestServer.start.addingTimeInterval(30).rfc3339)
        let page = try await signIn(on: server, accept: "text/html")
        #expect(page.status == .tooManyRequests && page.headers[.retryAfter] == "18")
        #expect(page.text.contains("possible from") && page.text.contains("value=\"mia@northlight.example\""))
        #expect(!page.text.contains(Self.password))
        server.advance(by: 18)
        #expect(try await signIn(on: server).status == .seeOther)
    }

    @Test("Behind a proxy on this machine clients are told apart by what it says of them")
    func tellsClientsApart() async throws {
        let server = try await TestServer(creators: [], site: .sample(serverURL: "https://plaza.example"))
        for number in 0..<20 {
            let body = "email=nobody\(number)@x.example&password=wrong"
            #expect(try await post("/sign-in", body, on: server).status == .unauthorized)
        }
        #expect(try await post("/sign-in", "email=more@x.example&password=wrong", on: server).status == .tooManyRequests)
    }

    @Test("An hour after the link the old password is asked for")
    func asksForTheOldPasswordLater() async throws {
        let server = try await TestServer(creators: [])
        let link = try await server.settings.store.createSignInLink(
            for: server.member.email, expires: TestServer.start + 60)
        let signedIn = try await post("/sign-in", "token=\(link.text)&next=settings", on: server)
        #expect(signedIn.headers[.location] == "./settings")
        let cookie = String(try #require(signedIn.headers[.setCookie]).prefix { $0 != ";" })
        server.advance(by: 3_600)
        let page = try await server.send("/settings", .get, ["Cookie": cookie])
        #expect(page.text.contains("takes a one-time link") && !page.text.contains("name=\"new_password\""))
        let refused = try await post("/settings/password", "new_password=\(Self.password)", on: server, cookie: cookie)
        #expect(refused.status == .unprocessableContent)
        #expect(try refused.object["rule"] as? String == "wrong_password")
    }

    @Test func aDemotedOwnerManagesNobodyAtOnce() async throws {
        let server = try await TestServer(creators: [])
        let owner = try await server.owner()
        let cookie = try await server.session(of: owner)
        try await server.settings.store.changeRole(of: server.member.email, to: .owner, by: owner)
        let other = try await server.session()
        let demoted = try await post("/company/members/role", "email=\(owner.email)&role=member", on: server, cookie: other)
        #expect(demoted.status == .ok)
        let late = try await post("/company/members", "email=x@northlight.example", on: server, cookie: cookie)
        #expect(late.status == .forbidden)
        #expect(try late.object["rule"] as? String == "owner_required")
    }

    @Test("Neither a second value nor an unknown field is passed over")
    func refusesWhatWouldBeIgnored() async throws {
        let server = try await serverWithPassword()
        let cookie = try await server.session()
        for (path, body) in [
            ("/sign-in", "email=a@b.example&email=c@d.example&password=x"), ("/sign-in", "user=a"),
            ("/settings/password", "new_password=\(Self.password)&new_password=x"), ("/settings/tokens", "name=a&scope=all"),
            ("/settings/sessions/end", "others=yes"), ("/settings/sessions/end", "session=a&others=true"),
        ] {
            let response = try await post(path, body, on: server, cookie: cookie)
            #expect(response.status == .unprocessableContent, "\(path) \(body)")
        }
    }
}
