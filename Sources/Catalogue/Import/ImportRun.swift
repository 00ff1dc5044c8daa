import Marketplace

/// One import on its way: counts rows and gathers changes.
struct ImportRun {
    private(set) var added = 0
    private(set) var updated = 0
    private(set) var unchanged = 0
    private(set) var faulty = 0

    private let site: Site
    private var normaliser: RowNormaliser
    private var diagnostics: [Diagnostic] = []
    private var files: [ExistingFile] = []
    /// By folded username.
    private var places: [String: (file: Int, record: ExistingFile.Record)] = [:]
    /// Where the rows taken so far stand, by folded username.
    private var lines: [String: Int] = [:]
    private let targetIndex: Int
    private var emptyNicknames = Occurrences()

    /// - Parameters:
    ///   - target: the path of the file that new creators go to.
    ///   - fields: the mapped ones, which a new file has as its columns.
    init(site: Site, files: [CreatorFile], target: String, normaliser: RowNormaliser, fields: Set<CreatorColumn>) {
        self.site = site
        self.normaliser = normaliser
        var places: [String: (file: Int, record: ExistingFile.Record)] = [:]
        var existing: [ExistingFile] = []
        for file in files {
            let index = existing.count
            existing.append(
                ExistingFile(file) { username, record in
                    if places[username.folded] == nil { places[username.folded] = (index, record) }
                })
        }
        if let index = files.firstIndex(where: { $0.path == target }) {
            targetIndex = index
        } else {
            targetIndex = existing.count
            let columns = CreatorColumn.allCases.filter(fields.union(CreatorColumn.required).contains)
            let header = CSVDialect.standard.row(columns.map(\.rawValue)) + [0x0a]
            existing.append(ExistingFile(CreatorFile(path: target, bytes: header)) { _, _ in })
        }
        self.files = existing
        self.places = places
    }

    /// Imports one row.
    mutating func take(_ row: ForeignRow) {
        switch normaliser.normalise(row) {
        case .failure(let faults): refuse(faults.diagnostics)
        case .success(let row):
            let warnings = normaliser.warnings
            let username = row.creator.username
            if let line = lines[username.folded] {
                return refuse([
                    Diagnostic(
                        .importDuplicate, in: normaliser.file, at: row.position,
                        "the username \(username.text.quoted) stands twice in this file: in line \(line) and in line \(row.position.line)",
                        fix: "take one of the two rows out; the first is imported")
                ])
            }
            guard place(row) else { return }
            lines[username.folded] = row.position.line
            diagnostics += warnings
        }
    }

    /// What was told of all rows, and once for all.
    var allDiagnostics: [Diagnostic] {
        let nicknames = emptyNicknames.all.map { _, place in
            Diagnostic(
                .importNickname, in: normaliser.file, at: place.first, severity: .note,
                "\(counted(place.count, "new creator")) without a nickname: the username stands in")
        }
        return diagnostics + nicknames + normaliser.notes
    }

    /// The files that change, by path.
    var changedFiles: [CreatorFile] {
        files.compactMap { $0.changed() }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private mutating func refuse(_ faults: [Diagnostic]) {
        faulty += 1
        diagnostics += faults
    }

    /// Adds or updates; false, and told, where that can't be.
    private mutating func place(_ row: NormalisedRow) -> Bool {
        guard let place = places[row.creator.username.folded] else { return add(row) }
        let file = files[place.file]
        guard let (record, plans, existing) = file.creator(at: place.record, site: site) else {
            return block(
                row, "the record of \(row.creator.username.text.quoted) at \(file.file.path):\(place.record.line) has faults")
        }
        guard existing.market == row.creator.market else {
            refuse([
                Diagnostic(
                    .importOtherMarket, in: normaliser.file, at: row.position,
                    "\(existing.username.text.quoted) is already in the market \(existing.market), at \(file.file.path):\(place.record.line), and this row says \(row.creator.market)",
                    fix: "give the right market, or take the other record out; one account sells in one market")
            ])
            return false
        }
        let changes = row.texts.filter { field, _ in
            field != .username && field != .market && existing.value(of: field) != row.creator.value(of: field)
        }
        guard !changes.isEmpty else {
            unchanged += 1
            return true
        }
        if let fault = file.blocked { return block(row, "\(fault.file):\(fault.line) has a fault: \(fault.message)") }
        files[place.file].set(changes, of: record, plans: plans)
        updated += 1
        return true
    }

    private mutating func add(_ row: NormalisedRow) -> Bool {
        if let fault = files[targetIndex].blocked {
            return block(row, "\(fault.file):\(fault.line) has a fault: \(fault.message)")
        }
        var texts = Dictionary(uniqueKeysWithValues: row.texts.map { ($0.field, $0.text) })
        if texts[.nickname] == nil { emptyNicknames.note("", row.position) }
        texts[.nickname] = row.creator.nickname
        texts[.market] = row.creator.market.rawValue
        files[targetIndex].append(texts)
        added += 1
        return true
    }

    private mutating func block(_ row: NormalisedRow, _ reason: String) -> Bool {
        refuse([
            Diagnostic(
                .importBlocked, in: normaliser.file, at: row.position, "this row can't be placed: " + reason,
                fix: "mend it first; plaza check tells all faults of the site")
        ])
        return false
    }
}
