import Marketplace

/// What an import would do: nothing is written yet.
public struct ImportReport: Sendable {
    /// Records of the file with any content. Always imported + unchanged + faulty.
    public let rows: Int
    /// Rows that add a creator or change one.
    public let imported: Int
    /// Of these, rows that change a creator whom the site already has.
    public let updated: Int
    /// Rows that tell nothing new.
    public let unchanged: Int
    /// Rows that are not imported; each has an error among the diagnostics.
    public let faulty: Int
    /// Sorted; of the file that is imported.
    public let diagnostics: [Diagnostic]
    /// In the order of the fields.
    public let mapping: [MappedColumn]
    /// Columns that go to no field: 1-based position and name.
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
                "columns not used: " + unusedColumns.map { "\($0.name.quoted) (#\($0.position))" }.joined(separator: ", "))
        }
        return lines
    }
}
