import Fixtures
import Foundation
import HTTPTypes
import HummingbirdTesting
import Marketplace
import Server
import Store
import Testing

@Suite("A2: what proves that a member meant it")
struct ProofTests {
    private let form = ["Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"]
    private let body = "creator=ayu&message=Hi+%22there%22&email=a%40b.example"

    private func send(_ headers: [String: String], accept: String = "text/html") async throws -> (TestResponse, sent: Int) {
        let server = try await TestServer(creators: [.sample("ayu")])
        var all = form.merging(headers) { $1 }
        all["Cookie"] = try await server.session()
        all["Accept"] = accept
        let response = try await server.send("/invite", .post, all, body: body)
        let quota = try await server.settings.store.quota(of: server.member.company, timeZone: .gmt, now: TestServer.start)
        return (response, quota.used)
    }

    @Test(arguments: [
        ["Sec-Fetch-Site": "same-origin"], ["Origin": "http://localhost"],
        ["Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"],
    ])
    func ownPagesAct(headers: [String: String]) async throws {
        let (response, sent) = try await send(headers)
        #expect(response.status == .seeOther && sent == 1)
    }

    @Test(arguments: [
        [:], ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Sec-Fetch-Site": "none"], ["Origin": "null"],
        ["Origin": "http://evil.example"], ["Origin": "http://localhost:81"], ["Origin": "http://localhost.evil.example"],
        ["Origin": "http://evil.example", "Sec-Fetch-Site": "same-origin"],
        ["Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"],
    ])
    func anythingElseOnlyAsks(headers: [String: String]) async throws {
        let (page, sent) = try await send(headers)
        #expect(page.status == .ok && sent == 0)
        #expect(page.text.contains("Please confirm") && page.text.contains(#"value="ayu""#))
        #expect(page.text.contains("Hi &quot;there&quot;"))
        let (problem, sentByProgram) = try await send(headers, accept: "application/json")
        #expect(problem.status == .forbidden && sentByProgram == 0)
    }

    @Test(
        "Behind a proxy the site's own address proves as well",
        arguments: [
            ("https://plaza.example", 1), ("https://plaza.example:444", 0), ("https://evil.example", 0),
            ("http://localhost", 1),
        ])
    func theServersOwnAddressActs(origin: String, expected: Int) async throws {
        let server = try await TestServer(creators: [.sample("ayu")], site: .sample(serverURL: "https://plaza.example/talent"))
        let headers = ["Origin": origin, "Sec-Fetch-Site": "same-origin", "Cookie": try await server.session()]
        _ = try await server.send("/invite", .post, form.merging(headers) { $1 }, body: body)
        let quota = try await server.settings.store.quota(of: server.member.company, timeZone: .gmt, now: TestServer.start)
        #expect(quota.used == expected)
    }

    @Test func keepsWhatWasFilledInWhereTheSessionIsOver() async throws {
        let server = try await TestServer(creators: [.sample("ayu")])
        let response = try await server.send(
            "/invite", .post, form.merging(["Sec-Fetch-Site": "same-origin"]) { $1 }, body: body)
        #expect(response.status == .unauthorized)
        #expect(response.text.contains("Sign in first") && response.text.contains("Hi &quot;there&quot;"))
    }

    @Test("A1: a sign-in link is shown by a GET, used up by a POST, and holds once")
    func signsInOnce() async throws {
        let server = try await TestServer(creators: [])
        let link = try await server.settings.store.createSignInLink(for: server.member.email, expires: TestServer.start + 60)
        for _ in 0..<3 {
            let page = try await server.send("/sign-in?token=\(link.text)")
            #expect(page.status == .ok && page.text.contains("mia@northlight.example") && page.headers[.setCookie] == nil)
        }
        let first = try await server.send("/sign-in", .post, form, body: "token=\(link.text)")
        let cookie = try #require(first.headers[.setCookie])
        #expect(first.status == .seeOther)
        for part in ["plaza_session=", "HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(part), "\(part)") }
        let second = try await server.send("/sign-in", .post, form, body: "token=\(link.text)")
        #expect(second.status == .unauthorized && second.headers[.setCookie] == nil)
        let session = String(cookie.prefix { $0 != ";" })
        #expect(try await server.send("/invitations", .get, ["Cookie": session]).status == .ok)
    }

    @Test func doesNotSignInFromAnotherSite() async throws {
        let server = try await TestServer(creators: [])
        let link = try await server.settings.store.createSignInLink(for: server.member.email, expires: TestServer.start + 60)
        let response = try await server.send(
            "/sign-in", .post, form.merging(["Origin": "http://evil.example"]) { $1 }, body: "token=\(link.text)")
        #expect(response.status == .forbidden && response.headers[.setCookie] == nil)
    }

    @Test func signsOut() async throws {
        let server = try await TestServer(creators: [])
        let cookie = try await server.session()
        let refused = try await server.send("/sign-out", .post, form.merging(["Cookie": cookie]) { $1 })
        #expect(refused.status == .forbidden)
        #expect(try await server.send("/invitations", .get, ["Cookie": cookie]).status == .ok)
        _ = try await server.send("/sign-out", .post, form.merging(["Cookie": cookie, "Sec-Fetch-Site": "same-origin"]) { $1 })
        #expect(try await server.send("/invitations", .get, ["Cookie": cookie]).status == .unauthorized)
    }

    @Test func sessionsExpire() async throws {
        let server = try await TestServer(creators: [])
        let cookie = try await server.session()
        server.advance(by: 3599)
        #expect(try await server.send("/invitations", .get, ["Cookie": cookie]).status == .ok)
        server.advance(by: 1)
        #expect(try await server.send("/invitations", .get, ["Cookie": cookie]).status == .unauthorized)
    }
}
