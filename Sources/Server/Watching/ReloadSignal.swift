import Synchronization

/// Tells browsers that look at a site while it is edited how the last build of it ended (`plaza serve --watch`).
public final class ReloadSignal: Sendable {
    /// How a build ended.
    enum Outcome: String {
        /// There is something new to see.
        case built
        /// There is a fault in what was edited; the old catalogue stands.
        case failed
    }

    private let state: Mutex<(number: Int, outcome: Outcome)>

    /// - Parameter number: larger than that of any earlier signal for the same browsers, such as the time.
    public init(after number: Int) { state = Mutex((number, .built)) }

    public func tellBuilt() { tell(.built) }
    public func tellFailed() { tell(.failed) }

    private func tell(_ outcome: Outcome) { state.withLock { $0 = ($0.number + 1, outcome) } }

    /// The number of the last build, and how it ended.
    var last: (number: Int, outcome: Outcome) { state.withLock { $0 } }
}
