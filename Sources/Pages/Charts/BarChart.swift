import Marketplace

/// Bars that lie under each other, each with its label before it and its number behind it.
struct BarChart {
    struct Bar {
        let label: String
        /// What stands behind the bar.
        let text: String
        /// 0 to 1, of the longest possible bar.
        let share: Double
    }

    static let rowHeight = 30
    private static let (labelEnd, barStart) = (96, 104)
    /// Room stays behind a bar for a share and an amount: "80.3% · Rp 123.4M".
    private static let (barWidth, stripWidth) = (100, 150)

    static func height(of count: Int) -> Int { count * rowHeight }

    /// The longest bar takes the whole width; the others are to scale.
    static func body(_ bars: [Bar]) -> String {
        let longest = bars.map(\.share).max() ?? 0
        var svg = ""
        svg.reserveCapacity(bars.count * 256)
        for (index, bar) in bars.enumerated() {
            let y = index * rowHeight
            let width = longest > 0 ? Int((Double(barWidth) * bar.share / longest).rounded()) : 0
            SVGText.append(bar.label, x: labelEnd, y: y + 20, anchor: .end, style: "soft", to: &svg)
            if bar.share > 0 { svg += SVGText.bar(x: barStart, y: y + 7, width: width, height: 16, style: "bar") }
            SVGText.append(bar.text, x: barStart + (bar.share > 0 ? max(1, width) + 6 : 0), y: y + 20, to: &svg)
        }
        return svg
    }

    /// A strip from 0 to 100 for each row, with a mark where the creator stands.
    static func strips(_ bars: [Bar]) -> String {
        var svg = ""
        svg.reserveCapacity(bars.count * 320)
        for (index, bar) in bars.enumerated() {
            let y = index * rowHeight
            SVGText.append(bar.label, x: labelEnd, y: y + 20, anchor: .end, style: "soft", to: &svg)
            svg += "<path class=\"strip\" d=\"M"
            svg.append(numbers: [barStart, y + 15], between: " ")
            svg.append(numbers: [stripWidth], before: "h")
            svg.append(numbers: [barStart + stripWidth / 2, y + 11], before: "M", between: " ")
            svg += "v8\"/><circle class=\"mark\" cx=\""
            svg.append(
                numbers: [barStart + 4 + Int((Double(stripWidth - 8) * bar.share).rounded()), y + 15], between: "\" cy=\"")
            svg += "\" r=\"6\"/>"
            SVGText.append(bar.text, x: barStart + stripWidth + 12, y: y + 20, to: &svg)
        }
        return svg
    }

    /// One bar in two parts, women first, each with its share below it.
    static func split(_ first: Bar, _ second: Bar) -> String {
        let width = Chart.width - 2
        let cut = Int((Double(width) * first.share).rounded())
        return SVGText.bar(x: 1, y: 4, width: cut, height: 22, style: "bar")
            + SVGText.bar(x: 1 + cut, y: 4, width: width - cut, height: 22, style: "rest")
            + SVGText.text("\(first.label) \(first.text)", x: 1, y: 46)
            + SVGText.text("\(second.label) \(second.text)", x: Chart.width - 1, y: 46, anchor: .end)
    }
}
