import Marketplace

/// Finds the rows whose figure lies within bounds, from the order of the figure and some sets of its first rows.
struct BoundedRows {
    private let figure: RangeFigure
    private let view: TableView

    init(_ figure: RangeFigure, _ view: TableView) { (self.figure, self.view) = (figure, view) }

    /// O(n / 64 + n / 32): a checkpoint is copied, and what lies between it and the bound is set or cleared.
    func rows(within bounds: FigureBounds, includingUnknown: Bool) throws(IndexDamage) -> Bitset {
        let number = figure.number
        let values = try view.numbers(.values(figure: number), as: Int64.self, count: nil)
        let order = try view.numbers(.order(figure: number), as: UInt32.self, count: view.rowCount, areRows: true)
        guard values.count <= view.rowCount else { throw IndexDamage("has a part of another size") }

        // From the largest: what is too large stands first, what is too small behind.
        let first = bounds.maximum.map { limit in Self.partition(values) { $0 > limit.millionths } } ?? 0
        let end = bounds.minimum.map { limit in Self.partition(values) { $0 >= limit.millionths } } ?? values.count
        var rows = first < end ? try leading(end, of: values.count, order) : Bitset(rowCount: view.rowCount)
        if first > 0, first < end { rows.subtract(try leading(first, of: values.count, order)) }
        if includingUnknown { rows.set(UnsafeBufferPointer(rebasing: order[values.count...]), to: true) }
        try decideRanges(within: bounds, includingUnknown: includingUnknown, in: &rows)
        return rows
    }

    /// Of whom only a range is known, the whole range must lie within.
    private func decideRanges(within bounds: FigureBounds, includingUnknown: Bool, in rows: inout Bitset)
        throws(IndexDamage)
    {
        let ranges = try view.numbers(.ranges(figure: figure.number), as: Int64.self, count: nil)
        guard ranges.count.isMultiple(of: 3) else { throw IndexDamage("has a part of another size") }
        for start in stride(from: 0, to: ranges.count, by: 3) {
            guard (0..<Int64(view.rowCount)).contains(ranges[start]) else { throw IndexDamage("is damaged") }
            let upper = ranges[start + 2] == TableLayout.openEnd ? nil : FixedDecimal(millionths: ranges[start + 2])
            let holds = bounds.contains(from: FixedDecimal(millionths: ranges[start + 1]), to: upper)
            rows[Int(ranges[start])] = holds ?? includingUnknown
        }
    }

    /// The first `count` rows of the order.
    private func leading(_ count: Int, of knownCount: Int, _ order: UnsafeBufferPointer<UInt32>) throws(IndexDamage)
        -> Bitset
    {
        let wordCount = TableLayout.wordCount(of: view.rowCount)
        let sets = try view.numbers(
            .checkpoints(figure: figure.number), as: UInt64.self, count: wordCount * TableLayout.checkpointCount)
        let index = knownCount == 0 ? 0 : (count * TableLayout.checkpointCount + knownCount / 2) / knownCount
        let reached = TableLayout.checkpoint(index, of: knownCount)
        var rows =
            index == 0
            ? Bitset(rowCount: view.rowCount)
            : Bitset(
                rowCount: view.rowCount,
                copying: UnsafeBufferPointer(rebasing: sets[(index - 1) * wordCount..<index * wordCount]))
        if reached < count {
            rows.set(UnsafeBufferPointer(rebasing: order[reached..<count]), to: true)
        } else {
            rows.set(UnsafeBufferPointer(rebasing: order[count..<reached]), to: false)
        }
        return rows
    }

    /// How many values at the beginning satisfy a condition that holds for a beginning only.
    private static func partition(_ values: UnsafeBufferPointer<Int64>, _ isBefore: (Int64) -> Bool) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = low + (high - low) / 2
            if isBefore(values[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
