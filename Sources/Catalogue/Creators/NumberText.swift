import Marketplace

/// Why a text is not the number that was wanted.
enum NumberFault: Error, Hashable {
    /// With what was probably meant, where that can be guessed.
    case notANumber(meant: String?)
    case negative
    case tooLarge
    case notWhole
    case notAShare
    /// The ends of a range are the wrong way round.
    case emptyRange
    /// Beyond what the figure can be; the ends that are allowed.
    case outside(String)
}

/// Numbers as people write them: "1300000", "1,300,000", "1.3M", "97k", "12.5%", "1e6"; ranges "1000..5000",
/// "1000-5000", "10K+".
enum NumberText {
    /// Reads a figure of a kind from bytes without space around them.
    static func figure(_ bytes: [UInt8], from start: Int, to end: Int, kind: Metric.Kind) throws(NumberFault) -> Figure {
        if let plain = plainNumber(bytes, start, end) { return .known(try checked(plain, kind)) }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        if let single = try number(text, kind) { return .known(single) }
        if let range = try range(text, kind) { return range }
        if text.lowercased() == Figure.closedText { return .closed }
        throw .notANumber(meant: meant(by: text, kind))
    }

    /// Reads a figure from a text; space around it does not count.
    static func figure(_ text: String, kind: Metric.Kind) throws(NumberFault) -> Figure {
        let bytes = Array(text.trimmed.utf8)
        return try figure(bytes, from: 0, to: bytes.count, kind: kind)
    }

