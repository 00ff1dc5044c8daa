import FacetIndex
import Foundation
import Marketplace

/// The page of an answer as columns for a terminal.
struct QueryTable {
    let query: CreatorQuery
    let answer: QueryAnswer
    /// The public fields of each creator, one JSON object each.
    let records: [[UInt8]]

    /// A line for each creator, under a heading; then how many there are in all.
    var text: String {
        let rows = [Self.headings] + records.map(cells)
        let widths = Self.headings.indices.map { column in rows.map { Self.width(of: $0[column]) }.max() ?? 0 }
        let lines = rows.map { row in
            zip(row, widths).map { cell, width in
                let gap = String(repeating: " ", count: width - Self.width(of: cell))
                return Self.isNumber(cell) ? gap + cell : cell + gap
            }.joined(separator: "  ")
        }
        return (records.isEmpty ? [] : lines).joined(separator: "\n") + (records.isEmpty ? "" : "\n\n") + summary
    }

    private static let columns: [CreatorColumn] = [
        .username, .nickname, .categories, .followers, .score, .gmv, .gpmVideo, .gpmLive, .videoViewsAverage, .rating,
    ]
    private static let headings = columns.map(\.rawValue)

    private func cells(of record: [UInt8]) -> [String] {
        // Our own JSON; a record that cannot be read shows as unknown throughout.
        let object = (try? JSONSerialization.jsonObject(with: Data(record))) as? [String: Any] ?? [:]
        return Self.columns.map { column in
            switch object[column.rawValue] {
            case let text as String: Self.singleLine(text)
            case let list as [String]: list.joined(separator: ", ")
            case let number as NSNumber: number.stringValue
            default: "-"
            }
        }
    }

    private var summary: String {
        let shown = query.positions.clamped(to: 0..<answer.total)
        if answer.total == 0 {
            return "Nobody matches. Creators may not have authorised their data; unknown=include takes them in."
        }
        if shown.isEmpty { return "\(answer.total) match; page \(query.page) is behind the last one." }
        return
            "\(shown.lowerBound + 1) to \(shown.upperBound) of \(answer.total) in \(query.market.name), by \(query.sort.rawValue)"
    }

    /// Controls of a terminal are not let through.
    private static func singleLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }

    private static func isNumber(_ cell: String) -> Bool { cell == "-" || Double(cell) != nil }

    /// Columns of the terminal: marks take none, East Asian wide characters and emoji two (UAX #11, roughly).
    private static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { width, scalar in
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: width
            default: width + (isWide(scalar) ? 2 : 1)
            }
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60,
            0x1f300...0x1faff, 0x20000...0x3fffd:
            true
        default: false
        }
    }
}
