import Fixtures
import Testing

@testable import Marketplace

@Suite struct FigureArithmeticTests {
    private static func range(_ from: Int, _ to: Int?) -> Figure {
        .range(from: FixedDecimal(from) ?? .zero, to: to.flatMap { FixedDecimal($0) })
    }

    private static func known(_ value: Int) -> Figure { .known(FixedDecimal(value) ?? .zero) }

    @Test func addsWhatIsKnown() {
        #expect(Self.known(2) + Self.known(3) == Self.known(5))
        #expect(Self.known(2) + Self.range(1, 4) == Self.range(3, 6))
        #expect(Self.range(1, nil) + Self.known(2) == Self.range(3, nil))
        #expect(Self.known(0) + Self.known(0) == Self.known(0))
    }

    @Test func subtractsWhatIsKnown() {
        #expect(Self.known(5) - Self.known(3) == Self.known(2))
        #expect(Self.range(5, 9) - Self.range(1, 2) == Self.range(3, 8))
        #expect(Self.range(5, nil) - Self.known(2) == Self.range(3, nil))
        #expect(Self.known(5) - Self.range(1, nil) == .missing)
    }

    @Test(arguments: [Figure.known(.zero), .range(from: .zero, to: nil), .missing, .closed])
    func nothingBecomesKnownByAdding(_ figure: Figure) {
        #expect(figure + .closed == .closed && Figure.closed + figure == .closed && figure - .closed == .closed)
        if figure != .closed { #expect(figure + .missing == .missing && Figure.missing - figure == .missing) }
    }

    @Test func beyondTheRangeNothingIsKnown() {
        let largest = Figure.known(FixedDecimal(millionths: .max))
        #expect(largest + Self.known(1) == .missing)
    }

    @Test func moneyOfTwoCurrenciesIsNotAdded() {
        let one = FixedDecimal(millionths: 1_250_000)
        #expect(Money(one, .idr).adding(Money(one, .usd)) == nil)
        #expect(Money(one, .idr).adding(Money(one, .idr))?.amount == FixedDecimal(millionths: 2_500_000))
    }
}
