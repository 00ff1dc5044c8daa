import Marketplace

/// Picks the rows of a page out of all that match.
struct PageOfHits {
    private let hits: Bitset
    private let total: Int
    private let view: TableView
    private let closed: Bitset?

    init(_ hits: Bitset, total: Int, _ view: TableView, closed: Bitset? = nil) {
        (self.hits, self.total, self.view, self.closed) = (hits, total, view, closed)
    }

    /// Goes through the order from its head where that meets enough hits soon, and sorts the hits where they are few.
    func rows(of query: CreatorQuery) throws(IndexDamage) -> [Int] {
        let positions = query.positions.clamped(to: 0..<total)
        guard !positions.isEmpty else { return [] }
        if query.sort == .followers { return rowsByFollowers(positions) }
        if closed != nil, query.sort.figure?.canBeClosed ?? false {
            return try view.order(of: query.sort, closed: closed).filter { hits[Int($0)] }[positions].map(Int.init)
        }
        let walked = positions.upperBound * view.rowCount / total
        let sorted = total * Self.sortCost
        return walked <= sorted ? try walkedRows(positions, by: query.sort) : try sortedRows(positions, by: query.sort)
    }

    /// How many rows of an order are walked in the time that gathering and sorting one hit takes.
    private static let sortCost = 4

    /// Rows are numbered by followers.
    private func rowsByFollowers(_ positions: Range<Int>) -> [Int] {
        var (rows, position): ([Int], Int) = ([], 0)
        for (index, word) in hits.words.enumerated() {
            let count = word.nonzeroBitCount
            if position + count > positions.lowerBound {
                var rest = word
                while rest != 0 {
                    if position >= positions.lowerBound { rows.append(index << 6 | rest.trailingZeroBitCount) }
                    rest &= rest - 1
                    position += 1
                    if position == positions.upperBound { return rows }
                }
            } else {
                position += count
            }
        }
        return rows
    }

    private func walkedRows(_ positions: Range<Int>, by sort: CreatorSort) throws(IndexDamage) -> [Int] {
        var (rows, position): ([Int], Int) = ([], 0)
        for row in try view.order(of: sort) where hits[Int(row)] {
            if position >= positions.lowerBound { rows.append(Int(row)) }
            position += 1
            if position == positions.upperBound { break }
        }
        return rows
    }

    private func sortedRows(_ positions: Range<Int>, by sort: CreatorSort) throws(IndexDamage) -> [Int] {
        let ranks = try view.numbers(.ranks(sort: sort.number), as: UInt32.self, count: view.rowCount, areRows: true)
        let order = try view.order(of: sort)
        var found: [UInt32] = []
        found.reserveCapacity(total)
        hits.forEach { found.append(ranks[$0]) }
        found.sort()
        return found[positions].map { Int(order[Int($0)]) }
    }
}
