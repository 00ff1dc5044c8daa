import Foundation

/// How wrong passwords slow the next attempt down: some are free, then each failure doubles the wait, up to a longest one.
/// Nobody is locked out for good, or anybody could lock a member out.
struct AttemptRule: Hashable, Sendable {
    /// Failures in a row that cost no wait.
    let freeCount: Int
    /// Seconds to wait after the last free failure.
    let firstDelay: TimeInterval
    let longestDelay: TimeInterval

    /// For one account, from wherever: 5 attempts, then 30 s, 1 min, 2 min … 1 h; so 24 a day go on being possible.
    static let account = AttemptRule(freeCount: 5, firstDelay: 30, longestDelay: 3_600)
    /// For one client, whatever account: more, as a whole office may come from one address.
    static let client = AttemptRule(freeCount: 20, firstDelay: 30, longestDelay: 3_600)
    /// Seconds without an attempt after which all is forgotten.
    static let memory: TimeInterval = 24 * 60 * 60

    /// Seconds from the last of so many failures in a row to the next attempt.
    func delay(after failureCount: Int) -> TimeInterval {
        guard failureCount >= freeCount else { return 0 }
        // Beyond 2^20 every wait is the longest.
        return min(longestDelay, firstDelay * Double(1 << min(20, failureCount - freeCount)))
    }
}
