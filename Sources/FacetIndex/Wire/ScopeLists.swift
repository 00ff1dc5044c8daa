import Marketplace

/// The sets of creators that have lists of their own, and those lists: the market, each category, and each value of the
/// choice facets that is counted (docs/index-format.md, "Scopes").
struct ScopeLists {
    /// A set of creators.
    struct Scope: Sendable {
        /// What its files are called.
        let stem: String
        /// Ascending. None where there is no file of everybody.
        var rows: [Int] = []
        /// How many creators it has.
        var count = 0
        /// Whether all of them may stand in a file: not of values that much of the market has, as its segments say as much.
        var hasFile = true
    }

    /// The head of a scope's creators in one order.
    struct List: Sendable {
        /// The position in `scopes`.
        let scope: Int
        let sort: CreatorSort
        /// The first of them in order.
        let rows: [Int]
    }

    /// The market, then the values that the cube counts.
    let scopes: [Scope]
    /// By scope, then by sort; one for a small scope, none for an empty one.
    let all: [List]

    init(_ columns: MarketColumns, _ orders: SortOrders, cube: Cube, settings: WireSettings) {
        var scopes =
            [Scope(stem: "all", count: columns.count)] + columns.categories.map { Scope(stem: "category-\($0.text)") }
            + Cube.choices.map { Scope(stem: Cube.stem(of: $0)) }
        for row in 0..<columns.count {
            for value in cube.values(of: row) {
                scopes[1 + value].rows.append(row)
                scopes[1 + value].count += 1
            }
        }
        for place in scopes.indices {
            let isRare = place <= columns.categories.count || scopes[place].count * settings.rarePart <= columns.count
            if !isRare { scopes[place].rows = [] }
            scopes[place].hasFile = isRare
        }
        self.scopes = scopes

        let depth = settings.headSizes.reduce(0, +)
        var lists: [[List]] = Array(repeating: [], count: scopes.count)
        for sort in CreatorSort.allCases {
            let isListed = scopes.map { $0.count > (sort == .followers ? 0 : settings.smallSize) }
            // How many rows each list still takes.
            var room = zip(isListed, scopes).map { $0 ? min(depth, $1.count) : 0 }
            var rows = [[Int]](repeating: [], count: scopes.count)
            var open = room.reduce(0, +)
            for row in orders.order(of: sort).lazy.map(Int.init) {
                guard open > 0 else { break }
                if room[0] > 0 {
                    rows[0].append(row)
                    (room[0], open) = (room[0] - 1, open - 1)
                }
                for value in cube.values(of: row) where room[1 + value] > 0 {
                    rows[1 + value].append(row)
                    (room[1 + value], open) = (room[1 + value] - 1, open - 1)
                }
            }
            for scope in scopes.indices where isListed[scope] {
                lists[scope].append(List(scope: scope, sort: sort, rows: rows[scope]))
            }
        }
        all = lists.flatMap { $0 }
    }
}
