public import Marketplace

/// What an import would do: nothing is written yet.
public struct ImportReport: Sendable {
    /// What the file is: the names of its formats, in order.
    public let formats: [String]
    /// The days that rows were taken as of, ascending; that of the import where nobody states one.
    public let dates: [CalendarDate]
    /// Records of the file with any content. Always imported + unchanged + faulty.
    public let rows: Int
    /// Rows that add a creator or change one.
    public let imported: Int
    /// Of these, rows that change a creator whom the site already has.
    public let updated: Int
    /// Of the updated ones, rows of a day before the record's: they went into the history and changed no figure.
    public let older: Int
    /// Rows that tell nothing new.
    public let unchanged: Int
    /// Rows that are not imported; each has an error among the diagnostics.
    public let faulty: Int
    /// Sorted; of the file that is imported.
    public let diagnostics: [Diagnostic]
    /// In the order of the fields.
    public let mapping: [MappedColumn]
    /// Columns that go to no field: 1-based position and name. What they hold is kept with the snapshots.
    public let unusedColumns: [(position: Int, name: String)]
    /// The files of the site to write, whole, sorted by path. Empty where nothing changes.
    public let files: [CreatorFile]

    /// How the columns were chosen, for people: what was asked for, what was proposed, what is left over.
    public var mappingSummary: [String] {
        var lines: [String] = []
        for (isProposed, title) in [(false, "mapping as given: "), (true, "mapping proposed from the header: ")] {
            let columns = mapping.filter { $0.isProposed == isProposed }
            guard !columns.isEmpty else { continue }
            lines.append(
                title + columns.map { "\($0.field.rawValue) ← \($0.name.quoted) (#\($0.position))" }.joined(separator: ", "))
        }
        if !unusedColumns.isEmpty {
            lines.append(
                "columns kept beside, for export: "
                    + unusedColumns.map { "\($0.name.quoted) (#\($0.position))" }.joined(separator: ", "))
        }
        return lines
    }

    /// The report of two parts of one file, the second imported after the first.
    func merged(with other: ImportReport) -> ImportReport {
        let written = Set(other.files.map(\.path))
        let files = self.files.filter { !written.contains($0.path) } + other.files
        return ImportReport(
            formats: formats + other.formats, dates: Set(dates + other.dates).sorted(), rows: rows + other.rows,
            imported: imported + other.imported, updated: updated + other.updated, older: older + other.older,
            unchanged: unchanged + other.unchanged, faulty: faulty + other.faulty,
            diagnostics: (diagnostics + other.diagnostics).sorted(), mapping: mapping + other.mapping,
            unusedColumns: unusedColumns + other.unusedColumns,
            files: files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
    }

    /// The report with more to tell.
    func adding(_ notes: [Diagnostic]) -> ImportReport {
        ImportReport(
            formats: formats, dates: dates, rows: rows, imported: imported, updated: updated, older: older,
            unchanged: unchanged, faulty: faulty, diagnostics: (diagnostics + notes).sorted(), mapping: mapping,
            unusedColumns: unusedColumns, files: files)
    }
}
