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
        #expect(filled == #"Hi Mia\_\[x\]\(http\:\/\/evil\.example\)\*"#)
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
