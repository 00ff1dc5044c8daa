import Marketplace
import Testing

@Suite("I7: variables of a message")
struct MessageTextTests {
    private let values = MessageValues([.nickname: "Mia_[x](http://evil.example)*", .company: "North"])

    @Test func fillsThemIn() throws {
        #expect(try MessageText("{{company}} greets {{ company }}!").filled(with: values) == "North greets North!")
        #expect(MessageText("no variable").isConstant)
        #expect(try MessageText("").filled(with: values) == "")
    }

    @Test("A value is text, whatever Markdown it would be")
    func escapesValues() throws {
        let filled = try MessageText("Hi {{nickname}}").filled(with: values)
        #expect(filled == #"Hi Mia_\[x\]\(http://evil.example\)\*"#)
    }

    @Test("A username stays as it is in code and in addresses, where Markdown has no escapes")
    func leavesUsernamesWhole() throws {
        let values = MessageValues([.username: "mia.b-c_d"])
        #expect(
            try MessageText("`{{username}}` <https://x.example/@{{username}}>").filled(with: values)
                == "`mia.b-c_d` <https://x.example/@mia.b-c_d>")
    }

    @Test("A value at the beginning of a line is no list and no heading", arguments: ["1. x", "- x", "# x", "12) x", "+ x"])
    func escapesBeginnings(value: String) throws {
        let filled = try MessageText("{{nickname}}").filled(with: MessageValues([.nickname: value]))
        #expect(filled != value && filled.replacing("\\", with: "") == value)
    }

    @Test("I7: an unresolved variable blocks", arguments: ["Hi {{category}}", "Hi {{nobody}}", "{{company}} {{x_y}}"])
    func refusesWhatHasNoValue(text: String) {
        #expect(throws: UnresolvedVariables.self) { try MessageText(text).filled(with: values) }
    }

    @Test(
        "What is no variable stays as it is",
        arguments: ["{{7*7}}", "{nickname}", "{{}}", "{{ a b }}", "{{Nickname}}", "{{{", "}}"])
    func leavesOtherBracesAlone(text: String) throws {
        #expect(try MessageText(text).filled(with: values) == text)
        #expect(MessageText(text).unknownNames.isEmpty)
    }

    @Test func namesEachUnknownOnce() {
        #expect(MessageText("{{b}} {{a}} {{b}} {{company}}").unknownNames == ["b", "a"])
    }

    @Test func valuesAreReadOnceOnly() throws {
        let values = MessageValues([.nickname: "{{company}}", .company: "North"])
        #expect(try MessageText("{{nickname}}").filled(with: values) == #"\{\{company\}\}"#)
    }
}
