public import Marketplace

/// Which column of a foreign file a field is read from: what `--map field=Column` says.
public struct ColumnMapping: Hashable, Sendable {
    /// How a column is named.
    public enum Source: Hashable, Sendable {
        /// By its name, in any case, white space collapsed.
        case name(String)
        /// By its place, 1-based; written "#4".
        case position(Int)
        /// From none, even if the header proposes one.
        case nothing
    }

    /// What the column goes to.
    public let field: CreatorColumn
    /// Where it comes from.
    public let source: Source

    /// Maps a field without parsing a text.
    public init(_ field: CreatorColumn, from source: Source) {
        (self.field, self.source) = (field, source)
    }

    /// Reads "followers=Views avg.", "followers=#4" or "followers=".
    ///
    /// - Throws: `ImportUsageError` where there is no "=", no such field, or no such position.
    public init(argument: String) throws(ImportUsageError) {
        guard let equals = argument.firstIndex(of: "=") else {
            throw ImportUsageError("\(argument.quoted) is no mapping", fix: "write field=Column, such as followers=#4")
        }
        let name = String(argument[..<equals]).trimmed.lowercased()
        guard let field = CreatorColumn(rawValue: name) else {
            throw ImportUsageError(
                "\(name.quoted) is no field of a creator", fix: NearestWord.fix(for: name, among: ColumnPlan.names))
        }
        let text = String(argument[argument.index(after: equals)...]).trimmed
        guard text.hasPrefix("#") else {
            self.init(field, from: text.isEmpty ? .nothing : .name(text))
            return
        }
        guard let position = Int(text.dropFirst()), position > 0 else {
            throw ImportUsageError("\(text.quoted) is no position of a column", fix: "count columns from #1")
        }
        self.init(field, from: .position(position))
    }
}

/// A column of a file that is imported, and the field that it goes to.
public struct MappedColumn: Hashable, Sendable {
    /// What the column goes to.
    public let field: CreatorColumn
    /// 1-based.
    public let position: Int
    /// As in the header, white space collapsed.
    public let name: String
    /// Whether the header proposed it, and nobody asked for it.
    public let isProposed: Bool
}
