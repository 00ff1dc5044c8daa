import Catalogue
import Fixtures
import Marketplace

/// A small catalogue in which every figure is known, a range, closed or missing by chance.
///
/// Nothing that is known is 0, no open figure has the digit 7, and every closed one consists of sevens: a 0 in a result,
/// or a run of sevens in a published byte, is a fault.
struct RandomCatalogue {
    private(set) var creators: [Creator] = []
    private(set) var snapshots: [String: [Snapshot]] = [:]
    /// How many figures of each kind there are.
    private(set) var counts: [String: Int] = [:]

    init(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for index in 0..<Int.random(in: 1...4, using: &generator) {
            let creator = try creator(index, &generator)
            creators.append(creator)
            guard Bool.random(using: &generator) else { continue }
            for year in [2024, 2025] {
                guard let date = CalendarDate(year: year, month: 6, day: 30) else { continue }
                let metrics = metrics(isOpen: creator.isAuthorized, &generator)
                snapshots[creator.username.folded, default: []].append(
                    Snapshot(date: date, currency: creator.currency, metrics: metrics))
            }
        }
    }

    private mutating func creator(_ index: Int, _ generator: inout SeededGenerator) throws -> Creator {
        var creator = try Creator.sample("person.\("abcd".map(String.init)[index])")
        creator.isAuthorized = Int.random(in: 0..<3, using: &generator) > 0
        creator.showsContact = Bool.random(using: &generator)
        creator.contacts = ContactDetails([
            .email: "canary-\(index)@private.example", .whatsapp: "+99011122233\(index)", .line: "canary-line-\(index)",
        ])
        creator.bio = Bool.random(using: &generator) ? "Write to canary-\(index)@private.example" : nil
        creator.currency = Bool.random(using: &generator) ? .idr : .usd
        creator.metrics = metrics(isOpen: creator.isAuthorized, &generator)
        for label in WorkingLabel.allCases where Int.random(in: 0..<4, using: &generator) == 0 {
            creator.statedLabels[label] = Bool.random(using: &generator)
        }
        creator.updated = Bool.random(using: &generator) ? CalendarDate(year: 2026, month: 6, day: 30) : nil
        return creator
    }

    private mutating func metrics(isOpen: Bool, _ generator: inout SeededGenerator) -> Metrics {
        var metrics = Metrics()
        for metric in Metric.allCases {
            let value = isOpen || metric.staysOpen ? Self.open(metric, &generator) : Self.closed(metric)
            let choice = Int.random(in: 0..<8, using: &generator)
            switch choice {
            case 0, 1: metrics[metric] = .missing
            case 2 where metric.kind == .money: metrics[metric] = .range(from: value, to: nil)
            case 3 where !metric.staysOpen: metrics[metric] = .closed
            default: metrics[metric] = .known(value)
            }
            let kind =
                switch metrics[metric] {
                case .known: "known"
                case .range: "range"
                case .closed: "closed"
                case .missing: "missing"
                }
            counts[isOpen || metric.staysOpen ? kind : "unauthorised \(kind)", default: 0] += 1
        }
        return metrics
    }

    private static func open(_ metric: Metric, _ generator: inout SeededGenerator) -> FixedDecimal {
        func digits(_ count: Int) -> Int64 {
            (0..<count).reduce(0) { number, _ in number * 10 + Int64.random(in: 1...6, using: &generator) }
        }
        let millionths: Int64 =
            switch metric.kind {
            case .count, .average, .money: digits(5) * 1_000_000
            case .share: digits(3) * 1_000
            case .rating: digits(1) % 5 * 1_000_000 + 100_000
            case .score: digits(2) * 1_000_000
            case .hours, .seconds: digits(2) * 1_000_000
            }
        return FixedDecimal(millionths: millionths)
    }

    private static func closed(_ metric: Metric) -> FixedDecimal {
        switch metric.kind {
        case .share: FixedDecimal(millionths: 777_777)
        case .score, .hours, .seconds: FixedDecimal(millionths: 77_777_777)
        default: FixedDecimal(millionths: 77_777_777_000_000)
        }
    }
}
