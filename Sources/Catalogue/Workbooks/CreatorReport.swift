import Marketplace

/// The platform's XLSX report "Transaction Analysis, Creator List": what each creator sold for one shop.
struct CreatorReport {
    let table: ForeignTable

    /// - Parameters:
    ///   - file: its name states the period, "…_20260901-20260930.xlsx".
    ///   - currency: what all amounts are in, whatever their symbols say.
    /// - Throws: `ImportUsageError` where the file is no such workbook.
    init(_ bytes: [UInt8], file: String, currency: Currency?) throws(ImportUsageError) {
        let (header, rows) = try Self.content(of: bytes, file: file)
        var notes = SourceNotes(file: file)
        let period = FileNameDate.period(in: file)
        let isMonth = period.map { (28...31).contains($0.dayCount) } ?? true
        if let period, !isMonth { notes.note(.period, at: .start, example: counted(period.dayCount, "day")) }
        let names = header.sorted { $0.key < $1.key }
        let columns = CreatorColumn.allCases.filter { column in
            Self.fields.contains { $0.column == column && (isMonth || column == .username) } || column == .currency
        }
        table = ForeignTable(
            format: .creatorReport, columns: columns.map(\.rawValue),
            rows: rows.map { row in
                Self.row(row, names: names, columns: columns, isMonth: isMonth, currency: currency)
            }, notes: notes.diagnostics)
    }

    /// The header's names as people may write them, and the columns whose meaning is the same.
    private static let fields: [(column: CreatorColumn, names: [String])] = [
        (.username, ["creator name", "creator username"]),
        (.gmv, ["creator attributed gmv", "affiliate attributed gmv"]),
        (.gmvVideo, ["creator video attributed gmv", "affiliate video attributed gmv"]),
        (.gmvLive, ["creator live attributed gmv", "affiliate live attributed gmv"]),
        (.unitsSold, ["creator attributed items sold", "affiliate attributed items sold", "affiliate items sold"]),
        (.videos, ["videos"]), (.lives, ["live streams", "lives"]),
    ]

    private static func field(named name: String) -> CreatorColumn? {
        let words = ColumnSynonyms.words(of: name)
        return fields.first { $0.names.contains(words) }?.column
    }

    private static func row(
        _ row: Worksheet.Row, names: [(key: Int, value: String)], columns: [CreatorColumn], isMonth: Bool, currency: Currency?
    ) -> ForeignRow {
        let texts = Dictionary(row.cells.map { ($0.column, $0.text) }) { first, _ in first }
        var cells: [CreatorColumn: ForeignCell] = [:]
        var left: [String] = []
        for (number, name) in names {
            guard let text = texts[number] else { continue }
            let position = SourcePosition(line: row.number, column: number)
            let field = field(named: name)
            guard let field, isMonth || field == .username, let native = native(text, field, currency) else {
                left.append(JSONDocument.quoted(name) + ":" + JSONDocument.quoted(text))
                continue
            }
            cells[field] = ForeignCell(text: native.text, position: position)
            if let label = currency ?? native.currency, cells[.currency] == nil {
                cells[.currency] = ForeignCell(text: label.rawValue, position: position)
            }
        }
        return ForeignRow(
            position: SourcePosition(line: row.number, column: 1), cells: columns.map { cells[$0] }, fault: nil,
            leftover: left.isEmpty ? nil : "{" + left.joined(separator: ",") + "}")
    }

    /// "$1,234.56" is 1234.56; "--" says nothing, and stays with the source.
    private static func native(_ text: String, _ field: CreatorColumn, _ currency: Currency?) -> (
        text: String, currency: Currency?
    )? {
        guard text != "--" else { return nil }
        guard field.metric?.kind == .money else { return (text, nil) }
        // What is no amount is told by the decoder, at its cell.
        guard let (label, figure) = MoneyText.parse(text), let plain = figure.nativeText else { return (text, nil) }
        return (plain, label)
    }

    // MARK: The workbook

    private static func content(of bytes: [UInt8], file: String) throws(ImportUsageError) -> (
        header: [Int: String], rows: [Worksheet.Row]
    ) {
        do {
            let archive = try ZipArchive(bytes)
            let strings =
                try archive.part("xl/sharedStrings.xml").map { xml throws(XMLFault) in try Worksheet.sharedStrings(xml) } ?? []
            let sheets = archive.names.filter { $0.hasPrefix("xl/worksheets/") && $0.hasSuffix(".xml") }
            for name in sheets.sorted(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) {
                guard let xml = try archive.part(name) else { continue }
                let rows = try Worksheet(xml, sharedStrings: strings).rows
                // A title and a period may stand above the header.
                guard let start = rows.prefix(20).firstIndex(where: isHeader) else { continue }
                return (Self.header(rows[start]), Array(rows[(start + 1)...]))
            }
            throw ImportUsageError(
                "\(file) is a workbook without the column 'Creator name', so it is no creator report",
                fix: "download the creator list of the transaction analysis again, or save the sheet as CSV",
                isFaultOfFile: true)
        } catch let error as ImportUsageError {
            throw error
        } catch ZipArchive.Fault.encrypted {
            throw ImportUsageError("\(file) is protected by a password", fix: "save it without one", isFaultOfFile: true)
        } catch ZipArchive.Fault.tooLarge(let name) {
            throw ImportUsageError(
                "\(file) unpacks to more than \(ZipArchive.partLimit >> 20) MB ('\(name)')",
                fix: "split it into several reports", isFaultOfFile: true)
        } catch let error as XMLFault {
            throw ImportUsageError(
                "\(file) holds a sheet that is no XML (its line \(error.line))", fix: "download it again", isFaultOfFile: true)
        } catch ZipArchive.Fault.damaged(let reason) {
            throw ImportUsageError("\(file) can't be unpacked: \(reason)", fix: "download it again", isFaultOfFile: true)
        } catch {
            throw ImportUsageError("\(file) can't be read", fix: "download it again", isFaultOfFile: true)
        }
    }

    private static func isHeader(_ row: Worksheet.Row) -> Bool { row.cells.contains { field(named: $0.text) == .username } }

    /// Names by column; of two equal names the second is "Name (2)".
    private static func header(_ row: Worksheet.Row) -> [Int: String] {
        var names: [Int: String] = [:]
        var counts: [String: Int] = [:]
        for cell in row.cells {
            let name = cell.text.collapsed
            counts[name, default: 0] += 1
            let count = counts[name, default: 1]
            names[cell.column] = count == 1 ? name : "\(name) (\(count))"
        }
        return names
    }
}
