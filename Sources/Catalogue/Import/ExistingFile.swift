import Marketplace

/// A file of creators that the site already has, and the changes that an import makes in it.
struct ExistingFile {
    let file: CreatorFile
    let format: CreatorFileFormat
    /// Why nothing may be changed in it.
    let blocked: Diagnostic?
    /// The columns of a CSV header, in its order.
    private let columns: [ColumnPlan?]
    private let csv: CSVReader?

    private var replacements: [(range: Range<Int>, bytes: [UInt8])] = []
    /// By the offset of the record.
    private var addedCells: [Int: [CreatorColumn: String]] = [:]
    private var addedColumns: Set<CreatorColumn> = []
    private var addedRows: [[CreatorColumn: String]] = []

    /// Where a record of the file stands.
    struct Record {
        let start: Int
        let line: Int
    }

    /// Reads the file; tells each record's username and place.
    init(_ file: CreatorFile, found: (Username, Record) -> Void) {
        self.file = file
        format = CreatorFileFormat(fileName: file.path) ?? .csv
        switch format {
        case .jsonLines:
            (csv, columns, blocked) = (nil, [], nil)
            _ = Self.scan(JSONLinesReader(file.bytes, file: file.path), found)
        case .csv:
            let reader = CSVReader(file.bytes, file: file.path)
            csv = reader
            let plans = reader.names.map { ColumnPlan.named($0.trimmed) }
            columns = plans
            let fault = Self.scan(reader, found)
            let isNative = CreatorColumn.required.allSatisfy { column in plans.contains { $0?.column == column } }
            blocked = reader.headerFault ?? fault ?? (isNative ? nil : Self.foreignHeader(of: file.path))
        }
    }

    private static func foreignHeader(of path: String) -> Diagnostic {
        Diagnostic(
            .creatorRequired, in: path, at: .start,
            "the header lacks 'username', 'nickname' or 'market', so the file is not native",
            fix: "move it out of creators/, and import it from there")
    }

    private static func scan(_ reader: some RecordReader, _ found: (Username, Record) -> Void) -> Diagnostic? {
        var reader = reader
        var record = RawRecord()
        var fault: Diagnostic?
        while let outcome = reader.next(into: &record) {
            switch outcome {
            case .faulty(let diagnostic): fault = fault ?? diagnostic
            case .record:
                let field = record.fields.first { reader.names[$0.name].trimmed == CreatorColumn.username.rawValue }
                guard let text = field?.value.text(in: reader.bytes), let username = Username(text.trimmed) else { continue }
                found(username, Record(start: record.range.lowerBound, line: record.position.line))
            }
        }
        return fault
    }

    // MARK: Reading one record

    /// The record and the creator that it is; nil where it has faults.
    func creator(at place: Record, site: Site) -> (record: RawRecord, plans: [ColumnPlan?], creator: Creator)? {
        var record = RawRecord()
        let names: [String]
        if var reader = csv {
            reader.seek(to: place.start, line: place.line)
            guard case .record = reader.next(into: &record) else { return nil }
            names = reader.names
        } else {
            var reader = JSONLinesReader(file.bytes, file: file.path)
            reader.seek(to: place.start, line: place.line)
            guard case .record = reader.next(into: &record) else { return nil }
            names = reader.names
        }
        let plans = names.map { ColumnPlan.named($0.trimmed) }
        var decoder = CreatorDecoder(file: file.path, categories: site.categories, served: Set(Market.allCases))
        guard let creator = decoder.creator(from: record, in: file.bytes, plans: plans), !decoder.diagnostics.hasErrors else {
            return nil
        }
        return (record, plans, creator)
    }

    // MARK: Changing it

    /// Sets fields of a record; every other byte stays, but for columns that the file lacks.
    mutating func set(_ values: [(field: CreatorColumn, text: String)], of record: RawRecord, plans: [ColumnPlan?]) {
        var insertion: [UInt8] = []
        for (field, text) in values {
            if let old = record.fields.first(where: { plans[$0.name]?.column == field }) {
                replacements.append((old.value.outerRange, literal(text, of: field)))
            } else if csv == nil {
                insertion +=
                    [UInt8(ascii: ",")] + JSONText.literal(field.rawValue) + [UInt8(ascii: ":")] + literal(text, of: field)
            } else {
                addedColumns.insert(field)
                addedCells[record.range.lowerBound, default: [:]][field] = text
            }
        }
        if !insertion.isEmpty, let end = record.fields.last?.value.outerRange.upperBound {
            replacements.append((end..<end, insertion))
        }
    }

    /// Adds a creator at the end of a CSV file.
    mutating func append(_ texts: [CreatorColumn: String]) {
        addedRows.append(texts)
        let known = Set(columns.compactMap { $0?.column })
        addedColumns.formUnion(texts.keys.filter { !known.contains($0) })
    }

    /// The file with all changes; nil where there are none.
    func changed() -> CreatorFile? {
        guard !replacements.isEmpty || !addedCells.isEmpty || !addedRows.isEmpty else { return nil }
        var edits = replacements
        if let csv, !addedColumns.isEmpty { edits += widened(csv) }
        edits.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
        var bytes: [UInt8] = []
        var offset = 0
        for edit in edits {
            bytes += file.bytes[offset..<edit.range.lowerBound] + edit.bytes
            offset = edit.range.upperBound
        }
        bytes += file.bytes[offset...]
        if let csv { appendRows(to: &bytes, csv.dialect) }
        return CreatorFile(path: file.path, bytes: bytes)
    }

    private var newColumns: [CreatorColumn] { CreatorColumn.allCases.filter(addedColumns.contains) }

    /// Puts the new columns behind the header and behind each record.
    private func widened(_ csv: CSVReader) -> [(range: Range<Int>, bytes: [UInt8])] {
        let delimiter = [csv.dialect.delimiter]
        let end = csv.headerRange.upperBound
        var edits = [(end..<end, delimiter + csv.dialect.row(newColumns.map(\.rawValue)))]
        var reader = csv
        var record = RawRecord()
        while case .record? = reader.next(into: &record) {
            let cells = addedCells[record.range.lowerBound] ?? [:]
            let end = record.range.upperBound
            edits.append((end..<end, delimiter + csv.dialect.row(newColumns.map { cells[$0] ?? "" })))
        }
        return edits
    }

    private func appendRows(to bytes: inout [UInt8], _ dialect: CSVDialect) {
        guard !addedRows.isEmpty else { return }
        if let last = bytes.last, last != 0x0a, last != 0x0d { bytes += dialect.lineBreak }
        let order = columns.map { $0?.column } + newColumns
        for texts in addedRows {
            bytes += dialect.row(order.map { $0.flatMap { texts[$0] } ?? "" }) + dialect.lineBreak
        }
    }

    private func literal(_ text: String, of field: CreatorColumn) -> [UInt8] {
        if let csv { return csv.dialect.cell(text) }
        if field.metric != nil, FixedDecimal(text) != nil { return Array(text.utf8) }
        if field == .categories {
            let items = text.split(separator: ";").map { JSONText.literal(String($0)) }
            return [UInt8(ascii: "[")] + Array(items.joined(separator: [UInt8(ascii: ",")])) + [UInt8(ascii: "]")]
        }
        let isFlag =
            ["true", "false"].contains(text)
            && (field.label != nil || [.ecommerce, .authorized, .contactVisible].contains(field))
        return isFlag ? Array(text.utf8) : JSONText.literal(text)
    }
}
