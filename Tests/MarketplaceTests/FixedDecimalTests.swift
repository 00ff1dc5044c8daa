import Fixtures
import Marketplace
import Testing

@Suite("Exact decimals")
struct FixedDecimalTests {
    @Test(arguments: [
        ("0", "0"), ("12", "12"), ("-0.5", "-0.5"), ("1234.50", "1234.5"), ("00012", "12"), ("+7", "7"),
        ("0.000001", "0.000001"),
        ("1e3", "1000"), ("1.5E+2", "150"), ("1e-05", "0.00001"), ("151.745473", "151.745473"), ("19000000000", "19000000000"),
    ])
    func readsAndWritesPlainNotation(text: String, written: String) {
        #expect(FixedDecimal(text)?.description == written)
    }

    @Test(arguments: [
        ("0.0000005", "0"), ("0.0000015", "0.000002"), ("0.0000025", "0.000002"), ("0.00000251", "0.000003"),
        ("0.3333333333", "0.333333"), ("1e-9", "0"), ("-0.0000015", "-0.000002"),
    ])
    func roundsBelowTheSixthPlaceHalfToEven(text: String, written: String) {
        #expect(FixedDecimal(text)?.description == written)
    }

    @Test(arguments: [
        "", "-", ".", "1.", ".5", "1,3", "1.2.3", "1e", "1e+", "0x10", "NaN", "∞", " 1", "1 ", "9223372036855", "1e400",
    ])
    func refusesWhatIsNoNumberOrBeyondTheRange(text: String) {
        #expect(FixedDecimal(text) == nil)
    }

    @Test func ordersByValue() throws {
        let texts = ["-1", "-0.000001", "0", "0.1", "0.11", "2", "10"]
        let numbers = try texts.map { try #require(FixedDecimal($0)) }
        #expect(numbers.reversed().sorted() == numbers)
    }
}
