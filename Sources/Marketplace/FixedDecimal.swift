/// An exact decimal number with six places: every figure of a creator, from 0.125 to eleven-digit rupiah.
///
/// Range ±9,223,372,036,854.775807. Comparison is integer comparison, so order never depends on rounding.
public struct FixedDecimal: Hashable, Sendable, Comparable {
    public let millionths: Int64

    public static let placeCount = 6
    public static let zero = Self(millionths: 0)
    private static let one: Int64 = 1_000_000

    public init(millionths: Int64) {
        self.millionths = millionths
    }

    /// Nil where `whole` is beyond the range.
    public init?(_ whole: Int) {
        let (product, overflow) = Int64(whole).multipliedReportingOverflow(by: Self.one)
        guard !overflow else { return nil }
        self.init(millionths: product)
    }

    public static func < (a: Self, b: Self) -> Bool { a.millionths < b.millionths }

    public var isWhole: Bool { millionths % Self.one == 0 }

    /// The whole part, towards zero.
    public var whole: Int { Int(millionths / Self.one) }
}

extension FixedDecimal: CustomStringConvertible {
    /// The shortest plain notation: "1234.5", "0.125", "-3".
    public var description: String {
        withNotation { String(decoding: $0, as: UTF8.self) }
    }

    /// Appends `description`, without a text of its own.
    public func append(to bytes: inout [UInt8]) {
        withNotation { bytes.append(contentsOf: $0) }
    }

    private func withNotation<Result>(_ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        // A sign, 13 digits, a point and six places.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { room in
            var start = room.count
            func put(_ byte: UInt8) {
                start -= 1
                room[start] = byte
            }
            var (whole, fraction) = millionths.magnitude.quotientAndRemainder(dividingBy: UInt64(Self.one))
            if fraction > 0 {
                var places = Self.placeCount
                while fraction.isMultiple(of: 10) { (fraction, places) = (fraction / 10, places - 1) }
                for _ in 0..<places {
                    put(UInt8(ascii: "0") + UInt8(fraction % 10))
                    fraction /= 10
                }
                put(UInt8(ascii: "."))
            }
            repeat {
                put(UInt8(ascii: "0") + UInt8(whole % 10))
                whole /= 10
            } while whole > 0
            if millionths < 0 { put(UInt8(ascii: "-")) }
            return use(UnsafeBufferPointer(rebasing: room[start...]))
        }
    }
}

extension FixedDecimal {
    /// Reads plain or scientific notation (RFC 8259 §6, leading zeros and "+" allowed): "12", "-0.5", "1e-05".
    ///
    /// More than six places are rounded, half to even. Nil where the text is no number or beyond the range.
    public init?(_ text: some StringProtocol) {
        var scanner = DecimalScanner(text.utf8)
        guard let number = scanner.scan() else { return nil }
        self = number
    }
}

/// One pass over the bytes of a number, collecting digits and where the point stands among them.
private struct DecimalScanner {
    private let bytes: [UInt8]
    private var digits: [UInt8] = []
    private var pointShift = 0

    init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    mutating func scan() -> FixedDecimal? {
        var position = 0
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative || bytes.first == UInt8(ascii: "+") { position = 1 }
        let mantissaStart = position
        var seenPoint = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "."), !seenPoint {
                seenPoint = true
            } else if let digit = Self.digit(byte) {
                digits.append(digit)
                if seenPoint { pointShift -= 1 }
            } else {
                break
            }
            position += 1
        }
        guard !digits.isEmpty, bytes[position - 1] != UInt8(ascii: "."), bytes[mantissaStart] != UInt8(ascii: ".") else {
            return nil
        }
        if position < bytes.count {
            guard bytes[position] | 0x20 == UInt8(ascii: "e"), let exponent = exponent(from: position + 1) else { return nil }
            pointShift += exponent
        }
        return value().map { FixedDecimal(millionths: isNegative ? -$0 : $0) }
    }

    private func exponent(from start: Int) -> Int? {
        let text = String(decoding: bytes[start...], as: UTF8.self)
        guard let exponent = Int(text), abs(exponent) <= 400 else { return nil }
        return exponent
    }

    /// The digits as millionths: scaled by the point, what falls below the sixth place rounded half to even.
    private func value() -> Int64? {
        let keptCount = digits.count + pointShift + FixedDecimal.placeCount
        var result: Int64 = 0
        for index in 0..<max(0, keptCount) {
            let digit = index < digits.count ? Int64(digits[index]) : 0
            let (tens, overflow) = result.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(digit)
            guard !overflow, !carry else { return nil }
            result = sum
        }
        guard keptCount >= 0, keptCount < digits.count else { return result }
        let next = digits[keptCount]
        let isExactHalf = next == 5 && digits[(keptCount + 1)...].allSatisfy { $0 == 0 }
        let roundsUp = isExactHalf ? !result.isMultiple(of: 2) : next >= 5
        return roundsUp ? result + 1 : result
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? byte - UInt8(ascii: "0") : nil
    }
}
