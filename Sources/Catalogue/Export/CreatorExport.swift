public import Marketplace

/// Writes creators with everything that the site knows of them, contacts and what sources said beside included, so that
/// an import of the result into an empty site loses nothing. Private, as its input is.
public struct CreatorExport: Sendable {
    private let creators: [Creator]
    /// One JSON object a creator, by folded username.
    private let sources: [String: String]

    /// The column that holds what sources said beside the native columns, by format: one JSON object.
    public static let sourceColumn = "source"

    /// - Parameters:
    ///   - creators: in the order in which they are written.
    ///   - snapshots: the files of snapshots, from `SiteReader.snapshotFiles(in:)`.
    public init(creators: [Creator], snapshots: [CreatorFile]) {
        self.creators = creators
        sources = SnapshotBook(snapshots).sources.mapValues { formats in
            let members = formats.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { format, source in
                JSONText.literal(format) + [UInt8(ascii: ":")] + Array(source.utf8)
            }
            return "{" + String(decoding: Array(members.joined(separator: [UInt8(ascii: ",")])), as: UTF8.self) + "}"
        }
    }

    /// One JSON object `{"creators":[…]}`, one record a line; missing fields are left out.
    public var json: [UInt8] {
        var bytes = Array("{\"creators\":[".utf8)
        for (index, creator) in creators.enumerated() {
            bytes += Array((index == 0 ? "\n" : ",\n").utf8)
            let record = creator.json
            guard let source = source(of: creator) else {
                bytes += Array(record.utf8)
                continue
            }
            bytes += Array("\(record.dropLast()),\"\(Self.sourceColumn)\":\(source)}".utf8)
        }
        return bytes + Array("\n]}\n".utf8)
    }

    /// All native columns, and `source` where there is any; in UTF-8, with CRLF (RFC 4180).
    ///
    /// A text that a spreadsheet would take for a formula stands behind an apostrophe, which an import takes off again.
    public var csv: [UInt8] {
        let dialect = CSVDialect(delimiter: UInt8(ascii: ","), lineBreak: [0x0d, 0x0a])
        let hasSource = creators.contains { source(of: $0) != nil }
        let columns = CreatorColumn.allCases
        var bytes = dialect.row(columns.map(\.rawValue) + (hasSource ? [Self.sourceColumn] : [])) + dialect.lineBreak
        for creator in creators {
            var cells = columns.map { Self.cell(creator.value(of: $0)) }
            if hasSource { cells.append(source(of: creator) ?? "") }
            bytes += dialect.row(cells) + dialect.lineBreak
        }
        return bytes
    }

    private func source(of creator: Creator) -> String? { sources[creator.username.folded] }

    /// What stands in a cell.
    static func cell(_ value: ColumnValue?) -> String {
        switch value {
        case nil: ""
        case .text(let text): SpreadsheetText.neutralised(text)
        case .number(let number): number.description
        case .range(let from, let to): from.description + ".." + (to?.description ?? "")
        case .flag(let flag): flag ? "true" : "false"
        case .list(let items): items.joined(separator: ";")
        }
    }
}
