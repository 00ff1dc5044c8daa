@testable import Templating
import Foundation
import Testing

/// One template of a language test: what it says, what it is given, and what must come of it.
struct MustacheCase: Sendable, CustomTestStringConvertible {
    let name: String
    let template: String
    var data: TemplateValue = .record([:])
    var partials: [String: String] = [:]
    let expected: String

    var testDescription: String { name }

    func output() throws -> String {
        let library = try TemplateLibrary(sources: partials.merging(["the template": template]) { _, new in new })
        var bytes: [UInt8] = []
        library.render("the template", with: data, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

@Suite("The language of the templates")
struct MustacheTests {
    private static let own: [MustacheCase] = [
        MustacheCase(name: "comments vanish", template: "a{{! no }}b\n  {{! a\nline }}\nc", expected: "ab\nc"),
        MustacheCase(
            name: "delimiters change", template: "{{=<% %>=}}\n<% a %>{{a}}<%={{ }}=%>{{a}}",
            data: .record(["a": .text("1")]), expected: "1{{a}}1"),
        MustacheCase(
            name: "delimiters end with their template", template: "{{=| |=}}|>p||a|", data: .record(["a": .text("1")]),
            partials: ["p": "{{a}}"], expected: "11"),
        MustacheCase(
            name: "values are filled in with and without escaping", template: "{{ a }} {{&a}} {{{ a }}}",
            data: .record(["a": .text("<")]), expected: "&lt; < <"),
        MustacheCase(
            name: "dots lead into records", template: "[{{a.b.c}}{{a.x.c}}]",
            data: .record(["a": .record(["b": .record(["c": .text("1")])])]), expected: "[1]"),
        MustacheCase(
            name: "the innermost record decides where dots lead", template: "{{#a}}{{b.c}}{{/a}}",
            data: .record(["a": .record(["b": .record([:])]), "b": .record(["c": .text("outer")])]), expected: ""),
        MustacheCase(
            name: "sections stand alone", template: "x\n  {{#a}}\n y\n\t{{/a}}\r\nz", data: .record(["a": .flag(true)]),
            expected: "x\n y\nz"),
        MustacheCase(
            name: "two tags in a line keep it", template: "{{#a}}{{/a}}\nz", data: .record(["a": .flag(true)]), expected: "\nz"),
        MustacheCase(
            name: "a dot is the value itself", template: "{{#a}}({{.}}{{#.}}!{{/.}}){{/a}}",
            data: .record(["a": .items([.text("1"), .text(""), .items([.text("x")])])]), expected: "(1!)()(!)"),
        MustacheCase(
            name: "inverted sections show where nothing is", template: "{{^a}}1{{/a}}{{^b}}2{{/b}}{{^c.d}}3{{/c.d}}",
            data: .record(["a": .list([]), "b": .list([[:]])]), expected: "13"),
        MustacheCase(
            name: "partials are moved to the right by line", template: "\\\n {{>p}}\n/\n",
            data: .record(["a": .text("<\n->")]), partials: ["p": "|\n{{{a}}}\n  |\n"], expected: "\\\n |\n <\n->\n   |\n/\n"),
        MustacheCase(
            name: "partials may call themselves", template: "{{>p}}",
            data: .record(["n": .text("1"), "down": .list([["n": .text("2"), "down": .list([])]])]),
            partials: ["p": "<{{n}}{{#down}}{{>p}}{{/down}}>"], expected: "<1<2>>"),
        MustacheCase(
            name: "the outermost child has the last word", template: "{{<a}}{{$x}}1{{/x}}{{/a}}|{{<a}}{{/a}}",
            partials: ["a": "{{<b}}{{$x}}2{{/x}}{{/b}}", "b": "{{$x}}3{{/x}}{{$y}}4{{/y}}"], expected: "14|24"),
        MustacheCase(
            name: "a block sees the records at its place", template: "{{<p}}{{$b}}{{a}}{{/b}}{{/p}}",
            data: .record(["a": .text("outer"), "in": .record(["a": .text("inner")])]),
            partials: ["p": "{{#in}}{{$b}}{{/b}}{{/in}}"], expected: "inner"),
        MustacheCase(
            name: "a block moves to its place", template: "{{<p}}{{$b}}\n   one\n     two\n{{/b}}\n{{/p}}\n",
            partials: ["p": "<\n {{$b}}\n {{/b}}\n>"], expected: "<\n one\n   two\n>"),
        MustacheCase(
            name: "a block may hold itself", template: "{{<p}}{{$b}}[{{$b}}x{{/b}}]{{/b}}{{/p}}",
            partials: ["p": "{{$b}}{{/b}}"], expected: "[x]"),
    ]

    @Test(arguments: own)
    func says(example: MustacheCase) throws { #expect(try example.output() == example.expected) }

    private static let specification = ProcessInfo.processInfo.environment["MUSTACHE_SPEC"]

    /// The official tests, from the folder that MUSTACHE_SPEC names. Lambdas and dynamic names are no part of the language
    /// here.
    @Test(
        .enabled(if: specification != nil),
        arguments: ["comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~inheritance"])
    func saysWhatTheSpecificationSays(module: String) throws {
        let file = URL(filePath: try #require(Self.specification)).appending(path: module + ".json")
        let document = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        let tests = try #require(document["tests"] as? [[String: Any]])
        #expect(tests.count >= 10)
        for test in tests {
            let example = MustacheCase(
                name: "\(module): \(test["name"] ?? "")", template: try #require(test["template"] as? String),
                data: Self.value(test["data"]) ?? .record([:]), partials: test["partials"] as? [String: String] ?? [:],
                expected: try #require(test["expected"] as? String))
            // A partial that is missing is silence in the specification, and a fault here.
            var missing = example
            if example.name.hasSuffix("Failed Lookup") { missing.partials["text"] = "" }
            #expect(try missing.output() == example.expected, "\(example.name)")
        }
    }

    private static func value(_ data: Any?) -> TemplateValue? {
        switch data {
        case let record as [String: Any]: .record(TemplateRecord(record.map { ($0.key, value($0.value)) }))
        case let list as [Any]: .items(list.map { value($0) ?? .text("") })
        case let text as String: .text(text)
        case let number as NSNumber where CFBoolean.isBoolean(number): .flag(number.boolValue)
        case let number as NSNumber: .text(number.stringValue)
        default: nil
        }
    }
}

private enum CFBoolean {
    /// JSON's true and false arrive as numbers of one byte.
    static func isBoolean(_ number: NSNumber) -> Bool { number.objCType.pointee == CChar(99) }
}
