/// What a page of a creator or of a list is made from, apart from what all pages share. A page whose basis is the same has
/// the same bytes, so it need not be made again.
struct PageBasis: Hashable, Sendable {
    /// The creator's own record, with what is worked out from it and its photo; of a list nothing.
    var record: Fingerprint = 0
    /// Of a creator, where they stand in the market; of a list, how many creators it and the market have, of which kinds.
    var market: Fingerprint
    /// What earlier imports said of the creator.
    var history: Fingerprint = 0
    /// The similar creators that the page shows, or those of the list.
    var neighbours: Fingerprint = 0

    init(record: Fingerprint = 0, market: Fingerprint, history: Fingerprint = 0, neighbours: Fingerprint = 0) {
        (self.record, self.market, self.history, self.neighbours) = (record, market, history, neighbours)
    }

    /// What a file of several pages is made from.
    init(of pages: [PageBasis]) {
        self.init(
            record: Self.combined(pages.map(\.record)), market: Self.combined(pages.map(\.market)),
            history: Self.combined(pages.map(\.history)), neighbours: Self.combined(pages.map(\.neighbours)))
    }

    /// One fingerprint of several.
    static func combined(_ parts: [Fingerprint]) -> Fingerprint {
        var bytes = FingerprintBytes()
        for part in parts { bytes.append(part) }
        return bytes.fingerprint
    }

    /// What differs, in words for people; empty where nothing does.
    func differences(from other: PageBasis) -> [String] {
        [
            (record != other.record, "the creator's record or photo changed"),
            (market != other.market, "the creators of the market changed, and with them what it is held against"),
            (history != other.history, "the creator's snapshots changed"),
            (neighbours != other.neighbours, "the creators whose cards are on it changed"),
        ].filter(\.0).map(\.1)
    }
}
