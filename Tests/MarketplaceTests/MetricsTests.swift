import Fixtures
import Marketplace
import Testing

/// What takes no room when it is not there must be as it was when it is asked for.
@Suite("C6: every figure is kept as it was set")
struct MetricsTests {
    @Test(arguments: 0..<50) func metricsAreWhatWasSetLast(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var metrics = Metrics()
        var model: [Metric: Figure] = [:]
        for _ in 0..<300 {
            let metric = Metric.allCases[Int.random(in: 0..<Metric.allCases.count, using: &random)]
            let figure = Self.figure(&random)
            metrics[metric] = figure
            model[metric] = figure
            #expect(Metric.allCases.allSatisfy { metrics[$0] == model[$0, default: .missing] })
        }
        var again = Metrics()
        for metric in Metric.allCases.shuffled(using: &random) { again[metric] = model[metric, default: .missing] }
        #expect(again == metrics)
        #expect(again.hashValue == metrics.hashValue)
    }

    private static func figure(_ random: inout SeededGenerator) -> Figure {
        let numbers = (0..<2).map { _ in FixedDecimal(millionths: .random(in: 0...(.max), using: &random)) }
        return switch Int.random(in: 0..<5, using: &random) {
        case 0: .missing
        case 1: .closed
        case 2: .range(from: numbers[0], to: numbers[1])
        case 3: .range(from: numbers[0], to: nil)
        default: .known(numbers[0])
        }
    }
}
