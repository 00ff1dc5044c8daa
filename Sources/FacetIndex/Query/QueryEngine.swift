public import Marketplace
import Synchronization

extension MarketTable {
    /// Answers a query of this market.
    ///
    /// Filters are bitsets of rows: an intersection and a population count for each value give the counts, and the page
    /// comes from the order of the sort. O(n / 64) for each filter and each value of a facet.
    ///
    /// - Parameter selections: each keeps the answer to creators by name, or from them.
    /// - Throws: `IndexDamage` where the table is damaged.
    public func answer(_ query: CreatorQuery, within selections: [RowSelection] = []) throws -> QueryAnswer {
        let closed = overrides.withLock { $0.closedRows(of: count) }
        return try read { view in
            let filters = try QueryFilters(query, view, closed: closed, within: selections.map(rows(of:)))
            let hits = filters.hits
            let total = hits.count
            return QueryAnswer(
                total: total, rows: try PageOfHits(hits, total: total, view, closed: closed).rows(of: query),
                counts: try FacetCounts(view, closed: closed).counts(of: filters, hits: hits, total: total))
        }
    }

    /// All rows that match, in order, for exports.
    ///
    /// - Throws: `IndexDamage` where the table is damaged.
    public func allRows(matching query: CreatorQuery) throws -> [UInt32] {
        let closed = overrides.withLock { $0.closedRows(of: count) }
        return try read { view in
            let hits = try QueryFilters(query, view, closed: closed).hits
            return try view.order(of: query.sort, closed: closed).filter { hits[Int($0)] }
        }
    }
}

extension TableView {
    /// The same, with rows whose figures were closed since behind all others where the order is of such a figure.
    func order(of sort: CreatorSort, closed: Bitset?) throws(IndexDamage) -> [UInt32] {
        let order = try order(of: sort)
        guard let closed, sort.figure?.canBeClosed ?? false else { return Array(order) }
        return order.filter { !closed[Int($0)] } + order.filter { closed[Int($0)] }
    }

    func order(of sort: CreatorSort) throws(IndexDamage) -> UnsafeBufferPointer<UInt32> {
        let section = sort.figure.map { TableLayout.Section.order(figure: $0.number) } ?? .nameOrder
        return try numbers(section, as: UInt32.self, count: rowCount, areRows: true)
    }
}
