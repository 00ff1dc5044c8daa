import Marketplace
import Templating

/// A drawing of some numbers, and the table of them behind it. Both say the same, so nobody needs the drawing.
struct Chart {
    /// Unique in the page; names the parts that a screen reader looks up.
    let id: String
    /// What is drawn: "Followers by age".
    let title: String
    /// What it shows, in one or two sentences.
    let description: String
    /// In units of the drawing; its width is always `width`.
    let height: Int
    /// SVG elements, safe: numbers of ours and escaped texts.
    let body: String
    let columns: [String]
    let rows: [[String]]
    /// What each row is a figure of; empty where the rows are something else.
    var figures: [Metric] = []

    /// Units across. On a phone 320 pixels wide a letter of 14 units is still 11 pixels high.
    static let width = 340

    static let shape: TemplateShape = [
        "title": .text, "description": .text, "svg": .html, "columns": .list(["text": .text]),
        "rows": .list(["figure": .text, "head": .text, "cells": .list(["text": .text])]),
    ]

    var values: TemplateRecord {
        [
            "title": .text(title), "description": .text(description), "svg": .html(svg),
            "columns": .list(columns.map { ["text": .text($0)] }),
            "rows": .list(
                rows.enumerated().map { place, row in
                    [
                        "figure": place < figures.count ? .text(figures[place].rawValue) : nil,
                        "head": .text(row.first ?? ""),
                        "cells": .list(row.dropFirst().map { ["text": .text($0)] }),
                    ]
                }),
        ]
    }

    private var svg: String {
        """
        <svg viewBox="0 0 \(Self.width) \(height)" role="img" aria-labelledby="\(id)-t \(id)-d">\
        <title id="\(id)-t">\(XMLText.escaped(title))</title><desc id="\(id)-d">\(XMLText.escaped(description))</desc>\
        \(body)</svg>
        """
    }
}

/// Pieces of SVG.
enum SVGText {
    enum Anchor: String {
        case start, middle, end
    }

    static func text(_ text: String, x: Int, y: Int, anchor: Anchor = .start, style: String? = nil) -> String {
        var svg = ""
        append(text, x: x, y: y, anchor: anchor, style: style, to: &svg)
        return svg
    }

    /// Appended piece by piece, as a page has dozens of these: an interpolation makes a text of each of its parts.
    static func append(_ text: String, x: Int, y: Int, anchor: Anchor = .start, style: String? = nil, to svg: inout String) {
        svg += "<text x=\""
        svg.append(numbers: [x, y], between: "\" y=\"")
        if anchor != .start {
            svg += "\" text-anchor=\""
            svg += anchor.rawValue
        }
        if let style {
            svg += "\" class=\""
            svg += style
        }
        svg += "\">"
        svg += XMLText.escaped(text)
        svg += "</text>"
    }

    static func bar(x: Int, y: Int, width: Int, height: Int, style: String) -> String {
        "<rect class=\"\(style)\" x=\"\(x)\" y=\"\(y)\" width=\"\(max(1, width))\" height=\"\(height)\" rx=\"2\"/>"
    }
}

extension String {
    /// Appends whole numbers with a text before the first and between them.
    mutating func append(numbers: [Int], before: String = "", between: String = "") {
        for (place, number) in numbers.enumerated() {
            self += place == 0 ? before : between
            self += String(number)
        }
    }
}
