import CLinux
import Foundation
import Marketplace

/// Finds names: every word of the query must begin a word of username or nickname, or, from three letters, occur in one.
struct NameSearch {
    private let view: TableView

    init(_ view: TableView) { self.view = view }

    /// From how many code points on a word is found inside of others too.
    static let partLength = 3

    /// O(bytes of all names) for each word.
    func rows(matching text: String) throws(IndexDamage) -> Bitset {
        var rows = Bitset(rowCount: view.rowCount, isFull: true)
        for word in FoldedName.words(of: text) { rows.formIntersection(try self.rows(with: word)) }
        return rows
    }

    private func rows(with word: String) throws(IndexDamage) -> Bitset {
        let names = try view.numbers(.names, as: UInt8.self, count: nil)
        let ends = try view.numbers(.nameEnds, as: UInt64.self, count: view.rowCount)
        let isPart = word.unicodeScalars.count >= Self.partLength
        let wanted = (isPart ? [] : [0]) + Array(word.utf8)
        var rows = Bitset(rowCount: view.rowCount)
        guard let start = names.baseAddress else { return rows }
        var (position, row) = (0, 0)
        while position < names.count,
            let found = memmem(start + position, UInt(names.count - position), wanted, UInt(wanted.count))
        {
            let offset = UnsafeRawPointer(found) - UnsafeRawPointer(start)
            while row < ends.count, ends[row] <= UInt64(offset) { row += 1 }
            guard row < ends.count, ends[row] <= UInt64(names.count) else { throw IndexDamage("is damaged") }
            rows[row] = true
            position = max(offset + 1, Int(ends[row]))  // one find a row is enough
        }
        return rows
    }
}
