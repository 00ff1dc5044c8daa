import FacetIndex
import Foundation
import Marketplace
import Pages
import Store
import Synchronization

/// Makes lists hold what creators switched since the last build: it lays new rows over those of the tables.
final class WishOverlay: Sendable {
    private let settings: ServerSettings
    private let lookup: CreatorLookup
    /// What lies over the table of each market.
    private let laid = Mutex<[Market: Laid]>([:])

    private struct Laid {
        /// Tells the table from the next that takes its place.
        let table: ObjectIdentifier
        let wishes: [Username: CreatorWish]
    }

    init(settings: ServerSettings, lookup: CreatorLookup) {
        (self.settings, self.lookup) = (settings, lookup)
    }

    /// Brings the overrides of a table up to date, where a wish or the table has changed.
    ///
    /// - Complexity: a look into the store; after a change O(bytes of all names) for each creator who differs from the build.
    func lay(over table: MarketTable) throws {
        let wishes = try settings.store.currentWishes()
        let isLaid = laid.withLock { laid in
            laid[table.market].map { $0.table == ObjectIdentifier(table) && $0.wishes == wishes } ?? wishes.isEmpty
        }
        guard !isLaid else { return }
        var rows: [Int: RowOverride] = [:]
        for username in wishes.keys.sorted() {
            guard let creator = try differing(username), creator.market == table.market,
                let row = try table.row(of: creator.username)
            else { continue }
            let open = PublicCreator(creator)
            var renderer = settings.renderer
            renderer.hasCardPhotos = FileManager.default.fileExists(
                atPath: settings.publicFolder.appending(path: "photos/card").path)
            rows[row] = RowOverride(
                card: renderer.card(open), json: Array(open.json(profileHTML: nil).utf8), csv: open.csvRow,
                closesFigures: !creator.isAuthorized)
        }
        table.replaceOverrides(rows)
        laid.withLock { $0[table.market] = Laid(table: ObjectIdentifier(table), wishes: wishes) }
    }

    /// The creator as they are to be shown, where that differs from the last build.
    private func differing(_ username: Username) throws -> Creator? {
        try lookup.isSwitchedSinceBuild(username) ? lookup.known(username) : nil
    }
}

extension PublicCreator {
    /// A row of the catalogue's CSV (RFC 4180), without its line break.
    fileprivate var csvRow: [UInt8] {
        let cells = PublicCreator.columns.map { column -> String in
            switch value(of: column) {
            case nil: ""
            case .text(let text): text
            case .number(let number): number.description
            case .range(let from, let to): from.description + ".." + (to?.description ?? "")
            case .flag(let flag): flag ? "true" : "false"
            case .list(let items): items.joined(separator: ";")
            }
        }
        return Array(SpreadsheetText.row(cells).utf8.dropLast(2))
    }
}
