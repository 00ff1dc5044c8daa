public import Foundation

/// Work on many values at once: the one place where a build uses more than one core.
public enum Lanes {
    /// The results in the order of the values, whichever was ready first.
    ///
    /// - Parameter laneCount: how many values are worked on at once.
    public static func map<Value: Sendable, Result: Sendable>(
        _ values: [Value], laneCount: Int = ProcessInfo.processInfo.activeProcessorCount,
        _ work: @escaping @Sendable (Value) throws -> Result
    ) async throws -> [Result] {
        try await map(values, laneCount: laneCount, tool: {}) { _, value in try work(value) }
    }

    /// The same with a tool for each lane, which makes one value after the other with it.
    ///
    /// - Parameter tool: makes a lane's tool.
    public static func map<Value: Sendable, Result: Sendable, Tool>(
        _ values: [Value], laneCount: Int = ProcessInfo.processInfo.activeProcessorCount,
        tool: @escaping @Sendable () -> Tool, _ work: @escaping @Sendable (Tool, Value) throws -> Result
    ) async throws -> [Result] {
        let laneCount = min(max(1, laneCount), max(1, values.count))
        let lanes = try await withThrowingTaskGroup(of: (lane: Int, results: [Result]).self) { group in
            for lane in 0..<laneCount {
                group.addTask {
                    let places = stride(from: lane, to: values.count, by: laneCount)
                    let tool = tool()
                    return (lane, try places.map { try work(tool, values[$0]) })
                }
            }
            return try await group.reduce(into: [[Result]](repeating: [], count: laneCount)) { $0[$1.lane] = $1.results }
        }
        return values.indices.map { lanes[$0 % laneCount][$0 / laneCount] }
    }
}
