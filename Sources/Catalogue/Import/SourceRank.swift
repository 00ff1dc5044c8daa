/// How much a format's word counts among several of one day: what people wrote themselves before what a platform said,
/// and of that the fuller answer before the shorter one. A report counts least, as it only knows one shop's part.
enum SourceRank: Int, Comparable {
    case report
    case search
    case page
    case detail
    case table

    init(format: String) {
        switch format {
        case "creator-report": self = .report
        case "tiktok-shop-search": self = .search
        case "marketplace-page": self = .page
        case "tiktok-shop-detail": self = .detail
        default: self = .table
        }
    }

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
