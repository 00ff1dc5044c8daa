import Marketplace

/// What one row of an imported file says of a creator, and of which day it speaks.
struct ImportedRow {
    let creator: Creator
    /// The fields that the row told, and their plain native texts, in the order of the columns.
    let texts: [(field: CreatorColumn, text: String)]
    let position: SourcePosition
    /// The id of the file's format.
    let format: String
    /// The name of the file, without its folder.
    let file: String
    /// The day that the row, the call or the file's name states; nil where nothing does.
    let date: CalendarDate?
    /// What the row says beside the native fields: one JSON object.
    let source: String?
    /// What other formats said before, by id, where the row comes from an export.
    var exported: [(format: String, source: String)] = []

    /// The format of a record that no import wrote.
    static let recordFormat = "record"

    /// The row's entry in the snapshots.
    var snapshot: SnapshotRecord {
        var record = SnapshotRecord(
            username: creator.username, market: creator.market, format: format, file: file, currency: creator.currency,
            row: digest)
        for (field, _) in texts {
            if let metric = field.metric { record.metrics[metric] = creator.metrics[metric] }
        }
        record.source = source
        return record
    }

    /// Tells two rows apart: FNV-1a over everything that the row says, in hexadecimal.
    private var digest: String {
        var fnv = FNV()
        func add(_ text: String) {
            fnv.add(text.utf8)
            fnv.add(0xff)
        }
        for (field, text) in texts {
            add(field.rawValue)
            add(text)
        }
        add(source ?? "")
        for (format, source) in exported {
            add(format)
            add(source)
        }
        return String(fnv.hash, radix: 16)
    }
}
