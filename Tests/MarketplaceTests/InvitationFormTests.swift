import Fixtures
import Marketplace
import Testing

@Suite("I1: message, contact and purpose of an invitation")
struct InvitationFormTests {
    private let wordCount: (String) -> Int = { $0.split(separator: " ").count }

    private func form(
        purpose: String? = nil, message: String = "Hello", contacts: [ContactChannel: String] = [.email: "a@b.example"]
    )
        -> InvitationForm
    {
        InvitationForm(creators: ["ayu"], purpose: purpose, message: message, contacts: ContactDetails(contacts))
    }

    private func rules(of form: InvitationForm, roles: Set<CompanyRole> = [.mcn]) throws -> [String] {
        switch form.checked(for: try .sample(roles: roles), wordCount: wordCount) {
        case .ready: []
        case .faulty(let faults): faults.map { "\($0.field):\($0.rule.rawValue)" }
        }
    }

    @Test(arguments: ["", " ", "\n\t ", "\u{200b}\u{2060}", "\u{3164}"])
    func requiresAMessage(message: String) throws {
        #expect(try rules(of: form(message: message)) == ["message:message_required"])
    }

    @Test(arguments: [(500, true), (501, false)])
    func allowsFiveHundredWords(count: Int, isAllowed: Bool) throws {
        let message = Array(repeating: "word", count: count).joined(separator: " ")
        #expect(try rules(of: form(message: message)) == (isAllowed ? [] : ["message:message_too_long"]))
    }

    @Test(arguments: [(20_000, true), (20_001, false)])
    func allowsTwentyThousandCharacters(count: Int, isAllowed: Bool) throws {
        let rules = try rules(of: form(message: String(repeating: ">", count: count)))
        #expect(rules == (isAllowed ? [] : ["message:message_too_long"]))
    }

    @Test func requiresOneContactAtLeast() throws {
        #expect(try rules(of: form(contacts: [:])) == ["contact:contact_required"])
    }

    @Test(arguments: [
        (ContactChannel.email, "nobody"), (.email, "a@b"), (.whatsapp, "call me"), (.phone, "12"), (.line, "two words"),
    ])
    func namesAContactThatIsNone(channel: ContactChannel, address: String) throws {
        #expect(try rules(of: form(contacts: [channel: address])) == ["\(channel.rawValue):contact_required"])
    }

    @Test func impliesThePurposeOfASingleRole() throws {
        for (role, purpose) in [(CompanyRole.mcn, Purpose.partnership), (.affiliatePartner, .distribution)] {
            let outcome = form().checked(for: try .sample(roles: [role]), wordCount: wordCount)
            guard case .ready(let message) = outcome else {
                Issue.record("a form that is complete is ready")
                return
            }
            #expect(message.purpose == purpose)
        }
    }

    @Test(arguments: [(nil, false), ("", false), ("friendship", false), ("partnership", true), ("distribution", true)])
    func requiresAPurposeWhereTheCompanyHasBothRoles(purpose: String?, isAllowed: Bool) throws {
        let rules = try rules(of: form(purpose: purpose), roles: [.mcn, .affiliatePartner])
        #expect(rules == (isAllowed ? [] : ["purpose:purpose_not_allowed"]))
    }

    @Test func refusesThePurposeOfARoleThatTheCompanyHasNot() throws {
        #expect(try rules(of: form(purpose: "distribution"), roles: [.mcn]) == ["purpose:purpose_not_allowed"])
    }

    @Test func namesEveryFieldThatIsWrong() throws {
        let rules = try rules(of: form(message: "", contacts: [:]), roles: [.mcn, .affiliatePartner])
        #expect(rules == ["purpose:purpose_not_allowed", "message:message_required", "contact:contact_required"])
    }

    @Test(
        "I2: each market offers the channels that the marketplace states",
        arguments: [
            (Market.id, [ContactChannel.whatsapp, .email, .phone]), (.my, [.whatsapp, .email, .phone]),
            (.vn, [.zalo, .email, .phone]),
            (.ph, [.viber, .email, .phone]), (.th, [.line, .email, .phone]), (.gb, [.whatsapp, .email, .phone]),
            (.sg, [.whatsapp, .email, .phone]),
        ])
    func offersTheChannelsOfTheMarket(market: Market, channels: [ContactChannel]) throws {
        #expect(try Site.sample().channels(in: market) == channels)
    }
}
