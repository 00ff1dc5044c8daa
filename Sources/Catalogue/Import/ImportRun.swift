import Marketplace

/// One import on its way: counts rows and gathers changes.
struct ImportRun {
    private(set) var added = 0
    private(set) var updated = 0
    private(set) var unchanged = 0
    private(set) var faulty = 0
    /// Rows of a day before that of the record: they went into the history.
    private(set) var olderCount = 0
    /// The days that were added to.
    private var days: Set<CalendarDate> = []
    var dates: [CalendarDate] { days.sorted() }

    private let site: Site
    private let origin: Origin
    /// What is checked of a record, so that an imported site can be built.
    private let rules: CreatorRules
    private var book: SnapshotBook
    private var normaliser: RowNormaliser
    private var diagnostics: [Diagnostic] = []
    private var files: [ExistingFile] = []
    /// By folded username.
    private var places: [String: (file: Int, record: ExistingFile.Record)] = [:]
    /// Where the rows taken so far stand, by folded username.
    private var lines: [String: Int] = [:]
    private let targetIndex: Int
    private var emptyNicknames = Occurrences()
    /// Who was erased is passed over.
    private let wishes: CreatorWishes

    /// Where the rows of an import come from.
    struct Origin {
        /// The id of the file's format.
        let format: String
        /// The name of the file, without its folder.
        let file: String
        /// The day that the call or the file's name states for rows that state none.
        let date: CalendarDate?
        /// The day of the import, for the snapshots of rows whose day nobody states.
        let today: CalendarDate
    }

    /// - Parameters:
    ///   - target: the path of the file that new creators go to.
    ///   - fields: the mapped ones, which a new file has as its columns.
    init(
        site: Site, files: [CreatorFile], book: SnapshotBook, origin: Origin, target: String, normaliser: RowNormaliser,
        fields: Set<CreatorColumn>, wishes: CreatorWishes = .none
    ) {
        self.wishes = wishes
        self.site = site
        self.book = book
        rules = CreatorRules(categories: site.marketCategories, today: origin.today)
        self.origin = origin
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
            let dated = origin.date == nil ? fields : fields.union([.updated])
            let columns = CreatorColumn.allCases.filter(dated.union(CreatorColumn.required).contains)
            let header = CSVDialect.standard.row(columns.map(\.rawValue)) + [0x0a]
            existing.append(ExistingFile(CreatorFile(path: target, bytes: header)) { _, _ in })
        }
        self.files = existing
        self.places = places
    }

    /// Imports one row.
    mutating func take(_ foreign: ForeignRow, beside leftover: Leftover) {
        switch normaliser.normalise(foreign) {
        case .failure(let faults): refuse(faults.diagnostics)
        case .success(let row):
            guard !wishes.erased(row.creator.username) else { return passOverErased(row) }
            let found = rules.diagnostics(
                of: LocatedCreator(creator: row.creator, file: normaliser.file, position: row.position, photoPosition: nil))
            guard !found.hasErrors else { return refuse(found) }
            let warnings = normaliser.warnings + found
            let username = row.creator.username
            if let line = lines[username.folded] {
                return refuse([
                    Diagnostic(
                        .importDuplicate, in: normaliser.file, at: row.position,
                        "the username \(username.text.quoted) stands twice in this file: in line \(line) and in line \(row.position.line)",
                        fix: "take one of the two rows out; the first is imported")
                ])
            }
            guard place(imported(row, leftover)) else { return }
            lines[username.folded] = row.position.line
            diagnostics += warnings
        }
    }

    /// Nothing of the row is kept or told but where it stands.
    private mutating func passOverErased(_ row: NormalisedRow) {
        unchanged += 1
        diagnostics.append(
            Diagnostic(
                .importErased, in: normaliser.file, at: row.position, severity: .note,
                "this row is of a creator who was erased, and is left out", fix: "take the row out of the file"))
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
        (files.compactMap { $0.changed() } + book.changedFiles).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The row with the day that it is of.
    private func imported(_ row: NormalisedRow, _ leftover: Leftover) -> ImportedRow {
        var (creator, texts) = (row.creator, row.texts)
        let date = creator.updated ?? origin.date
        if creator.updated == nil, let date {
            creator.updated = date
            texts.append((field: .updated, text: date.description))
        }
        return ImportedRow(
            creator: creator, texts: texts, position: row.position, format: origin.format, file: origin.file, date: date,
            source: leftover.own, exported: leftover.exported)
    }

    private mutating func refuse(_ faults: [Diagnostic]) {
        faulty += 1
        diagnostics += faults
    }

    /// Adds or updates; false, and told, where that can't be.
    private mutating func place(_ row: ImportedRow) -> Bool {
        if let fault = book.blocked { return block(row, "\(fault.file):\(fault.line) has a fault: \(fault.message)") }
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
        let snapshot = row.snapshot
        guard !book.holds(snapshot) else {
            unchanged += 1
            return true
        }
        let rank = row.date.map { book.rank(of: existing.username, on: $0) } ?? .table
        let standing = MergeRule.standing(of: row, to: existing, rank: rank)
        let changes = MergeRule.changes(by: row, in: existing, standing: standing)
        if !changes.isEmpty, let fault = file.blocked {
            return block(row, "\(fault.file):\(fault.line) has a fault: \(fault.message)")
        }
        if standing == .wins { keepPast(of: existing, in: file.file, before: row) }
        keep(row)
        if standing == .isOlder { olderCount += 1 }
        guard !changes.isEmpty else {
            if standing == .isOlder { updated += 1 } else { unchanged += 1 }
            return true
        }
        files[place.file].set(changes, of: record, plans: plans)
        updated += 1
        return true
    }

    /// Keeps what the row said of its day, and what an export had kept.
    private mutating func keep(_ row: ImportedRow) {
        let date = row.date ?? origin.today
        days.insert(date)
        book.put(row.snapshot, on: date)
        for (format, source) in row.exported {
            var record = SnapshotRecord(
                username: row.creator.username, market: row.creator.market, format: format, file: row.file,
                currency: row.creator.currency, row: "")
            record.source = source
            book.put(record, on: date)
        }
    }

    /// Keeps what the record says of its day, before a newer day takes its place.
    private mutating func keepPast(of existing: Creator, in file: CreatorFile, before row: ImportedRow) {
        guard let past = existing.updated, past != row.date, !book.keepsAny(of: existing.username, on: past) else { return }
        let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
        book.put(
            SnapshotRecord(
                username: existing.username, market: existing.market, format: ImportedRow.recordFormat, file: name,
                currency: existing.currency, row: "", metrics: existing.metrics),
            on: past)
    }

    private mutating func add(_ row: ImportedRow) -> Bool {
        if let fault = files[targetIndex].blocked {
            return block(row, "\(fault.file):\(fault.line) has a fault: \(fault.message)")
        }
        var texts = Dictionary(uniqueKeysWithValues: row.texts.map { ($0.field, $0.text) })
        if texts[.nickname] == nil { emptyNicknames.note("", row.position) }
        texts[.nickname] = row.creator.nickname
        texts[.market] = row.creator.market.rawValue
        files[targetIndex].append(texts)
        keep(row)
        added += 1
        return true
    }

    private mutating func block(_ row: ImportedRow, _ reason: String) -> Bool {
        refuse([
            Diagnostic(
                .importBlocked, in: normaliser.file, at: row.position, "this row can't be placed: " + reason,
                fix: "mend it first; plaza check tells all faults of the site")
        ])
        return false
    }
}
