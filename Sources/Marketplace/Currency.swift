/// A currency (ISO 4217) that figures come in: those of the markets, and the dollar of the platform's own reports.
public enum Currency: String, CaseIterable, Sendable, Hashable, Codable {
    case gbp = "GBP"
    case idr = "IDR"
    case myr = "MYR"
    case vnd = "VND"
    case thb = "THB"
    case php = "PHP"
    case sgd = "SGD"
    case usd = "USD"

    /// What stands before an amount.
    public var symbol: String {
        switch self {
        case .gbp: "£"
        case .idr: "Rp"
        case .myr: "RM"
        case .vnd: "₫"
        case .thb: "฿"
        case .php: "₱"
        case .sgd: "S$"
        case .usd: "US$"
        }
    }

    /// Whether a gap stands between symbol and amount ("Rp 500", "£500").
    public var spacesSymbol: Bool { self == .idr || self == .myr }

    /// Places after the point that are shown in full amounts.
    public var fractionDigits: Int { self == .idr || self == .vnd ? 0 : 2 }
}
