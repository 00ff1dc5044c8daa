import Marketplace

/// All snapshots of a site while an import adds to them.
struct SnapshotBook {
    private var files: [CalendarDate: SnapshotFile] = [:]
    private var changed: Set<CalendarDate> = []
    /// Why nothing may be added, where a file can't be read.
    let blocked: Diagnostic?

    init(_ files: [CreatorFile]) {
        var blocked: Diagnostic?
        for file in files {
            let (read, faults) = SnapshotFile.read(file, keepsSource: true)
            if let read { self.files[read.date] = read }
            blocked = blocked ?? faults.first { $0.severity == .error }
        }
        self.blocked = blocked
    }

    /// Whether the same file said exactly this before, on whatever day it was told.
    func holds(_ record: SnapshotRecord) -> Bool {
        files.values.contains { $0.record(record.key)?.row == record.row }
    }

    /// The highest rank among what is kept of a creator on a day; that of people's own tables where nothing is.
    func rank(of username: Username, on date: CalendarDate) -> SourceRank {
        let ranks = files[date]?.records(of: username).map { SourceRank(format: $0.format) } ?? []
        return ranks.max() ?? .table
    }

    func keepsAny(of username: Username, on date: CalendarDate) -> Bool {
        !(files[date]?.records(of: username).isEmpty ?? true)
    }

    mutating func put(_ record: SnapshotRecord, on date: CalendarDate) {
        files[date, default: SnapshotFile(date: date)].put(record)
        changed.insert(date)
    }

    /// The files to write, by path.
    var changedFiles: [CreatorFile] {
        changed.sorted().compactMap { files[$0] }.map { CreatorFile(path: $0.path, bytes: $0.bytes) }
    }

    /// What else each format last said of a creator, by folded username and format.
    var sources: [String: [String: String]] {
        var sources: [String: [String: String]] = [:]
        for date in files.keys.sorted() {
            for record in files[date]?.records ?? [] {
                if let source = record.source { sources[record.username.folded, default: [:]][record.format] = source }
            }
        }
        return sources
    }
}
