import Templating
import Testing

@Suite("Templates")
struct TemplateLibraryTests {
    private func rendered(_ source: String, _ values: TemplateRecord, partials: [String: String] = [:]) throws -> String {
        let library = try TemplateLibrary(sources: partials.merging(["page": source]) { _, new in new })
        return String(decoding: library.render("page", with: values), as: UTF8.self)
    }

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

    @Test func namesATemplateThatIsNoMustache() {
        #expect(throws: TemplateFault.self) { try TemplateLibrary(sources: ["a": "{{#open}}"]) }
    }

    @Test func namesAnIncludeThatIsMissing() throws {
        let fault = #expect(throws: TemplateFault.self) { try TemplateLibrary(sources: ["a": "{{> partials/gone}}"]) }
        #expect(fault?.description == "template 'a' includes 'partials/gone', which is not there")
    }
}

extension String {
    fileprivate var asText: TemplateValue { .text(self) }
}
