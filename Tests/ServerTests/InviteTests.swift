import Fixtures
import Foundation
import HTTPTypes
import HummingbirdTesting
import Marketplace
import Server
import Store
import Testing

@Suite("POST /invite")
struct InviteTests {
    private let message = "message=Hello&email=a%40b.example"

    private func outcomes(of response: TestResponse) throws -> [String] {
        let results = try response.object["results"] as? [[String: Any]] ?? []
        return results.map { "\($0["creator"] ?? ""):\($0["outcome"] ?? ""):\($0["rule"] ?? "")" }
    }

    @Test func answersWithResultsAndQuota() async throws {
        let server = try await TestServer(creators: [.sample("ayu")])
        let response = try await server.post("/invite", "creator=ayu&\(message)")
        #expect(response.status == .ok)
        #expect(try outcomes(of: response) == ["ayu:sent:"])
        let quota = try response.object["quota"] as? [String: Any]
        #expect(quota?["limit"] as? Int == 100 && quota?["used"] as? Int == 1)
        #expect(quota?["resets"] as? String == InvitationDay.containing(TestServer.start, in: .gmt).end.rfc3339)
    }

    @Test("I3: one creator once in 168 hours, with the instant from which it is allowed again")
    func refusesASecondInvitationWithinSevenDays() async throws {
        let server = try await TestServer(creators: [.sample("ayu")])
        _ = try await server.post("/invite", "creator=ayu&\(message)")
        server.advance(by: 168 * 3600 - 0.001)
        let early = try await server.post("/invite", "creator=ayu&\(message)")
        #expect(early.status == .conflict && early.headers[.contentType] == "application/problem+json")
        #expect(try early.object["rule"] as? String == "creator_cooldown")
        #expect(try early.object["until"] as? String == (TestServer.start + 168 * 3600).rfc3339)
        server.advance(by: 0.001)
        #expect(try await server.post("/invite", "creator=ayu&\(message)").status == .ok)
    }

    @Test("I3: the daily limit names its end, in the body and as Retry-After")
    func refusesTheInvitationOverTheDailyLimit() async throws {
        let limits = InvitationLimits(dailyCount: 2, cooldown: 168 * 3600)
        let server = try await TestServer(creators: [.sample("a"), .sample("b"), .sample("c")], limits: limits)
        let both = try await server.post("/invite", "creator=a&creator=b&creator=c&\(message)")
        #expect(both.status == .ok)
        #expect(try outcomes(of: both) == ["a:sent:", "b:sent:", "c:refused:daily_limit"])
        let third = try await server.post("/invite", "creator=c&\(message)")
        let end = InvitationDay.containing(TestServer.start, in: .gmt).end
        #expect(third.status == .tooManyRequests)
        #expect(try third.object["until"] as? String == end.rfc3339)
        #expect(third.headers[.retryAfter] == String(Int(end.timeIntervalSince(TestServer.start))))
    }

    @Test("I3: both limits count over both roles together")
    func countsBothRolesTogether() async throws {
        let server = try await TestServer(
            roles: [.mcn, .affiliatePartner], creators: [.sample("a"), .sample("b")],
            limits: InvitationLimits(dailyCount: 1, cooldown: 60)
        )
        #expect(try await server.post("/invite", "creator=a&purpose=partnership&\(message)").status == .ok)
        let again = try await server.post("/invite", "creator=a&purpose=distribution&\(message)")
        #expect(try again.object["rule"] as? String == "creator_cooldown")
        let other = try await server.post("/invite", "creator=b&purpose=distribution&\(message)")
        #expect(try other.object["rule"] as? String == "daily_limit")
    }

    @Test("C1: who is not listed for the company cannot be invited")
    func refusesCreatorsWhoAreNotListed() async throws {
        let server = try await TestServer(creators: [
            .sample("official") { $0.accountType = .official }, .sample("nopermission") { $0.hasCommercePermission = false },
            .sample("elsewhere", agency: "Kilau Media"),
        ])
        for name in ["official", "nopermission", "elsewhere", "nobody", "../x"] {
            let response = try await server.post("/invite", "creator=\(name)&\(message)")
            #expect(response.status == .unprocessableContent, "\(name)")
            #expect(try response.object["rule"] as? String == "not_listed", "\(name)")
        }
    }

    @Test(
        "I1: every bad field is named",
        arguments: [
            ("creator=a", ["message", "contact"]), ("creator=a&message=%20&email=a%40b.example", ["message"]),
            ("creator=a&message=Hi&email=nobody", ["email"]),
            ("creator=a&message=Hi&email=a%40b.example&purpose=distribution", ["purpose"]),
        ])
    func namesEveryBadField(form: String, fields: [String]) async throws {
        let server = try await TestServer(creators: [.sample("a")])
        let response = try await server.post("/invite", form)
        #expect(response.status == .unprocessableContent)
        let errors = try response.object["errors"] as? [[String: Any]] ?? []
        #expect(errors.compactMap { $0["field"] as? String } == fields)
    }

    @Test("I2: a contact on a channel of another market is none")
    func requiresAContactOfTheCreatorsMarket() async throws {
        let server = try await TestServer(creators: [.sample("thai", market: .th), .sample("indo")])
        let response = try await server.post("/invite", "creator=thai&creator=indo&message=Hi&whatsapp=%2B6281234567")
        #expect(try outcomes(of: response) == ["thai:refused:contact_required", "indo:sent:"])
    }

