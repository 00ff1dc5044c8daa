import Marketplace
import Testing

@testable import Catalogue

/// Days in file names, amounts as platforms write them, and JSON that stretches over lines.
@Suite struct SourceTextTests {
    @Test(arguments: [
        ("Transaction_Analysis_Creator_List_20260901-20260930.xlsx", "2026-09-30"), ("tiktok_2022-06.csv", "2022-06-30"),
        ("list 2024-02.csv", "2024-02-29"), ("2026-03-05 creators.json", "2026-03-05"), ("x/20260105.csv", "2026-01-05"),
        ("a_2023.04.csv", "2023-04-30"),
    ])
    func aFileNameStatesItsDay(name: String, day: String) {
        #expect(FileNameDate.date(in: name)?.description == day)
    }

    @Test(arguments: [
        "creators.csv", "top-2022.csv", "v2.10.csv", "20261399.csv", "2026-02-30.csv", "12026-01-01.csv", "1999-01-01.csv",
    ])
    func aFileNameThatStatesNoDayIsNotGuessedAt(name: String) {
        #expect(FileNameDate.date(in: name) == nil)
    }

    @Test func aSpanCountsBothOfItsDays() {
        #expect(FileNameDate.period(in: "r_20260901-20260930.xlsx")?.dayCount == 30)
        #expect(FileNameDate.period(in: "r_20240201-20240301.xlsx")?.dayCount == 30)
        #expect(FileNameDate.period(in: "r_20260930-20260901.xlsx") == nil)
    }

    @Test(
        arguments: [
            ("$1,234.56", Currency.usd, "1234.56"), ("RM10K+", .myr, "10000.."), ("Rp1JT+", .idr, "1000000.."),
            ("Rp100RB-Rp1,5JT", nil, nil), ("Rp 100 RB - Rp 2 JT", .idr, "100000..2000000"), ("₫5TR", .vnd, "5000000"),
            ("S$3.5K", .sgd, "3500"), ("฿120", .thb, "120"), ("₱1M+", .php, "1000000.."), ("£0", .gbp, "0"), ("12", nil, "12"),
            ("abc", nil, nil), ("$", nil, nil), ("--", nil, nil), ("$5-$1", nil, nil), ("¥5", nil, nil),
        ] as [(String, Currency?, String?)])
    func amountsAsPlatformsWriteThem(text: String, currency: Currency?, native: String?) {
        let parsed = MoneyText.parse(text)
        if native != nil || parsed == nil {
            #expect(parsed?.figure.nativeText == native && parsed?.currency == currency)
        }
    }

    @Test func aDocumentKnowsTheLineOfEveryValue() throws {
        let text = "{\n \"a\": 1,\n \"b\": {\n  \"c\": [true, \"x\"]}\n}\n{\"d\":null}"
        let document = JSONDocument(bytes(text), file: "f.json")
        #expect(document.faults.isEmpty && document.values.count == 2)
        let b = try #require(document.member("b", of: document.values[0]))
        #expect(document.position(of: b) == SourcePosition(line: 3, column: 7))
        let item = try #require(document.member("c", of: b).map(document.items)?.last)
        #expect(document.position(of: item) == SourcePosition(line: 4, column: 15))
        #expect(document.literal(of: document.values[0]) == #"{"a":1,"b":{"c":[true,"x"]}}"#)
    }

    @Test func behindABrokenValueTheNextLineThatBeginsOneIsRead() {
        let document = JSONDocument(bytes("{\"a\":\n1}\n{\"b\": oops}\n{\"c\":2}\n"), file: "f.json")
        #expect(document.values.count == 2)
        #expect(document.faults.map(\.line) == [3])
    }

    @Test func numbersKeepTheirExactBytes() throws {
        let document = JSONDocument(bytes(#"{"a":1.50,"b":-0e5,"c":12345678901234567890.123}"#), file: "f")
        #expect(document.literal(of: document.values[0]) == #"{"a":1.50,"b":-0e5,"c":12345678901234567890.123}"#)
    }
}