    /// The usual case without detours: digits, perhaps a point and up to six more. Nil for anything else.
    private static func plainNumber(_ bytes: [UInt8], _ start: Int, _ end: Int) -> FixedDecimal? {
        guard start < end, end - start <= 12 else { return nil }
        var (value, places, seenPoint): (Int64, Int, Bool) = (0, 0, false)
        for index in start..<end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "."), !seenPoint, index > start, index + 1 < end {
                seenPoint = true
            } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
                value = value * 10 + Int64(byte - UInt8(ascii: "0"))
                if seenPoint { places += 1 }
            } else {
                return nil
            }
        }
        guard places <= FixedDecimal.placeCount else { return nil }
        for _ in places..<FixedDecimal.placeCount {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            value = product
        }
        return FixedDecimal(millionths: value)
    }

    // MARK: One number

    private static func number(_ text: String, _ kind: Metric.Kind) throws(NumberFault) -> FixedDecimal? {
        guard let (mantissa, exponent, isPercentage) = parts(of: text) else { return nil }
        guard !isPercentage || kind == .share else { throw .notAShare }
        guard let value = FixedDecimal(exponent == 0 ? mantissa : mantissa + "e\(exponent)") else { throw .tooLarge }
        return try checked(value, kind)
    }

    /// Splits a number from its suffix and takes the commas out of it. Nil where it is no number.
    private static func parts(of text: String) -> (mantissa: String, exponent: Int, isPercentage: Bool)? {
        var rest = text[...]
        var exponent = 0
        switch rest.last {
        case "K", "k": exponent = 3
        case "M", "m": exponent = 6
        case "B", "b": exponent = 9
        case "%": exponent = -2
        default: break
        }
        if exponent != 0 {
            rest.removeLast()
            while rest.last == " " { rest.removeLast() }
        }
        guard let mantissa = withoutGrouping(rest) else { return nil }
        let isScientific = mantissa.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") }
        guard isNumber(mantissa), exponent == 0 || !isScientific else { return nil }
        return (mantissa, exponent, exponent == -2)
    }

    /// Takes out commas where they part groups of exactly three digits. Nil where they stand otherwise.
    private static func withoutGrouping(_ text: Substring) -> String? {
        guard text.utf8.contains(UInt8(ascii: ",")) else { return String(text) }
        let point = text.firstIndex(of: ".") ?? text.endIndex
        let groups = text[..<point].split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first?.drop(while: { $0 == "-" || $0 == "+" }), (1...3).contains(first.utf8.count),
            first.utf8.allSatisfy(isDigit), !text[point...].contains(","),
            groups.dropFirst().allSatisfy({ $0.utf8.count == 3 && $0.utf8.allSatisfy(isDigit) })
        else { return nil }
        return text.filter { $0 != "," }
    }

    /// Whether the text is a number in plain or scientific notation, of any size.
    private static func isNumber(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        let whole = rest.prefix(while: isDigit)
        rest = rest.dropFirst(whole.count)
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix(while: isDigit)
            guard !fraction.isEmpty else { return false }
            rest = rest.dropFirst(fraction.count + 1)
        }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
            guard !rest.isEmpty, rest.allSatisfy(isDigit) else { return false }
            rest = []
        }
        return !whole.isEmpty && rest.isEmpty
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    // MARK: Ranges

    private static func range(_ text: String, _ kind: Metric.Kind) throws(NumberFault) -> Figure? {
        if text.last == "+" {
            guard let from = try number(String(text.dropLast()).trimmed, kind) else { return nil }
            return .range(from: from, to: nil)
        }
        guard let (low, high) = ends(of: text), let from = try number(low, kind) else { return nil }
        if high.isEmpty { return .range(from: from, to: nil) }
        guard let to = try number(high, kind) else { return nil }
        guard from <= to else { throw .emptyRange }
        return .range(from: from, to: to)
    }

    private static func ends(of text: String) -> (low: String, high: String)? {
        if let dots = text.firstRange(of: "..") {
            return (String(text[..<dots.lowerBound]).trimmed, String(text[dots.upperBound...]).trimmed)
        }
        let scalars = Array(text.unicodeScalars)
        for index in scalars.indices.dropFirst() where scalars[index] == "-" || scalars[index] == "\u{2013}" {
            let low = String(String.UnicodeScalarView(scalars[..<index])).trimmed
            let high = String(String.UnicodeScalarView(scalars[(index + 1)...])).trimmed
            if parts(of: low) != nil, parts(of: high) != nil { return (low, high) }
        }
        return nil
    }

    // MARK: Kinds

    private static func checked(_ value: FixedDecimal, _ kind: Metric.Kind) throws(NumberFault) -> FixedDecimal {
        guard value >= .zero else { throw .negative }
        switch kind {
        case .count: guard value.isWhole else { throw .notWhole }
        case .share: try require(value, atMost: 1, "0 to 1")
        case .rating: try require(value, atMost: 5, "0 to 5")
        case .score: try require(value, atMost: 100, "0 to 100")
        case .average, .money, .hours, .seconds: break
        }
        return value
    }

    private static func require(_ value: FixedDecimal, atMost limit: Int64, _ ends: String) throws(NumberFault) {
        if value.millionths > limit * 1_000_000 { throw .outside(ends) }
    }

    /// The number that a text means which is none: a comma for the point, points or spaces between groups, a currency.
    private static func meant(by text: String, _ kind: Metric.Kind) -> String? {
        let bare = text.filter { $0 != " " && $0 != "\u{a0}" && $0 != "\u{202f}" && $0 != "'" && $0 != "_" }
        let unmarked = bare.drop { !$0.isASCII || !($0.isNumber || $0 == "-" || $0 == ".") }
        let swapped = String(bare.map { $0 == "," ? "." : $0 == "." ? "," : $0 })
        for candidate in [bare, String(unmarked), swapped, bare.filter { $0 != "," }]
        where candidate != text && !candidate.isEmpty {
            guard let (mantissa, exponent, _) = parts(of: candidate) else { continue }
            guard let value = FixedDecimal(mantissa + "e\(exponent)"), value >= .zero else { continue }
            let plain = value.description
            return plain == candidate ? plain : "\(plain) or \(candidate)"
        }
        return nil
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isASCII ? scalar.value == 0x20 || (0x09...0x0d).contains(scalar.value) : scalar.properties.isWhitespace
        }
        guard let first = unicodeScalars.first, let last = unicodeScalars.last, isSpace(first) || isSpace(last) else {
            return self
        }
        var scalars = unicodeScalars[...]
        while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
        while let last = scalars.last, isSpace(last) { scalars.removeLast() }
        return String(scalars)
    }
}
