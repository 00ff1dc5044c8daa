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

    /// - Parameters:
    ///   - files: the files of creators of the site, from `SiteReader.creatorFiles(in:)`.
    ///   - snapshots: the files of snapshots, from `SiteReader.snapshotFiles(in:)`.
    ///   - photos: the names of the pictures in `photos/`.
    public init(site: Site, files: [CreatorFile], snapshots: [CreatorFile] = [], photos: Set<String> = []) {
        (self.site, self.files, self.snapshots, self.photos) = (site, files, snapshots, photos)
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
            photos: photos)
    }

    /// Reads a file and works out what its import changes. Linear in the bytes of the file and of the site's files.
    ///
    /// - Parameters:
    ///   - fileName: its name, which diagnostics carry; its stem names the file that new creators go to.
    ///   - bytes: CSV or JSON Lines, in UTF-8, UTF-16 with a byte order mark, or Windows-1252.
    ///   - market: for rows that tell none.
    ///   - mapping: which columns to take; for other fields the header proposes.
    ///   - date: the day that the figures are of, for rows that state none; else the file's name may state it.
    ///   - today: under which day figures are kept whose own nobody states.
    /// - Throws: `ImportUsageError` where the mapping names what is not there, or usernames or markets can't be told.
    public func plan(
        fileName: String, bytes: [UInt8], market: Market? = nil, mapping: [ColumnMapping] = [], date: CalendarDate? = nil,
        today: CalendarDate
    ) throws(ImportUsageError) -> ImportReport {
        let text = try ForeignText(bytes, file: fileName)
        let table = try ForeignTable(text.bytes, file: fileName)
        let resolver = try MappingResolver(table, file: fileName, asked: mapping, hasMarket: market != nil)
        let normaliser = RowNormaliser(
            file: fileName, site: site, photos: photos, market: market, columns: resolver.columns)
        var run = ImportRun(
            site: site, files: files, book: SnapshotBook(snapshots),
            origin: ImportRun.Origin(
                format: "csv", file: fileName.split(separator: "/").last.map(String.init) ?? fileName, date: date, today: today),
            target: Self.target(of: fileName), normaliser: normaliser,
            fields: Set(resolver.columns.map(\.field)))
        for row in table.rows { run.take(row) }
        return ImportReport(
            rows: table.rows.count, imported: run.added + run.updated, updated: run.updated, unchanged: run.unchanged,
            faulty: run.faulty,
            diagnostics: ((text.note.map { [$0] } ?? []) + resolver.notes + run.allDiagnostics).sorted(),
            mapping: resolver.columns, unusedColumns: resolver.unused.map { ($0, table.columns[$0 - 1]) },
            files: run.changedFiles)
    }

    /// "lists/Top TikTok.csv" goes to "creators/top-tiktok.csv".
    static func target(of fileName: String) -> String {
        let name = fileName.split(separator: "/").last ?? ""
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
        return "\(SiteReader.creatorFolder)/\(Slug(naming: String(stem))?.text ?? "import").csv"
    }
}
