import Fixtures
import Marketplace
import Testing

@Suite("C6: unknown is not zero")
struct FigureTests {
    @Test func aKnownZeroStandsBeforeEverythingUnknown() throws {
        let zero = try Figure.known(0)
        #expect(zero.precedes(.missing) == true)
        #expect(zero.precedes(.closed) == true)
        #expect(Figure.missing.precedes(zero) == false)
    }

    @Test func closedAndMissingStandLevel() {
        #expect(Figure.closed.precedes(.missing) == nil)
        #expect(Figure.missing.precedes(.missing) == nil)
    }

    @Test func aRangeIsOrderedByItsLowerEndAndHasNoValue() throws {
        let range = Figure.range(from: try #require(FixedDecimal(1000)), to: nil)
        #expect(range.value == nil)
        #expect(range.precedes(try .known(999)) == true)
        #expect(range.precedes(try .known(1001)) == false)
    }

    @Test(arguments: [
        ("1000..5000", true), ("1000..", true), ("5000..1000", false), ("1000", false), ("..5", false), ("a..b", false),
    ])
    func readsRanges(text: String, isRange: Bool) {
        #expect((Figure(rangeText: text) != nil) == isRange)
    }

    @Test func closedFiguresOfAnUnauthorisedCreatorCarryNoValue() throws {
        let creator = try Creator.sample {
            $0.isAuthorized = false
            for metric in Metric.allCases { $0.metrics[metric] = .known(FixedDecimal(millionths: 7_777)) }
            $0.statedLabels = [.quickToRespond: true]
            $0.updated = CalendarDate("2026-09-30")
        }
        let open = PublicCreator(creator)
        for metric in Metric.allCases {
            let expected: Figure = [.followers, .rating, .products].contains(metric) ? creator.metrics[metric] : .closed
            #expect(open.metrics[metric] == expected, "\(metric)")
        }
        #expect(WorkingLabel.allCases.allSatisfy { open.labels[$0] == .closed })
        #expect(open.updated == nil)
    }
}
