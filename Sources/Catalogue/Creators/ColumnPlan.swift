import Marketplace

/// What a field of a given name holds, found out once a file instead of once a value.
struct ColumnPlan {
    let column: CreatorColumn
    let metric: Metric?
    let channel: ContactChannel?
    let label: WorkingLabel?

    init(_ column: CreatorColumn) {
        self.column = column
        metric = column.metric
        channel = column.channel
        label = column.label
    }

    /// A plan for each column, in the order of `CreatorColumn.allCases`.
    static let all: [ColumnPlan?] = CreatorColumn.allCases.map(ColumnPlan.init)

    /// The plan of the column that has this name, spelled exactly.
    static func named(_ name: String) -> ColumnPlan? { byName[name] }

    private static let byName = Dictionary(uniqueKeysWithValues: CreatorColumn.allCases.map { ($0.rawValue, ColumnPlan($0)) })

    static let names = CreatorColumn.allCases.map(\.rawValue)
}