    @Test(
        "I1: 500 Thai words are allowed, 501 are not", arguments: [(500, HTTPResponse.Status.ok), (501, .unprocessableContent)])
    func countsThaiWords(count: Int, status: HTTPResponse.Status) async throws {
        let server = try await TestServer(creators: [.sample("a")])
        let word = try #require("สวัสดี".addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        let text = String(repeating: word, count: count)
        #expect(try await server.post("/invite", "creator=a&message=\(text)&email=a%40b.example").status == status)
    }

    @Test func takesACreatorOnceWhoIsNamedTwice() async throws {
        let server = try await TestServer(creators: [.sample("ayu")])
        #expect(try outcomes(of: try await server.post("/invite", "creator=ayu&creator=ayu&\(message)")) == ["ayu:sent:"])
    }

    @Test func readsJSONAsItReadsForms() async throws {
        let server = try await TestServer(creators: [.sample("a"), .sample("b")])
        let headers = [
            "Authorization": "Bearer \(try await server.token())", "Content-Type": "application/json; charset=utf-8",
        ]
        let body = #"{"creator":["a","b"],"message":"Hi","email":"a@b.example","purpose":null}"#
        #expect(try outcomes(of: try await server.send("/invite", .post, headers, body: body)) == ["a:sent:", "b:sent:"])
        for broken in ["", "[]", "{", #"{"creator":1}"#, #"{"creator":{"a":1}}"#] {
            #expect(try await server.send("/invite", .post, headers, body: broken).status == .badRequest, "\(broken)")
        }
    }

    @Test func refusesAFieldThatItDoesNotKnow() async throws {
        let server = try await TestServer(creators: [.sample("a")])
        let response = try await server.post("/invite", "creator=a&\(message)&sneaky=1")
        #expect(response.status == .unprocessableContent && response.text.contains("sneaky"))
    }

    @Test func showsTheFormAgainToAPersonWithWhatWasFilledIn() async throws {
        let server = try await TestServer(creators: [.sample("a")])
        let response = try await server.post("/invite", "creator=a&message=My+%3Cb%3E+text&email=nobody", accept: "text/html")
        #expect(response.status == .unprocessableContent)
        #expect(response.text.contains("My &lt;b&gt; text") && response.text.contains("is no address on E-mail"))
    }

    @Test("I4: a form that showed another company is shown again with the member's own")
    func showsTheMembersOwnCompanyFirst() async throws {
        let server = try await TestServer(creators: [.sample("a")])
        let form = "creator=a&company=other&purpose=distribution&\(message)"
        let page = try await server.post("/invite", form, accept: "text/html")
        #expect(page.status == .unprocessableContent && page.text.contains("You invite for Northlight"))
        #expect(page.text.contains(#"name="company" value="northlight""#))
        #expect(try await server.post("/invite", form).status == .unprocessableContent)
        #expect(try await server.post("/invite", "creator=a&company=northlight&\(message)").status == .ok)
    }

    @Test(arguments: ["message=Hi&message=Ho&email=a%40b.example", "message=Hi&email=a%40b.example&email=c%40d.example"])
    func refusesASecondValueOfAField(form: String) async throws {
        let server = try await TestServer(creators: [.sample("a")])
        let response = try await server.post("/invite", "creator=a&" + form)
        #expect(response.status == .unprocessableContent && response.text.contains("2 times"))
    }

    @Test(arguments: ["%00", "%01", "%1B", "%08"])
    func refusesControlCharacters(character: String) async throws {
        let server = try await TestServer(creators: [.sample("a")])
        let response = try await server.post("/invite", "creator=a&message=Hello\(character)rest&email=a%40b.example")
        #expect(response.status == .unprocessableContent && response.text.contains("'message'"))
    }

    @Test func tellsAPersonWhoIsNotListed() async throws {
        let server = try await TestServer(creators: [.sample("a")])
        let some = try await server.post("/invite", "creator=a&creator=gone", accept: "text/html")
        #expect(some.text.contains("gone is not in the catalogue"))
        #expect(some.text.contains(#"name="creator" value="a""#))
        let none = try await server.post("/invite", "creator=gone", accept: "text/html")
        #expect(none.status == .unprocessableContent)
    }

    @Test func sendsAPersonOnToTheInvitation() async throws {
        let server = try await TestServer(creators: [.sample("a")])
        let response = try await server.post("/invite", "creator=a&\(message)", accept: "text/html")
        let location = try #require(response.headers[.location])
        #expect(response.status == .seeOther && location.hasPrefix("./invitations/"))
        let headers = ["Cookie": try await server.session(), "Accept": "text/html"]
        let page = try await server.send(String(location.dropFirst()), .get, headers)
        #expect(page.status == .ok && page.text.contains("Hello"))
    }

    @Test func sendsNothingWhereTheStoreIsClosed() async throws {
        let server = try await TestServer(creators: [.sample("a")])
        let token = try await server.token()
        try server.settings.store.close()
        let response = try await server.send(
            "/invite", .post, ["Authorization": "Bearer \(token)", "Content-Type": "application/x-www-form-urlencoded"],
            body: "creator=a&\(message)"
        )
        #expect(response.status == .internalServerError)
        for word in ["SQL", "sqlite", "/private", "Error"] { #expect(!response.text.contains(word), "\(word)") }
    }
}
