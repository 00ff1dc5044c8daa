import Templating
import Testing

@Suite("Templates")
struct TemplateLibraryTests {
    @Test func fillsInTextsSectionsAndLists() throws {
        let values: TemplateRecord = [
            "name": "Ayu".asText, "is_open": .flag(true), "is_closed": .flag(false), "empty": .text(""), "absent": nil,
            "rows": .list([["n": .text("1")], ["n": .text("2")]]), "none": .list([]), "owner": .record(["name": .text("N")]),
        ]
        let source =
            "{{name}}|{{#is_open}}o{{/is_open}}{{#is_closed}}c{{/is_closed}}{{^absent}}a{{/absent}}{{#empty}}x{{/empty}}"
            + "{{^empty}}e{{/empty}}|{{#rows}}{{n}}{{name}},{{/rows}}{{^none}}-{{/none}}|{{#owner}}{{name}}{{/owner}}"
        #expect(try rendered(source, values) == "Ayu|oae|1Ayu,2Ayu,-|N")
    }

    @Test func escapesTextAndLeavesMarkup() throws {
        let hostile = "<b>\"'&"
        #expect(try rendered("{{a}}{{{b}}}", ["a": .text(hostile), "b": .html("<i>")]) == "&lt;b&gt;&quot;&#39;&amp;<i>")
    }

    /// A quotation mark with a combining mark is one Character, and yet ends an attribute.
    @Test(arguments: ["\u{301}", "\u{fe0f}", "\u{200d}", "\u{20dd}"])
    func escapesByCodePointsNotByCharacters(mark: String) throws {
        for special in ["<", ">", "&", "\"", "'"] {
            let text = try rendered("{{a}}", ["a": .text(special + mark)])
            #expect(!text.unicodeScalars.contains { "<>\"'".unicodeScalars.contains($0) }, "\(special)")
            #expect(text.unicodeScalars.first == "&" && text.unicodeScalars.contains(";"))
        }
    }

    @Test func escapesInPartialsAndInheritedBlocks() throws {
        let partials = ["layout": "<{{$main}}{{/main}}>", "partials/x": "[{{a}}]"]
        let source = "{{<layout}}{{$main}}{{a}}{{> partials/x}}{{/main}}{{/layout}}"
        #expect(try rendered(source, ["a": .text("\"\u{301}")], partials: partials) == "<&quot;\u{301}[&quot;\u{301}]>")
    }

    @Test func appendsToWhatWasRenderedBefore() throws {
        let library = try TemplateLibrary(sources: ["a": "<{{x}}>"])
        var output = Array("before".utf8)
        for text in ["1", "2"] { library.render("a", with: ["x": .text(text)], into: &output) }
        #expect(String(decoding: output, as: UTF8.self) == "before<1><2>")
    }

    @Test func aNameWithoutAValueIsNotLookedForFurtherOut() throws {
        #expect(try rendered("{{#row}}[{{a}}]{{/row}}", ["a": .text("outer"), "row": .record(["a": nil])]) == "[]")
    }

    @Test func tellsEveryFaultInTheOrderOfTheFiles() {
        let faults = #expect(throws: TemplateFaults.self) {
            try TemplateLibrary(sources: ["b": "x\n  {{#open}}", "a": "{{/shut}}"])
        }
        #expect(faults?.all.map { "\($0.template) \($0.line):\($0.column)" } == ["a 1:1", "b 2:3"])
    }

    @Test(arguments: [
        "{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "{{a", "{{}}", "{{a b}}", "{{=x}}", "{{{a}}", "{{$a}}{{<b}}{{/a}}{{/b}}",
    ])
    func refusesWhatIsNoMustache(source: String) {
        let faults = #expect(throws: TemplateFaults.self) { try TemplateLibrary(sources: ["a": source]) }
        #expect(faults?.all.allSatisfy { $0.kind == .syntax } == true)
    }

    @Test func namesAnIncludeThatIsMissing() {
        let faults = #expect(throws: TemplateFaults.self) { try TemplateLibrary(sources: ["a": "\n{{> partials/gone}}"]) }
        #expect(faults?.all.first?.kind == .include)
        #expect(faults?.description == "a.mustache:2:1: there is no template 'partials/gone' to include")
    }

    @Test func refusesParentsThatEndUpInThemselves() {
        let faults = #expect(throws: TemplateFaults.self) { try TemplateLibrary(sources: ["a": "{{<a}}{{/a}}"]) }
        #expect(faults?.all.first?.kind == .include)
    }
}

/// A template rendered by itself, with others beside it.
func rendered(_ source: String, _ values: TemplateRecord, partials: [String: String] = [:]) throws -> String {
    let library = try TemplateLibrary(sources: partials.merging(["page": source]) { _, new in new })
    return String(decoding: library.render("page", with: values), as: UTF8.self)
}

extension String {
    fileprivate var asText: TemplateValue { .text(self) }
}
