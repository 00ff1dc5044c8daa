public import Foundation
public import Marketplace
import Synchronization

/// The table of one market, read where it lies.
///
/// Opening reads the header only. Each section is checked when it is first used: its checksum, and that every row in it
/// is one of the table's.
public final class MarketTable: Sendable {
    public let market: Market
    /// How many creators are listed.
    public let count: Int
    /// The name of the market's root file on the wire.
    public let root: String
    /// The market's categories in the site's order.
    public let categories: [Slug]

    /// Opens the cards.
    let opener: CardOpener

    private let bytes: Data
    private let sections: [UInt64: (range: Range<Int>, checksum: UInt64)]
    private let checked = Mutex<Set<UInt64>>([])
    /// Rows by folded username, once they were asked for.
    let directory = Mutex<[String: UInt32]?>(nil)
    /// What stands in place of rows since the table was made.
    let overrides = Mutex(RowOverrides())

    /// Maps a file; it may be replaced by another afterwards, but must not be changed.
    ///
    /// - Throws: `IndexDamage` where it is no table, or the system's error where it cannot be read.
    public convenience init(contentsOf url: URL) throws {
        try self.init(Data(contentsOf: url, options: .alwaysMapped))
    }

    init(_ bytes: Data) throws(IndexDamage) {
        self.bytes = bytes
        guard bytes.count >= TableLayout.headerByteCount, bytes.prefix(TableLayout.magic.count).elementsEqual(TableLayout.magic)
        else { throw IndexDamage("is no table of a market") }
        var header = ByteReader(bytes.prefix(TableLayout.headerByteCount).dropFirst(TableLayout.magic.count))
        let rowCount = try header.littleEndian()
        let sectionCount = try header.littleEndian()
        let checksum = try header.littleEndian()
        guard rowCount <= UInt64(TableLayout.rowLimit), sectionCount <= UInt64(TableLayout.sectionLimit) else {
            throw IndexDamage("has a damaged header")
        }
        count = Int(rowCount)
        let listEnd = TableLayout.headerByteCount + TableLayout.entryByteCount * Int(sectionCount)
        let list = Array(bytes.prefix(listEnd).dropFirst(TableLayout.headerByteCount))
        guard bytes.count >= listEnd, list.withUnsafeBytes({ TableLayout.checksum($0) }) ^ rowCount == checksum else {
            throw IndexDamage("has a damaged header")
        }
        var reader = ByteReader(list)
        var sections: [UInt64: (range: Range<Int>, checksum: UInt64)] = [:]
        while !reader.isAtEnd {
            let (number, offset) = (try reader.littleEndian(), try reader.littleEndian())
            let (byteCount, checksum) = (try reader.littleEndian(), try reader.littleEndian())
            guard offset <= UInt64(bytes.count), byteCount <= UInt64(bytes.count) - offset else {
                throw IndexDamage("is cut short")
            }
            sections[number] = (Int(offset)..<Int(offset + byteCount), checksum)
        }
        self.sections = sections
        let metaRange = sections[TableLayout.Section.meta.number]?.range ?? 0..<0
        let metaBytes = Array(bytes[metaRange])
        guard metaBytes.withUnsafeBytes({ TableLayout.checksum($0) }) == sections[TableLayout.Section.meta.number]?.checksum
        else { throw IndexDamage("has a damaged header") }
        let meta = try TableMeta(metaBytes)
        guard let market = Market(rawValue: meta.market) else { throw IndexDamage("is of a market that there is not") }
        self.market = market
        root = meta.root
        opener = meta.opener
        categories = meta.categories.compactMap { Slug($0) }
        guard categories.count == meta.categories.count else { throw IndexDamage("names a category that is none") }
    }

    /// Gives work a view of the bytes.
    func read<Result>(_ work: (TableView) throws -> Result) throws -> Result {
        try bytes.withUnsafeBytes { try work(TableView(table: self, bytes: $0)) }
    }

    func range(of section: TableLayout.Section) throws(IndexDamage) -> Range<Int> {
        guard let found = sections[section.number] else { throw IndexDamage("lacks a part") }
        return found.range
    }

    /// Checks a section once.
    func check(_ section: TableLayout.Section, _ content: UnsafeRawBufferPointer, rows: ((UnsafeRawBufferPointer) -> Bool)?)
        throws(IndexDamage)
    {
        let number = section.number
        guard section.isChecked, !checked.withLock({ $0.contains(number) }) else { return }
        guard TableLayout.checksum(content) == sections[number]?.checksum, rows?(content) ?? true else {
            throw IndexDamage("is damaged")
        }
        checked.withLock { _ = $0.insert(number) }
    }
}

/// The bytes of a table while they are looked at.
struct TableView {
    let table: MarketTable
    private let bytes: UnsafeRawBufferPointer

    init(table: MarketTable, bytes: UnsafeRawBufferPointer) {
        (self.table, self.bytes) = (table, bytes)
    }

    var rowCount: Int { table.count }

    /// The numbers of a section.
    ///
    /// - Parameters:
    ///   - count: how many there must be; nil for any.
    ///   - areRows: whether each must be a row of the table.
    /// - Throws: `IndexDamage` where they are not all there, or not what was written.
    func numbers<Number: FixedWidthInteger>(
        _ section: TableLayout.Section, as type: Number.Type, count: Int?, areRows: Bool = false
    ) throws(IndexDamage) -> UnsafeBufferPointer<Number> {
        let content = UnsafeRawBufferPointer(rebasing: bytes[try table.range(of: section)])
        let width = MemoryLayout<Number>.size
        guard content.count % width == 0, count.map({ content.count == $0 * width }) ?? true else {
            throw IndexDamage("has a part of another size")
        }
        let limit = rowCount
        try table.check(section, content, rows: areRows ? { $0.bindMemory(to: Number.self).allSatisfy { $0 < limit } } : nil)
        return content.bindMemory(to: Number.self)
    }

    /// What is said of a row.
    ///
    /// - Throws: `IndexDamage` where it is damaged.
    func payload(of row: Int) throws(IndexDamage) -> StoredPayload {
        let starts = try numbers(.payloadStarts, as: UInt64.self, count: rowCount + 1)
        let region = try table.range(of: .payload)
        guard starts[row] <= starts[row + 1], starts[row + 1] <= UInt64(region.count) else {
            throw IndexDamage("is damaged in a row")
        }
        let range = region.lowerBound + Int(starts[row])..<region.lowerBound + Int(starts[row + 1])
        return try StoredPayload(UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
}
