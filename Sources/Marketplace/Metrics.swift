/// The figures of one creator, one for each `Metric`; what was never set is missing.
///
/// A build holds those of every creator at once, so only numbers that are there take room: two bits a metric tell what is
/// known of it, and the numbers follow each other in the order of the metrics. The score has its own place, so that a creator
/// with a computed one has the other numbers in common with the creator as read.
public struct Metrics: Hashable, Sendable {
    private var states: UInt64 = 0
    private var numbers: [FixedDecimal] = []
    /// Where it is exactly known; zero elsewhere.
    private var score = FixedDecimal.zero

    public init() {}

    public subscript(metric: Metric) -> Figure {
        get {
            let place = metric.ordinal
            switch state(at: place) {
            case .missing: return .missing
            case .closed: return .closed
            case .known: return .known(metric == .score ? score : numbers[start(of: place)])
            case .range:
                let start = start(of: place)
                let end = numbers[start + 1]
                return .range(from: numbers[start], to: end == Self.open ? nil : end)
            }
        }
        set {
            let place = metric.ordinal
            let (start, state) = (start(of: place), state(at: place))
            let isApart = metric == .score && state == .known
            let old = start..<start + (isApart ? 0 : state.numberCount)
            if metric == .score { score = newValue.value ?? .zero }
            switch newValue {
            case .missing: replace(old, with: [], .missing, at: place)
            case .closed: replace(old, with: [], .closed, at: place)
            case .known where metric == .score: replace(old, with: [], .known, at: place)
            case .known(let value):
                if old.count == 1 { numbers[start] = value } else { replace(old, with: [value], .known, at: place) }
            case .range(let from, let to): replace(old, with: [from, to ?? Self.open], .range, at: place)
            }
        }
    }

    private enum State: UInt64 {
        case missing = 0
        case known = 1
        case closed = 2
        case range = 3

        var numberCount: Int {
            switch self {
            case .missing, .closed: 0
            case .known: 1
            case .range: 2
            }
        }
    }

    /// The end of a range that has none. No figure is below zero.
    private static let open = FixedDecimal(millionths: .min)
    private static let lowBits: UInt64 = 0x5555_5555_5555_5555

    private func state(at place: Int) -> State {
        State(rawValue: states >> UInt64(place * 2) & 3) ?? .missing
    }

    /// Where the numbers of a metric begin: a known one before it has one, a range two.
    private func start(of place: Int) -> Int {
        let before = states & (1 << UInt64(place * 2) - 1)
        let withNumbers = before & Self.lowBits
        return withNumbers.nonzeroBitCount + (withNumbers & before >> 1).nonzeroBitCount
    }

    private mutating func replace(_ old: Range<Int>, with new: [FixedDecimal], _ state: State, at place: Int) {
        if !old.isEmpty || !new.isEmpty { numbers.replaceSubrange(old, with: new) }
        states = states & ~(3 << UInt64(place * 2)) | state.rawValue << UInt64(place * 2)
    }
}

extension Metrics {
    /// Which figures there are, the score, then the numbers, of which the first tells how many there are.
    func append(to bytes: inout [UInt8]) {
        bytes.append(number: states)
        bytes.append(number: score.millionths)
        for number in numbers { bytes.append(number: number.millionths) }
    }

    /// Takes figures from the front of what `append(to:)` made; nil where they are cut off.
    init?(_ source: inout ByteSource) {
        guard let states = source.number(as: UInt64.self), let score = source.number(as: Int64.self) else { return nil }
        self.init()
        (self.states, self.score) = (states, FixedDecimal(millionths: score))
        let last = Metric.score.ordinal
        let count = start(of: last) + (state(at: last) == .range ? State.range.numberCount : 0)
        numbers.reserveCapacity(count)
        for _ in 0..<count {
            guard let number = source.number(as: Int64.self) else { return nil }
            numbers.append(FixedDecimal(millionths: number))
        }
    }
}
