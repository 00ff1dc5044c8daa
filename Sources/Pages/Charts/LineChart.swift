import Marketplace

/// A figure over the days on which it was taken, days to scale.
enum LineChart {
    struct Point {
        let date: CalendarDate
        /// Days since any fixed day.
        let day: Int
        let value: Double
        /// How the value reads.
        let text: String
    }

    static let height = 148
    private static let (left, right, top, bottom) = (8, 332, 34, 104)

    /// Where the line does not run: below it where it rises and there is room.
    private static func firstLabel(at y: Int, isRising: Bool) -> Int { isRising && y + 22 < bottom ? y + 22 : y - 10 }

    /// At least two points, ascending by day. The line begins at zero, so that growth looks as large as it is.
    static func body(_ points: [Point], _ words: Wording) -> String {
        guard let first = points.first, let last = points.last, last.day > first.day else { return "" }
        let highest = max(points.map(\.value).max() ?? 0, 1e-9)
        let places = points.map { point in
            (
                x: left + Int((Double(right - left) * Double(point.day - first.day) / Double(last.day - first.day)).rounded()),
                y: bottom - Int((Double(bottom - top) * point.value / highest).rounded())
            )
        }
        let line = places.map { "\($0.x) \($0.y)" }.joined(separator: "L")
        let area = "M\(left) \(bottom)L\(line)L\(right) \(bottom)z"
        let marks = places.map { "<circle class=\"mark\" cx=\"\($0.x)\" cy=\"\($0.y)\" r=\"4\"/>" }.joined()
        return "<path class=\"area\" d=\"\(area)\"/><path class=\"strip\" d=\"M\(left) \(bottom)H\(right)\"/>"
            + "<path class=\"line\" d=\"M\(line)\"/>" + marks
            + SVGText.text(first.text, x: left, y: firstLabel(at: places[0].y, isRising: places[1].y < places[0].y))
            + SVGText.text(last.text, x: right, y: places[places.count - 1].y - 10, anchor: .end, style: "strong")
            + SVGText.text(words.shortDay(first.date), x: left, y: bottom + 22, style: "soft")
            + SVGText.text(words.shortDay(last.date), x: right, y: bottom + 22, anchor: .end, style: "soft")
    }
}
