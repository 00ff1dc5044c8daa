/// The formats that creators are imported from. The raw value is kept with every snapshot and stays the same from version
/// to version.
public enum ImportFormat: String, CaseIterable, Sendable, Hashable {
    case csv
    case jsonLines = "json-lines"
    /// A JSON array of flat objects, or what `plaza export creators --format json` writes.
    case jsonArray = "json-array"
    /// Answers of the TikTok Shop API to a search for creators.
    case shopSearch = "tiktok-shop-search"
    /// Answers of the TikTok Shop API about one creator.
    case shopDetail = "tiktok-shop-detail"
    /// JSON of the marketplace's own pages, as a person saved it.
    case marketplacePage = "marketplace-page"
    /// The XLSX report "Transaction Analysis, Creator List".
    case creatorReport = "creator-report"

    /// As people call it.
    public var name: String {
        switch self {
        case .csv: "CSV"
        case .jsonLines: "JSON Lines"
        case .jsonArray: "a JSON list of creators"
        case .shopSearch: "TikTok Shop API, creator search"
        case .shopDetail: "TikTok Shop API, creator detail"
        case .marketplacePage: "marketplace pages saved as JSON"
        case .creatorReport: "creator report (XLSX)"
        }
    }

    /// Whether the fields have a fixed meaning, so that no columns have to be guessed.
    var hasFixedFields: Bool {
        switch self {
        case .csv, .jsonLines, .jsonArray: false
        case .shopSearch, .shopDetail, .marketplacePage, .creatorReport: true
        }
    }
}
