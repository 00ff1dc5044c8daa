import Marketplace

/// Which fields of a record an imported row changes: the order of precedence among several files about one creator.
///
/// The newer day wins; where a day is not stated, the row counts as new. On one day the higher `SourceRank` wins, and of
/// two equal ones the later import; the lower only fills what is missing, and makes a range a value. What is older than
/// the record changes no figure: it goes into the history, and fills what does not age.
struct MergeRule {
    /// How a row stands to the record.
    enum Standing: Hashable {
        case wins
        case fills
        case isOlder
    }

    /// - Parameter rank: the highest of what the record's own day already has.
    static func standing(of row: ImportedRow, to existing: Creator, rank: SourceRank) -> Standing {
        guard let date = row.date, let updated = existing.updated else { return .wins }
        if date != updated { return date > updated ? .wins : .isOlder }
        return SourceRank(format: row.format) >= rank ? .wins : .fills
    }

    /// The changes, in the order of the columns; an empty text takes a value away.
    static func changes(by row: ImportedRow, in existing: Creator, standing: Standing) -> [(field: CreatorColumn, text: String)]
    {
        let relabels = !tellsMoney(row) && hasMoney(existing)
        let differing = row.texts.filter { field, _ in
            // A currency without amounts would only give the record's own another label.
            field != .username && field != .market && !(field == .currency && relabels)
                && existing.value(of: field) != row.creator.value(of: field)
        }
        switch standing {
        case .wins: return differing + currencyChanges(by: row, in: existing)
        case .fills:
            let isComparable = row.creator.currency == existing.currency
            return differing.filter { field, _ in
                guard let metric = field.metric else { return existing.value(of: field) == nil }
                guard isComparable || metric.kind != .money else { return false }
                return refines(row.creator.metrics[metric], existing.metrics[metric])
            }
        case .isOlder:
            return differing.filter { field, _ in ageless.contains(field) && existing.value(of: field) == nil }
        }
    }

    private static func refines(_ new: Figure, _ old: Figure) -> Bool {
        switch (new, old) {
        case (_, .missing), (.known, .range): true
        default: false
        }
    }

    /// Amounts of two currencies do not stand in one record: those that the row does not tell anew are taken away.
    private static func currencyChanges(by row: ImportedRow, in existing: Creator) -> [(field: CreatorColumn, text: String)] {
        let told = Set(row.texts.map(\.field))
        guard tellsMoney(row), row.creator.currency != existing.currency else { return [] }
        let stale = CreatorColumn.allCases.filter { field in
            field.metric?.kind == .money && !told.contains(field) && existing.value(of: field) != nil
        }
        let currency = told.contains(.currency) ? [] : [(field: CreatorColumn.currency, text: row.creator.currency.rawValue)]
        return currency + stale.map { (field: $0, text: "") }
    }

    private static func tellsMoney(_ row: ImportedRow) -> Bool { row.texts.contains { $0.field.metric?.kind == .money } }

    private static func hasMoney(_ creator: Creator) -> Bool {
        Metric.allCases.contains { $0.kind == .money && creator.metrics[$0] != .missing }
    }

    private static let ageless: Set<CreatorColumn> =
        Set(CreatorColumn.allCases.filter { $0.channel != nil }).union([.bio, .profile, .photo, .categories])
}
