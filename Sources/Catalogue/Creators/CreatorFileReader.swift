import Foundation
import Marketplace

/// A creator, and where its record stands.
struct LocatedCreator: Hashable, Sendable {
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
    /// How much of a file a core reads at once.
    let partByteCount: Int
    /// How much of a file of the disk is in memory at once.
    let pieceByteCount: Int

    /// What is known of lines of JSON that were read before.
    let memory: LineMemory?

    init(
        categories: CategoryList, served: Set<Market>, memory: LineMemory? = nil, partByteCount: Int = 1 << 20,
        pieceByteCount: Int = 32 << 20
    ) {
        (self.categories, self.served, self.memory) = (categories, served, memory)
        (self.partByteCount, self.pieceByteCount) = (partByteCount, pieceByteCount)
    }

    /// The creators of a file in its order, and everything that is wrong in it. Linear in the bytes; long files are read by
    /// all cores.
    func read(_ bytes: [UInt8], file: String) -> (creators: [LocatedCreator], diagnostics: [Diagnostic]) {
        var pieces = [bytes].makeIterator()
        var creators: [LocatedCreator] = []
        let diagnostics = read(file: file, next: { pieces.next() }, found: { creators += $0 })
        return (creators, diagnostics)
    }

    /// Reads a file of the disk; one of JSON Lines in pieces, so that a large one is never in memory as a whole.
    ///
    /// - Parameters:
    ///   - file: what it is called in the site.
    ///   - found: given its creators in their order, some at a time.
    /// - Returns: everything that is wrong in it.
    /// - Throws: what the file system has against reading it.
    func read(_ url: URL, file: String, found: ([LocatedCreator]) -> Void) throws -> [Diagnostic] {
        // In CSV a line break may be part of a value, so where a record ends is known only from the file's beginning.
        var pieces = try LinePieces(
            of: url, byteCount: CreatorFileFormat(fileName: file) == .jsonLines ? pieceByteCount : .max)
        return try read(file: file, next: { try pieces.next() }, found: found)
    }

    /// - Parameter next: the next whole lines of the file; all of it at once where it is CSV.
    private func read(file: String, next: () throws -> [UInt8]?, found: ([LocatedCreator]) -> Void) rethrows -> [Diagnostic] {
        var reading = Reading()
        let decoder = CreatorDecoder(file: file, categories: categories, served: served)
        while let bytes = try next() {
            if reading.lineCount == 0, bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
                return [
                    Diagnostic(.fileEncoding, in: file, at: .start, "the file is in UTF-16", fix: "save the file as UTF-8")
                ]
            }
            if CreatorFileFormat(fileName: file) == .jsonLines {
                let parts = JSONLinesReader(bytes, file: file, behind: reading.lineCount).parts(ofByteCount: partByteCount)
                reading.lineCount = parts.last?.lineCount ?? reading.lineCount
                found(reading.add(read(parts, decoder), in: memory))
                continue
            }
            let reader = CSVReader(bytes, file: file)
            if let fault = reader.headerFault { return [fault] }
            let (plans, faults) = plans(of: reader)
            let columns = Set(plans.compactMap { $0?.column })
            guard columns.isSuperset(of: CreatorColumn.required) else { return faults }
            reading.diagnostics = faults
            found(reading.add(read(reader, decoder, plans: plans), in: nil))
        }
        return reading.diagnostics + reading.summary.diagnostics(file: file)
    }

    /// What was read of a file so far, but for its creators.
    private struct Reading {
        var lineCount = 0
        var diagnostics: [Diagnostic] = []
        var summary = CreatorDecoder.Summary()

        /// - Returns: the creators.
        mutating func add(_ parts: [Part], in memory: LineMemory?) -> [LocatedCreator] {
            for part in parts {
                memory?.add(part.lines)
                summary.add(part.decoder.summary)
                diagnostics += part.decoder.diagnostics
            }
            return parts.flatMap(\.creators)
        }
    }

    private func read(_ reader: CSVReader, _ decoder: CreatorDecoder, plans: [ColumnPlan?]) -> [Part] {
        Cores.map(reader.parts(ofByteCount: partByteCount)) { reader in
            var (reader, scan) = (reader, Scan(decoder: decoder, plans: plans, tellsKeys: false))
            while scan.takesNext(of: &reader) {}
            return scan.part
        }
    }

    private func read(_ parts: [JSONLinesReader], _ decoder: CreatorDecoder) -> [Part] {
        Cores.map(parts) { reader in
            // A CSV header tells its unknown columns itself; here each line has its own.
            var (reader, scan) = (reader, Scan(decoder: decoder, plans: [], tellsKeys: true))
            guard let memory else {
                while scan.takesNext(of: &reader) {}
                return scan.part
            }
            var known = LineMemory.Part(of: memory)
            while scan.takesNextLine(of: &reader, known: &known) {}
            scan.part.lines = known.end(&scan.part.creators)
            return scan.part
        }
    }

    /// What was read of a part of a file.
    private struct Part: Sendable {
        var creators: [LocatedCreator] = []
        var decoder: CreatorDecoder
        /// What is to be remembered of its lines.
        var lines: [LineMemoryFile.Entry] = []
    }

    /// The reading of a part.
    private struct Scan {
        var part: Part
        private var plans: [ColumnPlan?]
        private let tellsKeys: Bool
        private var record = RawRecord()

        init(decoder: CreatorDecoder, plans: [ColumnPlan?], tellsKeys: Bool) {
            (part, self.plans, self.tellsKeys) = (Part(decoder: decoder), plans, tellsKeys)
        }

        /// - Returns: whether there was a record, or a fault in its place.
        mutating func takesNext(of reader: inout some RecordReader) -> Bool {
            guard let outcome = reader.next(into: &record) else { return false }
            if case .faulty(let diagnostic) = outcome {
                part.decoder.diagnostics.append(diagnostic)
                return true
            }
            if plans.count < reader.names.count { plans += reader.names[plans.count...].map(ColumnPlan.named) }
            if tellsKeys {
                for field in record.fields where plans[field.name] == nil {
                    part.decoder.summary.unknownKeys.note(reader.names[field.name], at: field.position)
                }
            }
            if let creator = part.decoder.creator(from: record, in: reader.bytes, plans: plans) {
                let place = record.position(of: .username, plans) ?? record.position
                let photo = creator.photo == nil ? nil : record.position(of: .photo, plans)
                part.creators.append(
                    LocatedCreator(creator: creator, file: part.decoder.file, position: place, photoPosition: photo))
            }
            return true
        }

        /// The same, where the line may be known already.
        mutating func takesNextLine(of reader: inout JSONLinesReader, known: inout LineMemory.Part) -> Bool {
            guard let line = reader.nextLine else { return takesNext(of: &reader) }
            let digest = LineDigest(of: reader.bytes[line.range])
            if let found = known.line(digest) {
                part.creators.append(
                    LocatedCreator(
                        creator: found.creator, file: part.decoder.file,
                        position: SourcePosition(line: line.number, column: found.column),
                        photoPosition: found.photoColumn.map { SourcePosition(line: line.number, column: $0) }))
                reader.pass(line)
                return true
            }
            let before = (creators: part.creators.count, told: part.decoder.toldCount)
            guard takesNext(of: &reader) else { return false }
            guard part.creators.count > before.creators, part.decoder.toldCount == before.told,
                let last = part.creators.last, last.position.line == line.number
            else { return true }
            known.keep(
                LineMemory.Line(
                    creator: last.creator, column: last.position.column, photoColumn: last.photoPosition?.column),
                of: digest, at: part.creators.count - 1)
            return true
        }
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
