import Foundation
import Marketplace

/// Days, instants and lengths of time for people, in the words of the site and without a locale.
extension Wording {
    /// "30 September 2026".
    func day(_ date: CalendarDate) -> String { day(date.day, months[date.month - 1], date.year) }

    /// "30 Sep 2026".
    func shortDay(_ date: CalendarDate) -> String { day(date.day, shortMonths[date.month - 1], date.year) }

    /// "30 September 2026, 14:05 (Asia/Jakarta)".
    func instant(_ instant: Date, in timeZone: TimeZone) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: instant)
        return self(
            .dateInstant,
            [
                "date": day(parts.day ?? 0, months[(parts.month ?? 1) - 1], parts.year ?? 0),
                "time": "\(Self.twoDigits(parts.hour)):\(Self.twoDigits(parts.minute))", "zone": timeZone.identifier,
            ])
    }

    /// "45 s", "2 min 5 s".
    func seconds(_ seconds: FixedDecimal) -> String {
        let (minutes, rest) = NumberText.wholeNumber(seconds).quotientAndRemainder(dividingBy: 60)
        if minutes == 0 { return self(.timeSeconds, ["count": String(rest)]) }
        if rest == 0 { return self(.timeMinutes, ["count": String(minutes)]) }
        return self(.timeMinutesAndSeconds, ["minutes": String(minutes), "seconds": String(rest)])
    }

    /// "30 min", "3 h", "2.5 h".
    func hours(_ hours: FixedDecimal) -> String {
        guard let minutes = NumberText.minutes(belowAnHour: hours) else {
            return self(.timeHours, ["count": NumberText.tenths(hours)])
        }
        return self(.timeMinutes, ["count": String(minutes)])
    }

    private func day(_ day: Int, _ month: String, _ year: Int) -> String {
        self(.dateDay, ["day": String(day), "month": month, "year": String(year)])
    }

    private static func twoDigits(_ number: Int?) -> String {
        let text = String(number ?? 0)
        return text.count < 2 ? "0" + text : text
    }
}
