import Fixtures
import Foundation
import HTTPTypes
import HummingbirdTesting
import Marketplace
import Store
import Testing

@testable import Server

@Suite("Files of the catalogue")
struct StaticFileTests {
    @Test func answersWithAStrongTagAndNotModified() async throws {
        let server = try await TestServer(creators: [])
        let first = try await server.send("/")
        let tag = try #require(first.headers[.eTag])
        #expect(first.text == "<p>home</p>" && tag.hasPrefix("\"") && first.headers[.contentType] == "text/html; charset=utf-8")
        for condition in [tag, "*", "\"x\", \(tag)", "W/\(tag)"] {
            let again = try await server.send("/index.html", .get, ["If-None-Match": condition])
            #expect(again.status == .notModified && again.text.isEmpty, "\(condition)")
        }
        #expect(try await server.send("/", .get, ["If-None-Match": "\"x\""]).status == .ok)
    }

    @Test(arguments: [
        ("bytes=2-4", "234"), ("bytes=7-", "789"), ("bytes=-3", "789"), ("bytes=8-100", "89"), ("bytes=-100", "0123456789"),
    ])
    func answersARange(range: String, text: String) async throws {
        let server = try await TestServer(creators: [])
        let response = try await server.send("/companies/", .get, ["Range": range])
        #expect(response.status == .partialContent && response.text == text)
        #expect(response.headers[.contentRange]?.hasSuffix("/10") == true)
    }

    @Test(arguments: ["bytes=10-", "bytes=-0", "bytes=99-100"])
    func refusesARangeBeyondTheEnd(range: String) async throws {
        let response = try await TestServer(creators: []).send("/companies/", .get, ["Range": range])
        #expect(response.status == .rangeNotSatisfiable && response.headers[.contentRange] == "bytes */10")
    }

    @Test(arguments: [
        "bytes=4-2", "bytes=a-b", "items=0-1", "bytes=0-1,3-4", "bytes=", "bytes=9999999999999999999-", "bytes=٠-١",
    ])
    func ignoresARangeThatIsNone(range: String) async throws {
        #expect(try await TestServer(creators: []).send("/companies/", .get, ["Range": range]).status == .ok)
    }

    @Test func prefersAPrecompressedSibling() async throws {
        let server = try await TestServer(creators: [])
        try Data("gz".utf8).write(to: server.settings.publicFolder.appending(path: "index.html.gz"))
        let zipped = try await server.send("/", .get, ["Accept-Encoding": "br, gzip"])
        #expect(zipped.text == "gz" && zipped.headers[.contentEncoding] == "gzip" && zipped.headers[.vary] == "Accept-Encoding")
        for refused in ["", "br", "gzip;q=0"] {
            let plain = try await server.send("/", .get, ["Accept-Encoding": refused])
            #expect(plain.text == "<p>home</p>" && plain.headers[.contentEncoding] == nil, "\(refused)")
            #expect(plain.headers[.eTag] != zipped.headers[.eTag])
        }
    }

    @Test(arguments: [
        "/../outside.txt", "/%2e%2e/outside.txt", "/..%2foutside.txt", "/ID/../../outside.txt", "/%2E%2E%2Foutside.txt",
        "/..%5coutside.txt",
        "//outside.txt", "/ID/%00", "/%ff", "/nothing", "/ID/index.html/", "/private/plaza.sqlite", "/%2fetc%2fpasswd",
        "/./index.html",
    ])
    func leadsNowhereElse(path: String) async throws {
        let response = try await TestServer(creators: []).send(path)
        #expect([.notFound, .badRequest, .movedPermanently].contains(response.status), "\(response.status)")
        #expect(!response.text.contains("secret"))
    }

    @Test func sendsAFolderOnToItsSlash() async throws {
        let response = try await TestServer(creators: []).send("/ID?x=1")
        #expect(response.status == .movedPermanently && response.headers[.location] == "./ID/?x=1")
        #expect(try await TestServer(creators: []).send("//ID").headers[.location] == "./ID/")
    }

    @Test func aHeadHasTheHeadersOfAGetAndNoBody() async throws {
        let server = try await TestServer(creators: [])
        let get = try await server.send("/")
        let head = try await server.send("/", .head)
        #expect(head.status == .ok && head.text.isEmpty && head.headers[.eTag] == get.headers[.eTag])
    }

    @Test(arguments: [
        ("/", HTTPRequest.Method.post, "GET, HEAD"), ("/x/y", .delete, "GET, HEAD"), ("/invite", .delete, "GET, HEAD, POST"),
        ("/contact", .get, "POST"),
    ])
    func tellsTheMethodsThatItAllows(path: String, method: HTTPRequest.Method, allowed: String) async throws {
        let response = try await TestServer(creators: []).send(path, method)
        #expect(response.status == .methodNotAllowed && response.headers[.allow] == allowed)
    }

    @Test func everyAnswerCarriesThePolicy() async throws {
        let server = try await TestServer(creators: [])
        for path in ["/", "/nothing", "/invitations", "/health"] {
            let response = try await server.send(path)
            let policy = try #require(response.headers[.contentSecurityPolicy])
            #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
            #expect(response.headers[.xContentTypeOptions] == "nosniff")
        }
    }

    @Test func servesTheJSONTwinOfAListedCreator() async throws {
        let server = try await TestServer(creators: [
            .sample("ayu", followers: 7) { $0.contacts[.email] = "ayu@mail.example" },
            .sample("gone") { $0.accountType = .official },
        ])
        let twin = try await server.send("/creators/ayu.json")
        #expect(try twin.object["followers"] as? Int == 7)
        #expect(!twin.text.contains("mail.example"))
        #expect(try await server.send("/creators/gone.json").status == .notFound)
    }
}

@Suite("Hosts that the server answers for")
struct KnownHostTests {
    @Test(arguments: ["evil.example", "localhost:1", "localhost.evil.example", "127.0.0.1"])
    func refusesAForeignHost(host: String) {
        #expect(!HostList(["localhost", "127.0.0.1:8080"]).contains(host))
    }

    @Test(arguments: ["localhost", "LOCALHOST", "127.0.0.1:8080"])
    func answersForItsOwn(host: String) {
        #expect(HostList(["localhost", "127.0.0.1:8080"]).contains(host))
    }
}
