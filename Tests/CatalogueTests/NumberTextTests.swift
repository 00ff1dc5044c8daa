import Marketplace
import Testing

@testable import Catalogue

@Suite struct NumberTextTests {
    private func number(_ text: String) -> FixedDecimal? { FixedDecimal(text) }

    @Test(arguments: [
        ("1300000", "1300000"), ("1,234,567", "1234567"), ("1,234.5", "1234.5"), ("1.3M", "1300000"), ("97K", "97000"),
        ("97k", "97000"), ("2B", "2000000000"), ("0.5 M", "500000"), ("477900000.00", "477900000"), ("1e6", "1000000"),
        ("1E-2", "0.01"), ("0", "0"), ("-0", "0"), ("007", "7"), ("+5", "5"), ("534091.67", "534091.67"), ("1,234K", "1234000"),
    ])
    func readsNumbersAsPeopleWriteThem(_ text: String, _ value: String) throws {
        #expect(try NumberText.figure(text, kind: .average) == .known(try #require(number(value))))
    }

    @Test(arguments: [
        ("12.5%", "0.125"), ("0.125", "0.125"), ("100%", "1"), ("0%", "0"), ("1", "1"), ("5 %", "0.05"), ("1e-05", "0.00001"),
    ])
    func readsShares(_ text: String, _ value: String) throws {
        #expect(try NumberText.figure(text, kind: .share) == .known(try #require(number(value))))
    }

    @Test(arguments: [
        ("1000..5000", "1000", "5000"), ("1000-5000", "1000", "5000"), ("1K–5K", "1000", "5000"), ("10K+", "10000", nil),
        ("1000..", "1000", nil), ("1,000 - 5,000", "1000", "5000"), ("1e3-1e4", "1000", "10000"),
    ])
    func readsRanges(_ text: String, _ from: String, _ to: String?) throws {
        let expected = Figure.range(from: try #require(number(from)), to: to.flatMap(number))
        #expect(try NumberText.figure(text, kind: .count) == expected)
    }

    @Test(arguments: [
        "1,3M", "1,23", "12,34,567", "1,,234", ",123", "1.2.3", "--", "-", "N/A", "n/a", "M", "1MM", "1e", "e5", "ten",
        "1 300 000",
        "$5", "١٢٣", "1..2..3", "+", "%", "0x10", "1_000", ".5", "5.", "infinity", "nan",
    ])
    func anythingElseIsNoNumber(_ text: String) {
        #expect { try NumberText.figure(text, kind: .average) } throws: { error in
            if case .notANumber? = error as? NumberFault { true } else { false }
        }
    }

    @Test(arguments: [
        ("-5", Metric.Kind.count, NumberFault.negative), ("-1e3", .money, .negative), ("1.5", .count, .notWhole),
        ("1.0005K", .count, .notWhole),
        ("1.5", .share, .outside("0 to 1")), ("101%", .share, .outside("0 to 1")), ("5.1", .rating, .outside("0 to 5")),
        ("100.5", .score, .outside("0 to 100")), ("12%", .count, .notAShare), ("5000..1000", .count, .emptyRange),
        ("99999999999999", .money, .tooLarge), ("1e300", .money, .tooLarge), ("1e999", .money, .tooLarge),
    ])
    func rangesOfFiguresAreKept(_ text: String, _ kind: Metric.Kind, _ fault: NumberFault) {
        #expect(throws: fault) { try NumberText.figure(text, kind: kind) }
    }

    @Test func scientificAndPlainNotationMeanTheSame() throws {
        for exponent in -6...12 {
            let plain = try #require(number("1e\(exponent)"))
            #expect(try NumberText.figure("1e\(exponent)", kind: .money) == .known(plain))
            #expect(try NumberText.figure(plain.description, kind: .money) == .known(plain))
        }
    }
}
