import Marketplace

/// What is told of a whole file, once a kind, with how often and where first.
struct SourceNotes {
    let file: String
    private var kinds: [Kind: (first: SourcePosition, count: Int, example: String)] = [:]
    private var single: [Diagnostic] = []

    enum Kind: Int, CaseIterable {
        case avatars, currencies, categories, distributions, repeated, period
    }

    init(file: String) { self.file = file }

    mutating func note(_ kind: Kind, at position: SourcePosition, example: String = "") {
        kinds[kind, default: (position, 0, example)].count += 1
    }

    mutating func tell(_ id: DiagnosticID, at position: SourcePosition, _ message: String, fix: String) {
        single.append(Diagnostic(id, in: file, at: position, severity: .warning, message, fix: fix))
    }

    var diagnostics: [Diagnostic] {
        single
            + Kind.allCases.compactMap { kind in
                kinds[kind].map { place in diagnostic(of: kind, place.count, place.example, at: place.first) }
            }
    }

    private func diagnostic(of kind: Kind, _ count: Int, _ example: String, at position: SourcePosition) -> Diagnostic {
        let (id, message, fix): (DiagnosticID, String, String) =
            switch kind {
            case .avatars:
                (
                    .importPhoto,
                    "\(counted(count, "picture address", "picture addresses")) will expire, so no page shows them",
                    "save the pictures into photos/, and name them in the column 'photo'"
                )
            case .currencies:
                (
                    .importCurrency,
                    "\(counted(count, "creator")) with amounts and bands labelled in two currencies (first: \(example)): what is not in the currency of 'gmv' is kept with the source, and in no column",
                    "say which one is right with --currency, such as --currency IDR"
                )
            case .categories:
                (
                    .importCategory,
                    "\(counted(count, "category id")) of a deeper level (first: \(example)) name no category of the site, and are kept with the source",
                    "add 'categories' where you know them, in the creators' own file"
                )
            case .distributions:
                (
                    .importShares,
                    "\(counted(count, "list")) of shares sum up to no whole (first: \(example)), and are kept with the source",
                    "check the file; shares add up to 1, to 100 or to 10000"
                )
            case .repeated:
                (
                    .importDuplicate,
                    "\(counted(count, "creator")) stand on several pages (first: \(example)): the last one counts",
                    "send 'search_key' of the first page with the later ones, and none repeats"
                )
            case .period:
                (
                    .importPeriod,
                    "the report covers \(example), and figures are of 30 days: its figures are kept with the source, and in no column",
                    "download a report of 28 to 31 days"
                )
            }
        return Diagnostic(id, in: file, at: position, severity: .warning, message, fix: fix)
    }
}
