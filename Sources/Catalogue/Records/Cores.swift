import Dispatch
import Synchronization

/// Work on the parts of a file: the one place where reading uses more than one core.
enum Cores {
    /// The results in the order of the parts, whichever was ready first.
    static func map<Part: Sendable, Result: Sendable>(_ parts: [Part], _ work: @Sendable (Part) -> Result) -> [Result] {
        guard parts.count > 1 else { return parts.map(work) }
        let results = Mutex([Result?](repeating: nil, count: parts.count))
        DispatchQueue.concurrentPerform(iterations: parts.count) { index in
            let result = work(parts[index])
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}
