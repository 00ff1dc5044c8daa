import Templating
import Testing

@Suite("Templates against shapes")
struct TemplateShapeTests {
    private static let shape: TemplateShape = [
        "nickname": .text, "bio": .html, "is_open": .flag,
        "cards": .list(["title": .text, "bio": .text]), "owner": .record(["name": .text]),
    ]

    private func faults(_ source: String, others: [String: String] = [:]) -> [TemplateFault] {
        do {
            _ = try TemplateLibrary(
                sources: others.merging(["page": source]) { _, new in new }, shapes: ["page": Self.shape])
            return []
        } catch { return error.all }
    }

    @Test(arguments: [
        "{{nickname}}{{{bio}}}{{#is_open}}{{nickname}}{{/is_open}}", "{{#cards}}{{title}}{{bio}}{{nickname}}{{/cards}}",
        "{{owner.name}}{{#owner}}{{name}}{{nickname}}{{/owner}}{{^owner.name}}-{{/owner.name}}",
    ])
    func takesKnownNames(source: String) { #expect(faults(source).isEmpty) }

    @Test(arguments: [
        ("{{nickame}}", "nickame"), ("{{#owner}}{{nam}}{{/owner}}", "nam"), ("{{owner.nam}}", "nam"),
        ("{{^nobody}}{{/nobody}}", "nobody"), ("{{#cards}}{{name}}{{/cards}}", "name"), ("{{.}}", "."),
    ])
    func tellsANameThatIsUnknown(source: String, word: String) {
        let found = faults(source)
        #expect(found.map(\.kind) == [.name] && found.first?.word == word)
    }

    @Test func offersTheNamesOfTheNearestRecordFirst() {
        #expect(faults("{{#cards}}{{x}}{{/cards}}").first?.candidates.prefix(3) == ["title", "bio", "nickname"])
    }

    @Test func tellsTheTemplateAndPlaceOfAPartialsFault() {
        let found = faults(
            "{{<frame}}{{$main}}{{#cards}}{{> card}}{{/cards}}{{/main}}{{/frame}}",
            others: ["frame": "{{$main}}{{/main}}", "card": "é\n  é{{titel}}"])
        #expect(found.map { "\($0.template) \($0.line):\($0.column)" } == ["card 2:5"])
    }

    @Test func tellsAFaultOfAnOverridingBlockWhereItIsWritten() {
        let found = faults("{{<frame}}{{$main}}{{gone}}{{/main}}{{/frame}}", others: ["frame": "{{$main}}{{/main}}"])
        #expect(found.map(\.template) == ["page"])
    }

    @Test func tellsAFaultOfSeveralPagesOnceWithTheFirstOfThem() {
        let sources = ["a": "{{> part}}", "b": "{{#cards}}{{> part}}{{/cards}}", "part": "{{gone}}{{gone}}"]
        #expect {
            try TemplateLibrary(sources: sources, shapes: ["a": Self.shape, "b": Self.shape])
        } throws: { error in
            let faults = (error as? TemplateFaults)?.all ?? []
            return faults.map(\.column) == [1, 9] && faults.allSatisfy { $0.message.hasSuffix("something here of 'a'") }
        }
    }

    @Test(arguments: ["{{{nickname}}}", "{{bio}}", "{{is_open}}", "{{cards}}", "{{{owner}}}"])
    func tellsANameThatIsUsedAsSomethingElse(source: String) { #expect(faults(source).map(\.kind) == [.use]) }

    @Test func looksInTheRecordThatHasTheName() throws {
        let library = try TemplateLibrary(
            sources: ["page": "{{#cards}}[{{title}} {{bio}} {{nickname}}]{{/cards}}"], shapes: ["page": Self.shape])
        let values: TemplateRecord = [
            "nickname": .text("N"),
            "cards": .list([["title": .text("1"), "bio": nil], ["bio": .text("b"), "title": .text("2")]]),
        ]
        #expect(String(decoding: library.render("page", with: values), as: UTF8.self) == "[1  N][2 b N]")
    }

    @Test func namesWhatARecordSaysBesideItsShape() {
        #expect(Self.shape.disagreement(with: ["nickname": .text("a"), "owner": .record(["name": nil])]) == nil)
        #expect(Self.shape.disagreement(with: ["nickname": .flag(true)]) == "nickname")
        #expect(Self.shape.disagreement(with: ["cards": .list([["title": .text("")], ["titel": nil]])]) == "cards.titel")
        let merged = TemplateRecord([("nickname", .flag(true))]).merging(["nickname": .text("a")])
        #expect(Self.shape.disagreement(with: merged) == nil)
    }
}
