public import Foundation

extension Date {
    /// Seconds and, where there are any, milliseconds in UTC (RFC 3339): "2026-09-30T07:05:00.250Z".
    /// For instants from 1970 on.
    public var rfc3339: String {
        let milliseconds = Int((timeIntervalSince1970 * 1000).rounded(.down))
        let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        let text = Date(timeIntervalSince1970: Double(seconds)).formatted(Date.ISO8601FormatStyle())
        guard rest > 0 else { return text }
        let fraction = String(1000 + rest).dropFirst()
        return text.dropLast() + "." + fraction + "Z"
    }

    /// Reads an RFC 3339 instant, with or without a fraction of seconds. Nil where the text is none.
    public init?(rfc3339 text: String) {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains("."))
        guard let date = try? style.parse(text) else { return nil }  // the caller knows what the text was for
        self = date
    }
}
