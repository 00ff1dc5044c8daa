import Marketplace

/// Finds which columns of a table go to which fields: what was asked for, then what the header proposes.
struct MappingResolver {
    private let table: ForeignTable
    private let file: String
    private(set) var columns: [MappedColumn] = []
    private(set) var notes: [Diagnostic] = []
    private var dropped: Set<CreatorColumn> = []

    /// - Parameter hasMarket: whether a market was given, so that a column is not to be guessed.
    /// - Throws: `ImportUsageError` where a mapping names what is not there, or no column holds usernames or markets.
    init(_ table: ForeignTable, file: String, asked: [ColumnMapping], hasMarket: Bool) throws(ImportUsageError) {
        self.table = table
        self.file = file
        for mapping in asked { try take(mapping) }
        for field in CreatorColumn.allCases { propose(field, hasMarket: hasMarket) }
        columns.sort { (Self.index(of: $0.field), $0.position) < (Self.index(of: $1.field), $1.position) }
        guard columns.contains(where: { $0.field == .username }) else {
            throw ImportUsageError(
                "no column of \(file) holds usernames; it has \(table.listing)",
                fix: "name it, such as --map username=#\(min(2, max(1, table.columns.count)))")
        }
        guard hasMarket || columns.contains(where: { $0.field == .market }) else {
            throw ImportUsageError(
                "no column of \(file) holds markets, and none is given",
                fix: "say it for all rows, such as --market ID, or name a column, such as --map market=#1")
        }
    }

    /// Positions, 1-based, that go to no field.
    var unused: [Int] {
        let used = Set(columns.map(\.position))
        return (1..<(table.columns.count + 1)).filter { !used.contains($0) }
    }

    private static func index(of field: CreatorColumn) -> Int { CreatorColumn.allCases.firstIndex(of: field) ?? 0 }

    // MARK: What was asked for

    private mutating func take(_ mapping: ColumnMapping) throws(ImportUsageError) {
        let field = mapping.field
        guard field == .categories || !columns.contains(where: { $0.field == field }) else {
            throw ImportUsageError("'\(field.rawValue)' is mapped twice", fix: "keep one of the mappings")
        }
        switch mapping.source {
        case .nothing: dropped.insert(field)
        case .position(let position):
            guard position <= table.columns.count else {
                throw ImportUsageError(
                    "\(file) has no column #\(position); it has \(table.listing)",
                    fix: "write a position from 1 to \(table.columns.count)")
            }
            add(field, position, isProposed: false)
        case .name(let name):
            let wanted = name.collapsed.lowercased()
            let matches = table.columns.indices.filter { table.columns[$0].lowercased() == wanted }.map { $0 + 1 }
            guard let position = best(of: matches, for: field) else {
                let near = NearestWord.nearest(to: name.collapsed, among: table.columns)
                throw ImportUsageError(
                    "\(file) has no column \(name.quoted); it has \(table.listing)",
                    fix: near.map { "did you mean '\($0)'?" } ?? "write one of these names, or a position such as #1")
            }
            add(field, position, isProposed: false)
        }
    }

    private mutating func add(_ field: CreatorColumn, _ position: Int, isProposed: Bool) {
        columns.append(
            MappedColumn(field: field, position: position, name: table.columns[position - 1], isProposed: isProposed))
    }

    // MARK: What the header proposes

    private mutating func propose(_ field: CreatorColumn, hasMarket: Bool) {
        guard !dropped.contains(field), !columns.contains(where: { $0.field == field }) else { return }
        let names = ColumnSynonyms.names(of: field)
        let taken = Set(columns.map(\.position))
        for (rank, name) in names.enumerated() {
            // A market that was given outweighs a column that only may hold markets.
            if field == .market, hasMarket, rank > 0 { return }
            let matches = table.columns.indices.map { $0 + 1 }.filter { position in
                !taken.contains(position) && ColumnSynonyms.words(of: table.columns[position - 1]) == name
            }
            if field == .categories {
                for position in matches { add(field, position, isProposed: true) }
            } else if let position = best(of: matches, for: field) {
                return add(field, position, isProposed: true)
            }
        }
    }

    /// Of several columns with one name the first with the fewest rounded numbers ("1.3M"), which a note tells.
    private mutating func best(of positions: [Int], for field: CreatorColumn) -> Int? {
        guard positions.count > 1, let first = positions.first else { return positions.first }
        let best = field.metric == nil ? first : positions.min { roundedCount($0) < roundedCount($1) } ?? first
        let others = positions.filter { $0 != best }.map { "#\($0)" }.joined(separator: ", ")
        let reason = field.metric == nil ? "the first is taken" : "the one with the most exact numbers is taken"
        notes.append(
            Diagnostic(
                .importColumns, in: file, at: table.columnPositions[best - 1], severity: .note,
                "\(positions.count) columns are named \(table.columns[best - 1].quoted): \(reason) for '\(field.rawValue)', #\(best) (the others: \(others))",
                fix: "write --map \(field.rawValue)=#\(positions.first { $0 != best } ?? best) to take another one"))
        return best
    }

    private func roundedCount(_ position: Int) -> Int {
        table.rows.count { row in
            guard let last = row[position - 1]?.text?.last else { return false }
            return "kKmMbB+".contains(last)
        }
    }
}
