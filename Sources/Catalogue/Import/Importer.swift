public import Marketplace

/// Turns foreign files into native ones of the site's `creators/`.
///
/// Values in, values out: it gets the bytes of the files there are and gives back the bytes of the files to write.
/// Importing the same file again, with what the first import wrote, changes no byte.
public struct Importer: Sendable {
    private let site: Site
    private let files: [CreatorFile]
    private let snapshots: [CreatorFile]
    private let photos: Set<String>
    private let wishes: CreatorWishes

    /// - Parameters:
    ///   - files: the files of creators of the site, from `SiteReader.creatorFiles(in:)`.
    ///   - snapshots: the files of snapshots, from `SiteReader.snapshotFiles(in:)`.
    ///   - photos: the names of the pictures in `photos/`.
    ///   - wishes: who was erased, and is not taken in again.
    public init(
        site: Site, files: [CreatorFile], snapshots: [CreatorFile] = [], photos: Set<String> = [], wishes: CreatorWishes = .none
    ) {
        (self.site, self.files, self.snapshots, self.photos) = (site, files, snapshots, photos)
        self.wishes = wishes
    }

    /// The importer of the same site after the files of a report were written.
    public func applying(_ report: ImportReport) -> Importer {
        let written = Set(report.files.map(\.path))
        func after(_ files: [CreatorFile], _ folder: String) -> [CreatorFile] {
            let new = report.files.filter { $0.path.hasPrefix(folder + "/") }
            return (files.filter { !written.contains($0.path) } + new).sorted { $0.path < $1.path }
        }
        return Importer(
            site: site, files: after(files, SiteReader.creatorFolder), snapshots: after(snapshots, SnapshotFile.folder),
            photos: photos, wishes: wishes)
    }

    /// Reads a file and works out what its import changes. Linear in the bytes of the file and of the site's files.
    ///
    /// - Parameters:
    ///   - fileName: its name, which diagnostics carry; its stem names the file that new creators go to.
    ///   - bytes: any `ImportFormat`, recognised by its content; texts in UTF-8, UTF-16 with a byte order mark, or
    ///     Windows-1252.
    ///   - market: for rows that tell none.
    ///   - mapping: which columns to take; for other fields the header proposes.
    ///   - currency: what all amounts are in, whatever their labels say.
    ///   - date: the day that the figures are of, for rows that state none; else the file's name may state it.
    ///   - today: under which day figures are kept whose own nobody states.
    /// - Throws: `ImportUsageError` where the file is of no known format, the mapping names what is not there, or
    ///   usernames or markets can't be told.
    public func plan(
        fileName: String, bytes: [UInt8], market: Market? = nil, mapping: [ColumnMapping] = [], currency: Currency? = nil,
        date: CalendarDate? = nil, today: CalendarDate
    ) throws(ImportUsageError) -> ImportReport {
        let file = try ForeignFile(bytes, file: fileName, categories: site.categories, currency: currency)
        let call = Call(fileName: fileName, market: market, mapping: mapping, currency: currency, date: date, today: today)
        var importer = self
        var whole: ImportReport?
        for table in file.tables {
            let report = try importer.plan(table, call)
            importer = importer.applying(report)
            whole = whole.map { $0.merged(with: report) } ?? report
        }
        guard let whole else { preconditionFailure("a file that was read has a table") }
        return whole.adding(file.notes)
    }

    /// What a call of `plan` asks for.
    private struct Call {
        let fileName: String
        let market: Market?
        let mapping: [ColumnMapping]
        let currency: Currency?
        let date: CalendarDate?
        let today: CalendarDate
    }

    private func plan(_ table: ForeignTable, _ call: Call) throws(ImportUsageError) -> ImportReport {
        let resolver = try MappingResolver(table, file: call.fileName, asked: call.mapping, hasMarket: call.market != nil)
        let normaliser = RowNormaliser(
            file: call.fileName, site: site, photos: photos, market: call.market, currency: call.currency,
            isSpreadsheet: table.format == .csv,
            columns: resolver.columns)
        let date = call.date ?? FileNameDate.date(in: call.fileName)
        let origin = ImportRun.Origin(
            format: table.format.rawValue, file: call.fileName.split(separator: "/").last.map(String.init) ?? call.fileName,
            date: date, today: call.today)
        var run = ImportRun(
            site: site, files: files, book: SnapshotBook(snapshots), origin: origin, target: Self.target(of: call.fileName),
            normaliser: normaliser, fields: Set(resolver.columns.map(\.field)), wishes: wishes)
        // What `source` holds comes out again, so it is no column that is passed over.
        let unusedNames = Leftover.distinct(resolver.unused.map { table.columns[$0 - 1] })
        for row in table.rows { run.take(row, beside: Leftover(row, unused: resolver.unused, names: unusedNames)) }
        return ImportReport(
            formats: [table.formatName], dates: run.dates, rows: table.rows.count, imported: run.added + run.updated,
            updated: run.updated, older: run.olderCount, unchanged: run.unchanged, faulty: run.faulty,
            diagnostics: (table.notes + resolver.notes + run.allDiagnostics).sorted(),
            mapping: table.format.hasFixedFields ? [] : resolver.columns,
            unusedColumns: zip(resolver.unused, unusedNames).map { ($0, $1) }, files: run.changedFiles)
    }

    /// "lists/Top TikTok.csv" goes to "creators/top-tiktok.csv".
    static func target(of fileName: String) -> String {
        let name = fileName.split(separator: "/").last ?? ""
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
        return "\(SiteReader.creatorFolder)/\(Slug(naming: String(stem))?.text ?? "import").csv"
    }
}
