/// What a page of a creator or of a list is made from, apart from what all pages share. A page whose basis is the same has
/// the same bytes, so it need not be made again.
struct PageBasis: Hashable, Sendable {
    /// The creator's own record, with what is worked out from it and its photo; of a list nothing.
    var record: Fingerprint = 0
    /// Of a creator, where they stand in the market; of a list, all creators of the market.
    var market: Fingerprint
    /// What earlier imports said of the creator.
    var history: Fingerprint = 0
    /// The similar creators that the page shows.
    var neighbours: Fingerprint = 0

    /// What differs, in words for people; empty where nothing does.
    func differences(from other: PageBasis) -> [String] {
        [
            (record != other.record, "the creator's record or photo changed"),
            (market != other.market, "the creators of the market changed, and with them what it is held against"),
            (history != other.history, "the creator's snapshots changed"),
            (neighbours != other.neighbours, "the similar creators on it changed"),
        ].filter(\.0).map(\.1)
    }
}
