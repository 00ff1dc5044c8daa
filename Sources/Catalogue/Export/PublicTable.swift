public import Marketplace

/// Writes what everyone may see of creators as rows of a CSV file (RFC 4180), in `PublicCreator.columns`.
///
/// A text that a spreadsheet would take for a formula stands behind an apostrophe.
public enum PublicTable {
    private static let dialect = CSVDialect(delimiter: UInt8(ascii: ","), lineBreak: [0x0d, 0x0a])

    /// UTF-8, without a line break.
    public static func row(of creator: PublicCreator) -> [UInt8] {
        dialect.row(PublicCreator.columns.map { CreatorExport.cell(creator.value(of: $0)) })
    }
}
