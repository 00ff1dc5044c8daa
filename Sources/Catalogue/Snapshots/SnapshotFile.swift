import Marketplace

/// A file of `snapshots/`: what imports said of the figures of one day.
struct SnapshotFile {
    static let folder = "snapshots"

    let date: CalendarDate
    let path: String
    /// By folded username.
    private var byCreator: [String: [SnapshotRecord]] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    /// A file without records.
    init(date: CalendarDate) {
        self.date = date
        path = "\(Self.folder)/\(date).jsonl"
    }

    /// The day that a file's name says: "snapshots/2022-06-30.jsonl". Nil where it says none.
    static func date(ofPath path: String) -> CalendarDate? {
        path.split(separator: "/").last.flatMap { CalendarDate($0.prefix { $0 != "." }) }
    }

    /// Reads a file; a line that can't be read is told and left out. Nil, and told, where the name is no day.
    ///
    /// - Parameter keepsSource: whether what else a source said is wanted; it is the larger part of the file.
    static func read(_ file: CreatorFile, keepsSource: Bool) -> (file: SnapshotFile?, diagnostics: [Diagnostic]) {
        guard let date = date(ofPath: file.path) else {
            let fault = Diagnostic(
                file: file.path, id: .snapshotFile, message: "the name of a file of snapshots must be a day",
                fix: "name it like 2026-09-30.jsonl")
            return (nil, [fault])
        }
        var snapshot = SnapshotFile(date: date)
        snapshot.read(file, keepsSource: keepsSource)
        return (snapshot, snapshot.diagnostics)
    }

    private mutating func read(_ file: CreatorFile, keepsSource: Bool) {
        var reader = JSONLinesReader(file.bytes, file: file.path)
        var decoder = CreatorDecoder(file: file.path, categories: CategoryList([]), served: Set(Market.allCases))
        var record = RawRecord()
        while let outcome = reader.next(into: &record) {
            switch outcome {
            case .faulty(let fault): decoder.diagnostics.append(fault)
            case .record:
                let fields = SnapshotFields(record, names: reader.names, bytes: file.bytes)
                guard let snapshot = fields.snapshot(decoder: &decoder, keepsSource: keepsSource) else {
                    decoder.diagnostics.append(
                        Diagnostic(
                            .snapshotFile, in: file.path, at: record.position,
                            "a snapshot needs 'username', 'market', 'format', 'file', 'currency' and 'row'",
                            fix: "take the line out, and import its file again"))
                    continue
                }
                put(snapshot)
            }
        }
        diagnostics = decoder.diagnostics
    }

    /// Puts a record in the place of what the same file said of the same creator before.
    mutating func put(_ record: SnapshotRecord) {
        let records = byCreator[record.username.folded, default: []].filter { $0.key != record.key } + [record]
        byCreator[record.username.folded] = records
    }

    /// Sorted by username, format and name of file.
    var records: [SnapshotRecord] { byCreator.values.joined().sorted { $0.key < $1.key } }

    /// Those of one creator, in any order.
    func records(of username: Username) -> [SnapshotRecord] { byCreator[username.folded] ?? [] }

    func record(_ key: SnapshotRecord.Key) -> SnapshotRecord? { byCreator[key.username]?.first { $0.key == key } }

    /// The whole file, in the order of its records.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for record in records { bytes += record.json + [0x0a] }
        return bytes
    }
}

/// The fields of one line.
private struct SnapshotFields {
    private let bytes: [UInt8]
    private var fields: [String: RawField] = [:]

    init(_ record: RawRecord, names: [String], bytes: [UInt8]) {
        self.bytes = bytes
        for field in record.fields { fields[names[field.name]] = field }
    }

    func snapshot(decoder: inout CreatorDecoder, keepsSource: Bool) -> SnapshotRecord? {
        guard let username = text("username").flatMap(Username.init),
            let market = text("market").flatMap(Market.init(rawValue:)),
            let format = text("format"), let file = text("file"),
            let currency = text("currency").flatMap(Currency.init(rawValue:)), let row = text("row")
        else { return nil }
        var record = SnapshotRecord(
            username: username, market: market, format: format, file: file, currency: currency, row: row)
        for metric in Metric.allCases {
            guard let field = fields[metric.rawValue], let plan = ColumnPlan.named(metric.rawValue) else { continue }
            if let figure = decoder.figure(field, bytes, plan.column, metric) { record.metrics[metric] = figure }
        }
        if keepsSource, let source = fields[SnapshotRecord.sourceKey]?.value, source.kind == .object {
            record.source = source.text(in: bytes)
        }
        return record
    }

    private func text(_ name: String) -> String? {
        guard let value = fields[name]?.value, value.kind == .string else { return nil }
        return value.text(in: bytes)
    }
}
