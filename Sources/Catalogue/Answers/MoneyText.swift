import Marketplace

/// Amounts and bands as platforms write them for people: "$1,234.56", "RM10K+", "Rp1JT+", "Rp100RB-Rp1JT".
enum MoneyText {
    /// The currency of a text's symbol or code, and the figure behind it; nil where it is no amount.
    static func parse(_ text: String) -> (currency: Currency?, figure: Figure)? {
        var rest = text.trimmed[...]
        let isOpen = rest.hasSuffix("+")
        if isOpen { rest.removeLast() }
        let parts = rest.split(whereSeparator: { "-–~".contains($0) }).map { String($0).trimmed }
        let ends = parts.compactMap(amount)
        guard ends.count == parts.count, let first = ends.first, ends.count <= 2 else { return nil }
        let currency = ends.lazy.compactMap(\.currency).first
        guard ends.count == 2 else {
            return (currency, isOpen ? .range(from: first.amount, to: nil) : .known(first.amount))
        }
        guard ends[1].amount >= first.amount, !isOpen else { return nil }
        return (currency, .range(from: first.amount, to: ends[1].amount))
    }

    /// The currency that a symbol or a code stands for; "$" alone is the dollar of the platform's reports.
    static func currency(_ symbol: String) -> Currency? {
        symbols.first { $0.text == symbol.uppercased() }?.currency
    }

    private static let symbols: [(text: String, currency: Currency)] =
        Currency.allCases.map { ($0.rawValue, $0) } + [
            ("US$", .usd), ("S$", .sgd), ("$", .usd), ("RP", .idr), ("RM", .myr), ("₫", .vnd), ("Đ", .vnd), ("฿", .thb),
            ("₱", .php), ("£", .gbp),
        ]

    /// Shortenings of thousands and more: English, Indonesian (ribu, juta, miliar), Vietnamese (nghìn, triệu, tỷ).
    private static let scales: [(text: String, exponent: Int)] = [
        ("RB", 3), ("JT", 6), ("MIL", 9), ("TR", 6), ("TỶ", 9), ("N", 3), ("K", 3), ("M", 6), ("B", 9), ("T", 12), ("", 0),
    ]

    private static func amount(_ text: String) -> (currency: Currency?, amount: FixedDecimal)? {
        let text = text.uppercased().filter { !$0.isWhitespace }
        let isDigit = { (character: Character) in character.isASCII && character.isNumber }
        guard let start = text.firstIndex(where: isDigit), let end = text.lastIndex(where: isDigit) else { return nil }
        let number = text[start...end].filter { $0 != "," }
        let after = String(text[text.index(after: end)...])
        let before = String(text[..<start])
        guard let scale = scales.first(where: { after.hasPrefix($0.text) }) else { return nil }
        let mark = before + after.dropFirst(scale.text.count)
        guard mark.isEmpty || currency(mark) != nil, let amount = FixedDecimal("\(number)e\(scale.exponent)") else {
            return nil
        }
        return (currency(mark), amount)
    }
}
