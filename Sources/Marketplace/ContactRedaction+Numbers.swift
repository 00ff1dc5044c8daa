/// A telephone number as it is looked for in texts.
struct KnownNumber: Sendable, Hashable {
    private let digits: [UInt8]
    /// What must stand in a text: the last eight digits, which survive a change of prefix (+62 812… and 0812…), or all of
    /// a shorter number.
    var ending: ArraySlice<UInt8> { digits.suffix(Self.endingLength) }

    private static let endingLength = 8
    private static let shortestLength = 5

    /// Nil where the address has fewer than five digits.
    init?(_ address: String) {
        digits = address.unicodeScalars.compactMap(DigitRuns.digit)
        guard digits.count >= Self.shortestLength else { return nil }
    }

    /// How many of the digits before the ending belong to the number: those that equal its own, and the zero that stands
    /// for its country code.
    func prefixLength(in before: ArraySlice<UInt8>) -> Int {
        let own = digits.dropLast(ending.count)
        let equalCount = zip(own.reversed(), before.reversed()).prefix { $0 == $1 }.count
        let isNational = equalCount < own.count && before.dropLast(equalCount).last == 0
        return isNational ? equalCount + 1 : equalCount
    }
}

extension ContactRedaction {
    func withoutKnownNumbers(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let runs = DigitRuns.runs(in: scalars)
        let found = runs.flatMap { run in numbers.flatMap { run.occurrences(of: $0, in: scalars) } }
        return Self.replacing(found, in: scalars) ?? text
    }

    /// Takes out what begins with "+" or stands behind a messenger's link, and has 8 to 15 digits (ITU-T E.164).
    static func withoutInternationalNumbers(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var found: [Range<Int>] = []
        var position = 0
        while position < scalars.count {
            guard let number = number(in: scalars, from: position) else {
                position += 1
                continue
            }
            let isInternational = scalars[position] == "+" || isMessengerLink(scalars[..<position])
            if isInternational, number.digitCount >= 8 { found.append(position..<number.end) }
            position = number.end
        }
        return replacing(found, in: scalars) ?? text
    }

    /// A run of digits with separators between them, from a digit or a "+" on.
    private static func number(in scalars: [Unicode.Scalar], from start: Int) -> (end: Int, digitCount: Int)? {
        let first = scalars[start] == "+" ? start + 1 : start
        guard first < scalars.count, DigitRuns.digit(scalars[first]) != nil else { return nil }
        var (end, digitCount, next) = (first, 0, first)
        while next < scalars.count, next - end <= 2, digitCount < 15 {
            if DigitRuns.digit(scalars[next]) != nil {
                (end, digitCount) = (next + 1, digitCount + 1)
            } else if !" -.()\u{a0}–—_".unicodeScalars.contains(scalars[next]) {
                break
            }
            next += 1
        }
        return (end, digitCount)
    }

    private static func isMessengerLink(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let before = String(String.UnicodeScalarView(scalars.suffix(10))).lowercased()
        return ["wa.me/", "zalo.me/", "phone=", "number=", "number=%2b", "tel:"].contains(where: before.hasSuffix)
    }

    /// Nil where there is nothing to replace.
    private static func replacing(_ ranges: [Range<Int>], in scalars: [Unicode.Scalar]) -> String? {
        guard !ranges.isEmpty else { return nil }
        var result = String.UnicodeScalarView()
        var copied = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > copied {
            result.append(contentsOf: scalars[copied..<max(copied, range.lowerBound)])
            if range.lowerBound >= copied { result.append(contentsOf: replacement.unicodeScalars) }
            copied = range.upperBound
        }
        result.append(contentsOf: scalars[copied...])
        return String(result)
    }
}

/// The digits of a text in runs: between two neighbours stand three scalars at most, none of them a letter.
struct DigitRuns {
    private var digits: [UInt8] = []
    private var offsets: [Int] = []

    private static let widestGap = 3

    static func runs(in scalars: [Unicode.Scalar]) -> [DigitRuns] {
        var runs: [DigitRuns] = []
        var run = DigitRuns()
        var gap = 0
        for (offset, scalar) in scalars.enumerated() {
            if let digit = digit(scalar) {
                run.digits.append(digit)
                run.offsets.append(offset)
                gap = 0
            } else if !run.digits.isEmpty {
                gap += 1
                guard gap > widestGap || scalar.properties.isAlphabetic else { continue }
                runs.append(run)
                run = DigitRuns()
                gap = 0
            }
        }
        return run.digits.isEmpty ? runs : runs + [run]
    }

    /// Where a number stands in the run, as offsets of scalars, with a "+" before it.
    func occurrences(of number: KnownNumber, in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        guard digits.count >= number.ending.count else { return [] }
        return (0...(digits.count - number.ending.count)).filter { start in
            digits[start..<(start + number.ending.count)].elementsEqual(number.ending)
        }.map { start in
            var lower = offsets[start - number.prefixLength(in: digits[..<start])]
            if lower > 0, scalars[lower - 1] == "+" { lower -= 1 }
            var upper = offsets[start + number.ending.count - 1] + 1
            while upper < scalars.count, Self.isKeycap(scalars[upper]) { upper += 1 }
            return lower..<upper
        }
    }

    /// What turns a digit into a picture of a key.
    private static func isKeycap(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{fe0f}" || scalar == "\u{20e3}" }

    /// The value of a decimal digit in any script.
    static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.isASCII { return ("0"..."9").contains(scalar) ? UInt8(scalar.value - 0x30) : nil }
        guard scalar.properties.numericType == .decimal else { return nil }
        return scalar.properties.numericValue.map { UInt8($0) }
    }
}
