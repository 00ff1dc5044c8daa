import Foundation
public import Marketplace
import Synchronization

/// Creators by name that an answer is kept to, or kept from: what a company knows of creators is not in the table.
public struct RowSelection: Sendable {
    fileprivate let names: [Username]
    fileprivate let isKept: Bool

    /// Only these creators.
    public static func only(_ names: [Username]) -> RowSelection { RowSelection(names: names, isKept: true) }
    /// All but these.
    public static func except(_ names: [Username]) -> RowSelection { RowSelection(names: names, isKept: false) }
}

extension MarketTable {
    /// The rows of named creators.
    ///
    /// - Complexity: O(rows) at the first call, for a directory that is kept with the table; then O(names).
    func rows(of selection: RowSelection) throws -> Bitset {
        let directory = try nameDirectory()
        var rows = Bitset(rowCount: count, isFull: !selection.isKept)
        for name in selection.names {
            if let row = directory[name.folded] { rows[Int(row)] = selection.isKept }
        }
        return rows
    }

    /// The usernames of some rows, in their order.
    ///
    /// - Throws: `IndexDamage` where one is damaged.
    public func usernames(of rows: [Int]) throws -> [String] {
        try read { view in try rows.map { try Self.username(in: view.payload(of: $0).json) } }
    }

    /// Rows by folded username.
    private func nameDirectory() throws -> [String: UInt32] {
        if let directory = directory.withLock({ $0 }) { return directory }
        let made = try read { view in
            var made: [String: UInt32] = [:]
            made.reserveCapacity(count)
            for row in 0..<count { made[try Self.username(in: view.payload(of: row).json).lowercased()] = UInt32(row) }
            return made
        }
        directory.withLock { $0 = made }
        return made
    }

    /// The username of a row's JSON, where it is the first member; it has no character that JSON would escape.
    private static func username(in json: UnsafeRawBufferPointer) throws(IndexDamage) -> String {
        let start = Array("{\"username\":\"".utf8)
        guard json.starts(with: start), let end = json[start.count...].firstIndex(of: UInt8(ascii: "\"")) else {
            throw IndexDamage("is damaged in a row")
        }
        return String(decoding: json[start.count..<end], as: UTF8.self)
    }
}
