import Marketplace

/// The lists that heads and records are cut from: the market and each category, in each order.
struct ScopeLists {
    struct List: Sendable {
        /// 0 for the market, else a category's position + 1.
        let scope: Int
        let sort: CreatorSort
        /// How many creators the scope has.
        let count: Int
        /// The first of them in order.
        let rows: [Int]
    }

    /// How many creators each scope has.
    let sizes: [Int]
    /// By scope, then by sort; none for an empty scope, one for a small one.
    let all: [List]

    init(_ columns: MarketColumns, _ orders: SortOrders, settings: WireSettings) {
        let scopeCount = columns.categories.count + 1
        var sizes = [Int](repeating: 0, count: scopeCount)
        sizes[0] = columns.count
        for number in columns.rowCategories where number > 0 { sizes[Int(number)] += 1 }
        self.sizes = sizes

        var lists: [[List]] = Array(repeating: [], count: scopeCount)
        for sort in CreatorSort.allCases {
            var rows = [[Int]](repeating: [], count: scopeCount)
            for row in orders.order(of: sort).lazy.map(Int.init) {
                if rows[0].count < settings.recordDepth { rows[0].append(row) }
                for place in 0..<MarketColumns.categoriesPerRow {
                    let number = Int(columns.rowCategories[row * MarketColumns.categoriesPerRow + place])
                    if number > 0, rows[number].count < settings.recordDepth { rows[number].append(row) }
                }
            }
            for scope in 0..<scopeCount where sizes[scope] > 0 && (sort == .followers || sizes[scope] > settings.headSize) {
                lists[scope].append(List(scope: scope, sort: sort, count: sizes[scope], rows: rows[scope]))
            }
        }
        all = lists.flatMap { $0 }
    }
}
