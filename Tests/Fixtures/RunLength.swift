import Foundation

/// How much the random tests try: a tenth in every run, all with `PLAZA_LONG=1` (`make test-long`).
public enum RunLength {
    public static let isLong = ProcessInfo.processInfo.environment["PLAZA_LONG"] == "1"

    /// - Parameter all: what a long run tries.
    public static func count(_ all: Int) -> Int { isLong ? all : all / 10 }
}
