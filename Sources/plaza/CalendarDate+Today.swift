import Foundation
import Marketplace

extension CalendarDate {
    /// The day that it is, in UTC.
    static func today() -> CalendarDate {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: Date())
        guard let year = parts.year, let month = parts.month, let day = parts.day,
            let date = CalendarDate(year: year, month: month, day: day)
        else { preconditionFailure("the clock shows no day of the years 1 to 9999") }
        return date
    }
}
