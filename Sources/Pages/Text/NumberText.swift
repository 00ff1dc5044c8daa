import Marketplace

/// Writes numbers for people, in English and without a locale, so that every machine makes the same bytes.
enum NumberText {
    /// Digits in groups of three: "1,234,567", with the fraction as it is: "1,234.5".
    static func exact(_ number: FixedDecimal) -> String {
        let text = number.description
        let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) ?? text.endIndex
        let sign = number.millionths < 0 ? "-" : ""
        return sign + grouped(text[..<point].dropFirst(sign.count)) + text[point...]
    }

    static func exact(_ count: Int) -> String {
        (count < 0 ? "-" : "") + grouped(String(count.magnitude)[...])
    }

    /// Two or three digits that count: "842K", "77.4K", "1.0M"; numbers below 1,000 with one place at most.
    static func short(_ number: FixedDecimal) -> String {
        let tenths = rounded(number.millionths.magnitude, to: 100_000)
        let sign = number.millionths < 0 ? "-" : ""
        guard tenths >= 10_000 else { return sign + oneDecimal(tenths, keepsZero: false) }
        var divisor: UInt64 = 1_000_000
        for suffix in ["K", "M", "B", "T"] {
            divisor *= 1_000
            let scaledTenths = rounded(number.millionths.magnitude, to: divisor / 10)
            let isLast = suffix == "T"
            guard scaledTenths < 10_000 || isLast else { continue }
            if scaledTenths < 1_000 { return sign + oneDecimal(scaledTenths, keepsZero: true) + suffix }
            let units = rounded(number.millionths.magnitude, to: divisor)
            if units < 1_000 || isLast { return sign + String(units) + suffix }
        }
        preconditionFailure("the last suffix takes every number")
    }

    /// To the nearest whole, halves up: "65".
    static func whole(_ number: FixedDecimal) -> String {
        (number.millionths < 0 ? "-" : "") + grouped(String(rounded(number.millionths.magnitude, to: 1_000_000))[...])
    }

    /// "97%", "12.5%"; what is more than nothing never reads "0%".
    static func percent(_ share: FixedDecimal) -> String {
        let tenths = rounded(share.millionths.magnitude, to: 1_000)
        if tenths == 0, share.millionths != 0 { return "<0.1%" }
        return oneDecimal(tenths, keepsZero: false) + "%"
    }

    /// An amount with its symbol: "Rp 1.9B", "£842".
    static func shortMoney(_ amount: FixedDecimal, in currency: Currency) -> String {
        currency.prefix + short(amount)
    }

    /// An amount in full with its symbol and the currency's places at least: "£1,234.50".
    static func exactMoney(_ amount: FixedDecimal, in currency: Currency) -> String {
        var text = exact(amount)
        if !amount.isWhole || currency.fractionDigits > 0 {
            let places = text.split(separator: ".").dropFirst().first?.count ?? 0
            if places == 0 { text += "." }
            text += String(repeating: "0", count: max(0, currency.fractionDigits - places))
        }
        return currency.prefix + text
    }

    /// The nearest whole, halves up.
    static func wholeNumber(_ number: FixedDecimal) -> Int { Int(rounded(number.millionths.magnitude, to: 1_000_000)) }

    /// With one place at most: "3", "2.5".
    static func tenths(_ number: FixedDecimal) -> String {
        oneDecimal(rounded(number.millionths.magnitude, to: 100_000), keepsZero: false)
    }

    /// Hours as whole minutes; nil from one hour on.
    static func minutes(belowAnHour hours: FixedDecimal) -> Int? {
        hours.millionths >= 1_000_000 ? nil : Int(rounded(hours.millionths.magnitude * 60, to: 1_000_000))
    }

    private static func grouped(_ digits: Substring) -> String {
        let count = digits.utf8.count
        guard count > 3 else { return String(digits) }
        return String(unsafeUninitializedCapacity: count + (count - 1) / 3) { result in
            var end = 0
            for (position, digit) in digits.utf8.enumerated() {
                if position > 0, (count - position).isMultiple(of: 3) {
                    result[end] = UInt8(ascii: ",")
                    end += 1
                }
                result[end] = digit
                end += 1
            }
            return end
        }
    }

    /// `value / unit`, half up.
    private static func rounded(_ value: UInt64, to unit: UInt64) -> UInt64 {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: unit)
        return remainder >= unit - remainder ? quotient + 1 : quotient
    }

    private static func oneDecimal(_ tenths: UInt64, keepsZero: Bool) -> String {
        let (whole, tenth) = tenths.quotientAndRemainder(dividingBy: 10)
        return tenth == 0 && !keepsZero ? String(whole) : "\(whole).\(tenth)"
    }
}

extension Currency {
    /// The symbol and the gap behind it, which does not break.
    fileprivate var prefix: String { symbol + (spacesSymbol ? "\u{a0}" : "") }
}
