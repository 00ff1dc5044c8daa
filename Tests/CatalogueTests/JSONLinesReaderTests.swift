import Testing

@testable import Catalogue

@Suite struct JSONLinesReaderTests {
    private func rows(_ text: String) -> [[String]] { records(of: JSONLinesReader(bytes(text), file: "a.jsonl")) }

    @Test func readsTextsNumbersFlagsAndLists() {
        #expect(
            rows(#"{"a":"x","b":1.50,"c":true,"d":["x", 1],"e":{"f":[]}}"#)
                == [["x", "1.50", "true", #"["x", 1]"#, #"{"f":[]}"#]])
    }

    @Test(arguments: ["0", "-0", "10", "1.0", "0.5", "1e5", "1E+5", "1e-400", "123456789012345678901234567890", "-1.5e10"])
    func numbersKeepTheirExactText(_ number: String) {
        #expect(rows(#"{"a":\#(number)}"#) == [[number]])
    }

    @Test(arguments: ["01", "-01", "+1", ".5", "1.", "1e", "1e+", "0x10", "NaN", "Infinity", "-", "1.e5", "tru", "nul", "'x'"])
    func otherNumbersAndWordsAreFaults(_ value: String) {
        #expect(rows(#"{"a":\#(value)}"#) == [["! json.syntax"]])
    }

    @Test(arguments: [
        (#"\u0041\n\t\/\\\""#, "A\n\t/\\\""), (#"\ud83d\ude00"#, "😀"), (#"\uD83D\uDE00é"#, "😀é"), (#"a\u0000b"#, "a\0b"),
        (#"สวัสดี"#, "สวัสดี"),
    ])
    func escapesAreResolved(_ escaped: String, _ text: String) {
        #expect(rows(#"{"a":"\#(escaped)"}"#) == [[text]])
    }

    @Test(arguments: [
        #"\ud83d"#, #"\ude00"#, #"\ud83dx"#, #"\ud83d\u0041"#, #"\x41"#, #"\u12"#, #"\u12G4"#, #"\"#, "a\tb", "a\u{1}b",
    ])
    func brokenEscapesAndControlCharactersAreFaults(_ text: String) {
        #expect(rows("{\"a\":\"\(text)\"}\n{\"a\":1}") == [["! json.syntax"], ["1"]])
    }

    @Test(arguments: [
        "{}x", "{} {}", "[1]", "1", "\"x\"", "{\"a\":1,}", "{,}", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1", "{\"a\":\"x",
        "{\"a\":[1,]}",
        "{\"a\":[1", "{\"a\":{\"b\":1}", "}", "{\"a\":1}}",
    ])
    func anythingButOneObjectALineIsAFaultOfThatLineOnly(_ line: String) {
        #expect(rows(line + "\n{\"a\":1}\n") == [["! json.syntax"], ["1"]])
    }

    @Test func keysThatStandTwiceAreTold() {
        #expect(rows(#"{"a":1,"b":2,"a":3}"#) == [["! json.duplicate-key"]])
        #expect(rows("{\"a\":1,\"\\u0061\":3}") == [["! json.duplicate-key"]])
        #expect(rows("{\"a\":1}\n{\"a\":2}") == [["1"], ["2"]])
    }

    @Test func depthIsLimited() {
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(rows("{\"a\":\(deep)}\n{\"a\":1}") == [["! json.syntax"], ["1"]])
    }

    @Test func blankLinesAndAByteOrderMarkArePassedOver() {
        #expect(rows("\u{feff}{\"a\":1}\r\n\r\n  \n{ \"a\" : 2 }  \r\n") == [["1"], ["2"]])
    }

    @Test func positionsAreThoseOfTheValues() {
        var reader = JSONLinesReader(bytes("\n{\"é\": \"x\", \"b\":  1}\n"), file: "a.jsonl")
        var record = RawRecord()
        let outcome = reader.next(into: &record)
        #expect(outcome != nil)
        #expect(record.fields.map(\.position) == [SourcePosition(line: 2, column: 8), SourcePosition(line: 2, column: 19)])
    }

    @Test func manyDistinctKeysAreToldApart() {
        let keys = (0..<2_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        var reader = JSONLinesReader(bytes("{\(keys)}"), file: "a.jsonl")
        var record = RawRecord()
        _ = reader.next(into: &record)
        #expect(reader.names.count == 2_000)
        #expect(reader.names.last == "k1999")
    }

    @Test(arguments: ["plain", "a\"b\\c", "line\nbreak\ttab\u{1}", "สวัสดี 😀", ""])
    func writtenTextsReadBackAsTheyWere(_ text: String) {
        let line = bytes("{\"a\":") + JSONText.literal(text) + bytes("}")
        #expect(records(of: JSONLinesReader(line, file: "a.jsonl")) == [[text]])
    }
}
