import Markdown
import Testing

@Suite("Markdown that anybody may have written")
struct MarkdownTests {
    private let markdown = Markdown()

    @Test(arguments: [
        ("**bold** *em*", "<p><strong>bold</strong> <em>em</em></p>\n"), ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("> q", "<blockquote>\n<p>q</p>\n</blockquote>\n"), ("", ""), ("a\u{0}b", "<p>a\u{fffd}b</p>\n"),
        (
            "[kit](https://a.example/x?y&z)",
            "<p><a rel=\"nofollow noopener ugc\" href=\"https://a.example/x?y&amp;z\">kit</a></p>\n"
        ),
    ])
    func renders(source: String, html: String) {
        #expect(markdown.html(from: source) == html)
    }

    @Test func movesHeadingsBelowThoseOfThePage() {
        #expect(markdown.html(from: "# a\n## b\n###### c") == "<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n")
        #expect(markdown.html(from: "## a\n#### b\n## c") == "<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>\n")
        #expect(markdown.html(from: "## a\n# b\n") == "<h3>a</h3>\n<h3>b</h3>\n")
        #expect(markdown.html(from: "# 1\n## 2\n### 3\n#### 4\n##### 5").hasSuffix("<h6>4</h6>\n<h6>5</h6>\n"))
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "a <b onclick=alert(1)>b</b>", "<img src=x onerror=alert(1)>", "</textarea><script>",
        "<!-- x -->",
        "<svg/onload=alert(1)>", "<style>*{display:none}</style>",
    ])
    func showsRawHTMLAsTheTextThatItIs(source: String) {
        let html = markdown.html(from: source)
        let tags = html.matches(of: /<\/?([a-zA-Z0-9]+)/).map { String($0.1) }
        #expect(tags.allSatisfy { $0 == "p" }, "\(html)")
        #expect(html.contains("&lt;"))
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#115;cript:alert(1)", "&#x6A;avascript:alert(1)", "vbscript:x",
        "data:text/html,x", "file:///etc/passwd", "//evil.example", "relative", "#top", "<java script:alert(1)>",
        "\u{1}javascript:alert(1)",
        "javascript&colon;alert(1)", "https:evil", "mailto:",
    ])
    func linksOnlyToPlacesThatAreSafe(target: String) {
        let html = markdown.html(from: "before [text](\(target)) after")
        #expect(!html.contains("<a"), "\(html)")
    }

    @Test func makesPicturesLinks() {
        #expect(
            markdown.html(from: "![alt](https://a.example/p.png)")
                == "<p><a rel=\"nofollow noopener ugc\" href=\"https://a.example/p.png\">alt</a></p>\n"
        )
        #expect(!markdown.html(from: "![alt](javascript:x)").contains("<a"))
        #expect(!markdown.html(from: "[![alt](https://a.example/p.png)](https://b.example)").contains("<img"))
    }

    @Test func rewritesTextAfterEntitiesAreResolved() {
        let markdown = Markdown { $0.replacing("me@x.example", with: "…") }
        #expect(markdown.html(from: "me&#64;x.example `me@x.example`") == "<p>… <code>…</code></p>\n")
        #expect(!markdown.html(from: "[write](mailto:me@x.example)").contains("x.example"))
        #expect(!markdown.html(from: "<mailto:me@x.example>").contains("x.example"))
        #expect(!markdown.html(from: "<b title='me@x.example'>").contains("x.example"))
    }

    @Test(
        "K3: an address is found across escapes, marks, titles and info strings",
        arguments: [
            "me\\@x.example", "me@**x.example**", "*me*@x.example", "[a](https://a.example \"me@x.example\")",
            "```me@x.example\ncode\n```",
            "![me@x.example](https://a.example/p.png)", "# me@*x.example*",
            "me@x.\nexample me@x.example",
            "<https://a.example/me@x.example>", "[![me](https://a.example)@x.example](https://b.example)",
        ])
    func findsAddressesAcrossMarks(source: String) {
        let markdown = Markdown { $0.replacing("me@x.example", with: "…") }
        let html = markdown.html(from: source)
        #expect(
            !html.replacing(/<[^>]*>/, with: "").contains("me@x.example") && !html.contains("me@x.example")
                && !html.contains("me%40x"))
    }

    @Test(arguments: [
        "[*![a](http://x.example/p)*](http://z.example)", "![a [b](http://q.example)](http://p.example)",
        "[a [b](http://q.example)](http://p.example)",
    ])
    func putsNoLinkIntoALink(source: String) {
        var depth = 0
        for tag in markdown.html(from: source).matches(of: /<(\/?)a[ >]/) {
            depth += tag.1.isEmpty ? 1 : -1
            #expect(depth <= 1)
        }
    }

    @Test(arguments: ["[", "*", "> ", "![", "`", "<a", "- ", "[](", "&#"])
    func survivesDeepNesting(piece: String) {
        let source = String(repeating: piece, count: 20_000)
        #expect(!markdown.html(from: source).contains("<a "))
    }
}
