import Fixtures
import Marketplace
import Testing

@testable import Pages

@Suite("Numbers for people")
struct NumberTextTests {
    private func number(_ text: String) throws -> FixedDecimal { try #require(FixedDecimal(text)) }

    @Test(arguments: [
        ("0", "0"), ("7", "7"), ("999", "999"), ("999.94", "999.9"), ("999.96", "1.0K"), ("1000", "1.0K"), ("7741", "7.7K"),
        ("54050", "54.1K"), ("77412", "77.4K"), ("99949", "99.9K"), ("99950", "100K"), ("842317", "842K"), ("999499", "999K"),
        ("999500", "1.0M"), ("1000000", "1.0M"), ("19000000000", "19.0B"), ("1900000000", "1.9B"), ("1234567890123", "1.2T"),
        ("9223372036854", "9.2T"), ("0.05", "0.1"), ("4.75", "4.8"),
    ])
    func shortens(text: String, short: String) throws {
        #expect(NumberText.short(try number(text)) == short)
    }

    @Test(arguments: [("0", "0"), ("999", "999"), ("1000", "1,000"), ("1234567.5", "1,234,567.5"), ("-1234", "-1,234")])
    func writesExactly(text: String, exact: String) throws {
        #expect(NumberText.exact(try number(text)) == exact)
    }

    @Test(arguments: [("0", "0%"), ("1", "100%"), ("0.125", "12.5%"), ("0.97", "97%"), ("0.0004", "<0.1%"), ("0.0005", "0.1%")])
    func writesPercentages(share: String, text: String) throws {
        #expect(NumberText.percent(try number(share)) == text)
    }

    @Test(arguments: [
        (Currency.idr, "1900000000", "Rp\u{a0}1.9B", "Rp\u{a0}1,900,000,000"), (.gbp, "842.5", "£842.5", "£842.50"),
        (.vnd, "12000", "₫12.0K", "₫12,000"), (.myr, "10", "RM\u{a0}10", "RM\u{a0}10.00"),
        (.usd, "151.745473", "US$151.7", "US$151.745473"),
    ])
    func writesMoney(currency: Currency, amount: String, short: String, exact: String) throws {
        #expect(NumberText.shortMoney(try number(amount), in: currency) == short)
        #expect(NumberText.exactMoney(try number(amount), in: currency) == exact)
    }

    @Test(arguments: [("0.5", "30 min"), ("3", "3 h"), ("2.25", "2.3 h"), ("0", "0 min")])
    func writesHours(hours: String, text: String) throws {
        #expect(try SourceTree.wording().hours(number(hours)) == text)
    }

    @Test(arguments: [("45", "45 s"), ("125", "2 min 5 s"), ("120", "2 min"), ("0", "0 s")])
    func writesSeconds(seconds: String, text: String) throws {
        #expect(try SourceTree.wording().seconds(number(seconds)) == text)
    }

    @Test("C6: a closed or missing figure has no number", arguments: [Figure.closed, .missing])
    func unknownFiguresHaveNoNumber(figure: Figure) throws {
        let words = try SourceTree.wording()
        for metric in Metric.allCases {
            let text = FigureText(figure, of: metric, in: .idr, words)
            #expect(text.value == nil && text.exact == nil)
        }
    }

    @Test("C6: a known zero reads as zero")
    func aKnownZeroReadsAsZero() throws {
        let words = try SourceTree.wording()
        for metric in Metric.allCases {
            let text = FigureText(.known(.zero), of: metric, in: .idr, words).value
            #expect(text?.contains("0") == true, "\(metric)")
        }
    }

    @Test func writesRanges() throws {
        let from = try number("10000")
        let words = try SourceTree.wording()
        #expect(FigureText(.range(from: from, to: nil), of: .followers, in: .idr, words).value == "10K+")
        #expect(FigureText(.range(from: from, to: try number("50000")), of: .gmv, in: .gbp, words).value == "£10K–£50K")
    }
}
