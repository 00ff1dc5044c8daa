public import Marketplace

/// A language of the creators' pages and mails (BCP 47).
public enum Language: String, CaseIterable, Sendable, Hashable {
    case english = "en"
    case indonesian = "id"
    case malay = "ms"
    case vietnamese = "vi"
    case thai = "th"
    case filipino = "fil"

    /// The language of a market.
    public init(of market: Market) {
        self = Language(rawValue: market.language) ?? .english
    }

    /// The file of its phrases, in `phrases/`.
    public var fileName: String { rawValue + ".txt" }

    /// Its name in itself.
    var name: String {
        switch self {
        case .english: "English"
        case .indonesian: "Bahasa Indonesia"
        case .malay: "Bahasa Melayu"
        case .vietnamese: "Tiếng Việt"
        case .thai: "ไทย"
        case .filipino: "Filipino"
        }
    }
}
