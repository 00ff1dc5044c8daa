import Fixtures
import Foundation
import HTTPTypes
import HummingbirdTesting
import Marketplace
import Server
import Store
import Testing

@Suite("POST /contact")
struct ContactTests {
    private static let contacts = ContactDetails([.email: "ayu@mail.example", .whatsapp: "+990000000001"])

    private func server(_ change: (inout Creator) -> Void = { _ in }) async throws -> TestServer {
        try await TestServer(creators: [
            .sample("ayu") { creator in
                creator.contacts = Self.contacts
                change(&creator)
            }
        ])
    }

    @Test("K1: a member gets the creator's channels, the market's first")
    func givesTheChannels() async throws {
        let server = try await server()
        let response = try await server.post("/contact", "creator=ayu")
        #expect(response.status == .ok)
        let channels = try response.object["channels"] as? [[String: Any]] ?? []
        #expect(channels.compactMap { $0["channel"] as? String } == ["whatsapp", "email"])
        #expect(channels.compactMap { $0["address"] as? String } == ["+990000000001", "ayu@mail.example"])
        #expect(response.headers[.cacheControl] == "no-store")
    }

    @Test("K1: a closed creator's contacts are a switch of their own")
    func givesTheChannelsOfAnUnauthorisedCreator() async throws {
        let server = try await server { $0.isAuthorized = false }
        #expect(try await server.post("/contact", "creator=ayu").text.contains("ayu@mail.example"))
    }

    @Test(
        "K2: a creator who turned contacts off shows none, only the reason and the invitation",
        arguments: ["application/json", "text/html"])
    func refusesHiddenContacts(accept: String) async throws {
        let server = try await server { $0.showsContact = false }
        let response = try await server.post("/contact", "creator=ayu", accept: accept)
        #expect(response.status == .forbidden)
        #expect(!response.text.contains("mail.example") && !response.text.contains("990000000001"))
        #expect(response.text.contains("does not show contact details to partners"))
        #expect(try await server.settings.store.reveals(of: server.member.company).isEmpty)
    }

    @Test("K3: an address in a nickname is in no answer but a reveal")
    func takesAddressesOutOfNicknames() async throws {
        let server = try await server { creator in
            creator.nickname = "Ayu 0999 000 0000 01 ayu@mail.example"
            creator.showsContact = false
        }
        let refused = try await server.post("/contact", "creator=ayu")
        let invited = try await server.post("/invite", "creator=ayu&message=Hi&email=a%40b.example")
        let history = try await server.send("/invitations.json", .get, ["Authorization": "Bearer \(try await server.token())"])
        for answer in [refused, invited, history] { #expect(!answer.text.contains("mail.example"), "\(answer.text)") }
        #expect(history.text.contains("[contact on request]"))
    }

    @Test("K3: each reveal is logged: who, whose, when, what")
    func logsEachReveal() async throws {
        let server = try await server()
        _ = try await server.post("/contact", "creator=ayu")
        server.advance(by: 60)
        _ = try await server.post("/contact", "creator=ayu", accept: "text/html")
        let reveals = try await server.settings.store.reveals(of: server.member.company)
        #expect(reveals.map(\.revealed) == [TestServer.start + 60, TestServer.start])
        #expect(
            reveals.allSatisfy {
                $0.member == server.member.email && $0.creator.text == "ayu" && $0.channels == [.whatsapp, .email]
            })
    }

    @Test(
        "K3: nobody who is not signed in sees a contact or leaves a trace", arguments: ["application/json", "text/html", "*/*"])
    func refusesWhoIsNotSignedIn(accept: String) async throws {
        let server = try await server()
        let headers = ["Accept": accept, "Content-Type": "application/x-www-form-urlencoded"]
        for more in [
            [:], ["Authorization": "Bearer plaza_wrong"], ["Authorization": "Basic eDp5"],
            ["Cookie": "plaza_session=session_x"],
        ] {
            let response = try await server.send("/contact", .post, headers.merging(more) { $1 }, body: "creator=ayu")
            #expect(response.status == .unauthorized, "\(more)")
            #expect(!response.text.contains("mail.example"))
        }
        #expect(try await server.settings.store.reveals(of: server.member.company).isEmpty)
    }

    @Test(arguments: ["nobody", "..%2F..%2Fetc", "AYU%20", "a'%20OR%20'1"])
    func tellsNothingOfCreatorsWhoAreNotThere(name: String) async throws {
        let server = try await TestServer(creators: [.sample("hidden") { $0.accountType = .official }])
        #expect(try await server.post("/contact", "creator=\(name)").status == .notFound)
        #expect(try await server.post("/contact", "creator=hidden").status == .notFound)
    }
}
