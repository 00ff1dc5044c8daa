/// What is known of a creator for each label that anything is known for; without room of its own, as a build holds three of
/// these for every creator.
public struct LabelMap<Value: LabelValue>: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// Four bits a label, the first the lowest: 0 for nothing, else the value's code and 1.
    private(set) var codes: UInt16 = 0

    public init() {}

    init(codes: UInt16) { self.codes = codes }

    public init(dictionaryLiteral elements: (WorkingLabel, Value)...) {
        for (label, value) in elements { self[label] = value }
    }

    public subscript(label: WorkingLabel) -> Value? {
        get { Value(code: UInt8(codes >> label.shift & 15) &- 1) }
        set { codes = codes & ~(15 << label.shift) | (newValue.map { UInt16($0.code) + 1 } ?? 0) << label.shift }
    }
}

/// What a `LabelMap` holds.
public protocol LabelValue: Hashable, Sendable {
    /// 0 to 14.
    var code: UInt8 { get }
    /// Nil for every other code.
    init?(code: UInt8)
}

extension Bool: LabelValue {
    public var code: UInt8 { self ? 1 : 0 }

    public init?(code: UInt8) {
        guard code <= 1 else { return nil }
        self = code == 1
    }
}

extension WorkingLabel.State: LabelValue {
    public var code: UInt8 { rawValue }
    public init?(code: UInt8) { self.init(rawValue: code) }
}

extension WorkingLabel {
    fileprivate var shift: UInt16 {
        switch self {
        case .quickToRespond: 0
        case .postsFrequently: 4
        case .reliableWithSamples: 8
        }
    }
}
