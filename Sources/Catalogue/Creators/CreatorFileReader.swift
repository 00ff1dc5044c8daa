import Marketplace

/// A creator, and where its record stands.
struct LocatedCreator {
    var creator: Creator
    let file: String
    let position: SourcePosition
    /// Where its photo is named, if it is.
    let photoPosition: SourcePosition?
}

/// Reads one file of creators, CSV or JSON Lines in native columns.
struct CreatorFileReader {
    let categories: CategoryList
    let served: Set<Market>

    init(categories: CategoryList, served: Set<Market>) {
        (self.categories, self.served) = (categories, served)
    }

    /// The creators of a file in its order, and everything that is wrong in it. Linear in the bytes.
    func read(_ bytes: [UInt8], file: String) -> (creators: [LocatedCreator], diagnostics: [Diagnostic]) {
        if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
            let fault = Diagnostic(.fileEncoding, in: file, at: .start, "the file is in UTF-16", fix: "save the file as UTF-8")
            return ([], [fault])
        }
        if CreatorFileFormat(fileName: file) == .jsonLines {
            return read(JSONLinesReader(bytes, file: file), file, plans: [], headerFaults: [])
        }
        let reader = CSVReader(bytes, file: file)
        if let fault = reader.headerFault { return ([], [fault]) }
        let (plans, faults) = plans(of: reader)
        let columns = Set(plans.compactMap { $0?.column })
        guard columns.isSuperset(of: CreatorColumn.required) else { return ([], faults) }
        return read(reader, file, plans: plans, headerFaults: faults)
    }

    private func read(
        _ reader: some RecordReader, _ file: String, plans: [ColumnPlan?], headerFaults: [Diagnostic]
    ) -> ([LocatedCreator], [Diagnostic]) {
        var reader = reader
        var plans = plans
        var decoder = CreatorDecoder(file: file, categories: categories, served: served)
        decoder.diagnostics = headerFaults
        var creators: [LocatedCreator] = []
        // A CSV header tells its unknown columns itself.
        let tellsKeys = CreatorFileFormat(fileName: file) == .jsonLines
        var unknown = UnknownKeys()
        var record = RawRecord()
        while let outcome = reader.next(into: &record) {
            if case .faulty(let diagnostic) = outcome {
                decoder.diagnostics.append(diagnostic)
                continue
            }
            if plans.count < reader.names.count { plans += reader.names[plans.count...].map(ColumnPlan.named) }
            if tellsKeys { unknown.note(record, plans) }
            if let creator = decoder.creator(from: record, in: reader.bytes, plans: plans) {
                let place = record.position(of: .username, plans) ?? record.position
                let photo = creator.photo == nil ? nil : record.position(of: .photo, plans)
                creators.append(LocatedCreator(creator: creator, file: file, position: place, photoPosition: photo))
            }
        }
        return (creators, decoder.diagnostics + decoder.summary + unknown.diagnostics(names: reader.names, file: file))
    }

    /// What each column of a header holds; unknown, repeated and missing ones are told.
    private func plans(of reader: CSVReader) -> ([ColumnPlan?], [Diagnostic]) {
        var faults: [Diagnostic] = []
        var seen: Set<CreatorColumn> = []
        let plans = zip(reader.header, reader.names).map { field, name -> ColumnPlan? in
            guard let plan = ColumnPlan.named(name.trimmed) else {
                faults.append(Self.unknownColumn(name.trimmed, in: reader.file, at: field.position))
                return nil
            }
            guard seen.insert(plan.column).inserted else {
                faults.append(
                    Diagnostic(
                        .creatorColumn, in: reader.file, at: field.position,
                        "the column '\(plan.column.rawValue)' stands twice",
                        fix: "keep one of them"))
                return nil
            }
            return plan
        }
        for column in CreatorColumn.required where !seen.contains(column) {
            faults.append(
                Diagnostic(
                    .creatorRequired, in: reader.file, at: reader.header.first?.position ?? .start,
                    "the column '\(column.rawValue)' is missing",
                    fix: "add it to the header; a file in other columns is read by plaza import"))
        }
        return (plans, faults)
    }

    static func unknownColumn(_ name: String, in file: String, at position: SourcePosition, more: String = "") -> Diagnostic {
        Diagnostic(
            .creatorColumn, in: file, at: position, "\(name.quoted) is no column of a creator" + more,
            fix: NearestWord.nearest(to: name, among: ColumnPlan.names).map { "did you mean '\($0)'?" }
                ?? "take it out; a file in other columns is read by plaza import")
    }
}

extension RawRecord {
    /// Where the value of a column stands, if the record has one.
    fileprivate func position(of column: CreatorColumn, _ plans: [ColumnPlan?]) -> SourcePosition? {
        fields.first { plans[$0.name]?.column == column }?.position
    }
}

/// Unknown keys of JSON Lines: each is told once, where it first stands, with the number of lines that have it.
private struct UnknownKeys {
    private var places: [Int: (first: SourcePosition, count: Int)] = [:]

    mutating func note(_ record: RawRecord, _ plans: [ColumnPlan?]) {
        for field in record.fields where plans[field.name] == nil {
            places[field.name, default: (field.position, 0)].count += 1
        }
    }

    func diagnostics(names: [String], file: String) -> [Diagnostic] {
        places.sorted { $0.key < $1.key }.map { name, place in
            let more = place.count > 1 ? " (in \(place.count) lines)" : ""
            return CreatorFileReader.unknownColumn(names[name], in: file, at: place.first, more: more)
        }
    }
}

/// The formats that creators come in.
enum CreatorFileFormat {
    case csv
    case jsonLines

    /// The format that a file's name says, in any case; nil where it says none.
    init?(fileName: String) {
        let name = fileName.lowercased()
        if name.hasSuffix(".csv") || name.hasSuffix(".tsv") {
            self = .csv
        } else if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") {
            self = .jsonLines
        } else {
            return nil
        }
    }
}
