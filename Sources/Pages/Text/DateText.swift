import Foundation
import Marketplace

/// Writes days and instants for people, in English and without a locale.
enum DateText {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// "30 September 2026".
    static func day(_ date: CalendarDate) -> String { "\(date.day) \(months[date.month - 1]) \(date.year)" }

    /// "30 Sep 2026".
    static func short(_ date: CalendarDate) -> String { "\(date.day) \(months[date.month - 1].prefix(3)) \(date.year)" }

    /// "30 September 2026, 14:05 (Asia/Jakarta)".
    static func instant(_ instant: Date, in timeZone: TimeZone) -> String {
        let parts = components(of: instant, in: timeZone)
        return "\(parts.day ?? 0) \(months[(parts.month ?? 1) - 1]) \(parts.year ?? 0), "
            + "\(twoDigits(parts.hour)):\(twoDigits(parts.minute)) (\(timeZone.identifier))"
    }

    private static func components(of instant: Date, in timeZone: TimeZone) -> DateComponents {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        return calendar.dateComponents([.year, .month, .day, .hour, .minute], from: instant)
    }

    private static func twoDigits(_ number: Int?) -> String {
        let text = String(number ?? 0)
        return text.count < 2 ? "0" + text : text
    }
}
