import Fixtures
import Pages
import Testing

@Suite("The words of the pages for visitors and members")
struct InterfaceWordsTests {
    @Test("No word of the program's file is unused, and no template asks for one that there is not")
    func usesEveryKey() throws {
        // As a site's own lines, each has to be asked for.
        _ = try InterfaceWords(standard: "", site: SourceTree.interfaceWords()).filled(into: SourceTree.templateSources())
    }

    @Test("No template says a word itself: text beside names stands in the file")
    func templatesHaveNoTextOfTheirOwn() throws {
        for (name, source) in try SourceTree.templateSources().sorted(by: { $0.key < $1.key }) {
            let text = source.replacing(/\{\{\{?[^}]*\}?\}\}/, with: " ").replacing(/<[^>]*>/, with: " ")
            let words = text.matches(of: /[A-Za-z]{2,}/).map { String($0.0) }.filter { $0 != "CSV" && $0 != "JSON" }
            #expect(words.isEmpty, "\(name): \(words)")
        }
    }

    @Test("A place becomes the template's own name, and a text is safe in an element and in an attribute")
    func fillsTemplates() throws {
        let words = try InterfaceWords(standard: "by = \"by\" <{sender}> & co\n")
        #expect(
            try words.filled(into: ["page": "<i title=\"{{say.by}}\">{{say.by}}</i> {{sender}}"])["page"]
                == "<i title=\"&quot;by&quot; &lt;{{sender}}&gt; &amp; co\">&quot;by&quot; &lt;{{sender}}&gt; &amp; co</i> {{sender}}"
        )
    }

    @Test(
        "A place in a filled line is told where it was written",
        arguments: [(2, 2, nil), (3, 3, "a"), (6, 3, "a"), (7, 12, "b"), (9, 12, "b"), (10, 21, nil), (11, 22, nil)])
    func findsWhatWasFilled(column: Int, own: Int, key: String?) throws {
        let words = try InterfaceWords(standard: "a = <", site: "b = Bee")
        #expect(try words.filled(into: ["page": "é{{say.a}}{{say.b}}{{x}}"])["page"] == "é&lt;Bee{{x}}")
        let origin = words.origin(inLine: "é{{say.a}}{{say.b}}{{x}}", column: column)
        #expect(origin.column == own && origin.key == key)
        #expect(words.siteLines == ["b": 1])
    }

    @Test("A site's line stands in place of the program's; its own templates may have words of their own")
    func prefersTheSitesOwn() throws {
        let words = try InterfaceWords(standard: "a = A\nb = B", site: "b = Bee\nc = C")
        #expect(try words.filled(into: ["page": "{{say.a}} {{say.b}} {{say.c}}"])["page"] == "A Bee C")
    }

    @Test(
        "A site's line keeps the places of the program's",
        arguments: [("by = oleh {send}", "leaves '{sender}' out of 'by'"), ("count = banyak", "leaves '#' out of 'count'")])
    func keepsPlaces(site: String, message: String) {
        let fault = #expect(throws: PhraseFault.self) {
            try InterfaceWords(standard: "by = by {sender}\ncount = # of them", site: site)
        }
        #expect(fault?.description.hasPrefix("phrases/interface.txt:1 \(message)") == true)
    }

    @Test("A site's line may ask for more of its page's names; whether the page has them is told by the check of templates")
    func mayAskForMore() throws {
        let words = try InterfaceWords(standard: "by = by {sender}", site: "by = oleh {sender}, {company}")
        #expect(try words.filled(into: ["page": "{{say.by}}"])["page"] == "oleh {{sender}}, {{company}}")
    }

    @Test(
        "What is wrong is told by line or by template",
        arguments: [
            ("a A", "{{say.a}}", "phrases/interface.txt:1 has no '='; write: key = text"),
            ("a = A\nbee = B", "{{say.a}}", "phrases/interface.txt says 'bee', which no template asks for"),
            ("a = A", "{{say.a}} {{say.b}}", "phrases/interface.txt lacks 'b', which the template 'page' asks for"),
            ("a = A", "{{say.a", "phrases/interface.txt cannot help 'page': a '{{say.' has no end"),
        ])
    func tellsFaults(site: String, template: String, message: String) {
        let fault = #expect(throws: PhraseFault.self) {
            try InterfaceWords(standard: "", site: site).filled(into: ["page": template])
        }
        #expect(fault?.description == message)
    }
}
