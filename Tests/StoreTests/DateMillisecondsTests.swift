import Fixtures
import Foundation
import Testing

@testable import Store

@Suite("Instants in whole milliseconds")
struct DateMillisecondsTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func readBackAsTheyWereWritten(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<10_000 {
            let milliseconds = Int64.random(in: -62_135_596_800_000...253_402_300_799_999, using: &generator)
            #expect(Date(milliseconds: milliseconds).milliseconds == milliseconds)
        }
    }

    @Test(
        arguments: [
            (0.0, 0), (0.0009, 0), (0.001, 1), (0.9999, 999), (-0.0001, -1), (-1, -1000),
            (1_773_180_000.123_9, 1_773_180_000_123),
        ] as [(Double, Int64)])
    func areRoundedDown(seconds: Double, milliseconds: Int64) {
        #expect(Date(timeIntervalSince1970: seconds).milliseconds == milliseconds)
    }

    @Test func stayInRange() {
        #expect(Date(timeIntervalSince1970: .infinity).milliseconds == .max)
        #expect(Date(timeIntervalSince1970: -.infinity).milliseconds == .min)
        #expect(Date.distantPast.milliseconds < Date.distantFuture.milliseconds)
    }
}
