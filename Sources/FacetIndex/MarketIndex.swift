public import Foundation
import Marketplace

/// The index of one market, ready to be written: for browsers into `public/index/`, for the server as a table.
public struct MarketIndex: Sendable {
    private let columns: MarketColumns
    private let orders: SortOrders
    private let press: CardPress
    private let settings: WireSettings

    /// O(n log n).
    public init(_ columns: MarketColumns, press: CardPress, settings: WireSettings = .standard) {
        self.columns = columns
        self.press = press
        self.settings = settings
        orders = SortOrders(columns)
    }

    /// Writes the files for browsers.
    ///
    /// - Parameters:
    ///   - cards: one a row, pressed by the same press.
    ///   - sink: takes each file as it is made, from several tasks at once.
    public func writeWire(cards: [CardPiece], sink: @escaping @Sendable (WireFile) throws -> Void) async throws -> WrittenRoot {
        try await WireWriter(
            columns: columns, orders: orders, cards: cards, press: press, settings: settings, sink: sink
        ).write()
    }

    /// Writes the table into an empty file.
    ///
    /// - Parameters:
    ///   - root: the path that `writeWire` gave.
    ///   - payload: gives `RowPayload.encoded` of a batch of rows; called for one batch after the other.
    public func writeTable(root: String, to file: FileHandle, payload: (Range<Int>) async throws -> [[UInt8]])
        async throws
    {
        try await TableWriter(columns: columns, orders: orders, root: root, press: press).write(payload: payload, to: file)
    }
}

/// The file that leads to all others of a market's index.
public struct WrittenRoot: Sendable {
    /// Below the folder of the index.
    public let path: String
    /// As they stand in the file.
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }
}
