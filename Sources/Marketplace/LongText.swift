/// A long text of a creator, such as the profile: itself, or where it is kept while a build of very many creators runs.
public struct LongText: Hashable, Sendable {
    private enum Place: Sendable {
        case here(String)
        case kept(by: any TextKeeper, at: Range<UInt64>)
    }

    private let place: Place

    public init(_ text: String) { place = .here(text) }

    public init(keptBy keeper: any TextKeeper, at range: Range<UInt64>) { place = .kept(by: keeper, at: range) }

    /// Whether it is kept elsewhere.
    public var isKept: Bool {
        if case .kept = place { true } else { false }
    }

    public var text: String {
        switch place {
        case .here(let text): text
        case .kept(let keeper, let range): keeper.text(at: range)
        }
    }

    public static func == (a: Self, b: Self) -> Bool { a.text == b.text }
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// Keeps texts outside of memory.
public protocol TextKeeper: AnyObject, Sendable {
    /// The text that stands at a range of what is kept, in bytes of UTF-8.
    func text(at range: Range<UInt64>) -> String
}
