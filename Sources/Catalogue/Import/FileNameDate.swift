import Marketplace

/// The day that a file's name states, as exports are named: "…_20260901-20260930.xlsx", "list 2026-09-30.csv",
/// "tiktok_2022-06.csv".
enum FileNameDate {
    /// A span of days, both included.
    struct Period: Hashable {
        let first: CalendarDate
        let last: CalendarDate

        var dayCount: Int { last.dayNumber - first.dayNumber + 1 }
    }

    /// The last day that the name states; of a month its last day. Nil where it states none.
    static func date(in file: String) -> CalendarDate? {
        if let period = period(in: file) { return period.last }
        let name = stem(of: file)
        for match in name.matches(of: /(?:^|\D)(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)/) {
            if let date = day(match.1, match.2, match.3) { return date }
        }
        for match in name.matches(of: /(?:^|\D)(20\d\d)[-_.](\d\d)(?![-_.]?\d)/) {
            if let date = lastDay(match.1, match.2) { return date }
        }
        return nil
    }

    /// "20260901-20260930"; nil where the name states no span.
    static func period(in file: String) -> Period? {
        for match in stem(of: file).matches(of: /(?:^|\D)(20\d\d)(\d\d)(\d\d)[-_~](20\d\d)(\d\d)(\d\d)(?!\d)/) {
            guard let first = day(match.1, match.2, match.3), let last = day(match.4, match.5, match.6), first <= last else {
                continue
            }
            return Period(first: first, last: last)
        }
        return nil
    }

    private static func stem(of file: String) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }

    private static func day(_ year: Substring, _ month: Substring, _ day: Substring) -> CalendarDate? {
        guard let date = CalendarDate("\(year)-\(month)-\(day)"), years.contains(date.year) else { return nil }
        return date
    }

    private static func lastDay(_ year: Substring, _ month: Substring) -> CalendarDate? {
        [31, 30, 29, 28].lazy.compactMap { day(year, month, Substring(String($0))) }.first
    }

    /// The years that such a file can be of.
    private static let years = 2016...2100
}
