import Marketplace

/// Shares by key, in whichever of the platform's conventions: fractions ("0.3705"), hundredths of a percent (3705) or
/// percent (37.05). Which one is told by their sum, as each file means one of them throughout.
struct Distribution {
    /// The shares as fractions of 1, by key as it is written.
    let shares: [(key: String, share: FixedDecimal, value: RawValue)]

    /// Why a list is no distribution.
    enum Fault: Error {
        case notNumbers
        /// The sum as it is written.
        case sum(String)
    }

    /// - Parameter value: a list of `{key, value}` objects. Sums from 0.9 to 1.1 times the whole are taken: some keys are
    ///   left out by the platform.
    init(_ value: RawValue, in document: JSONDocument) throws(Fault) {
        var entries: [(String, FixedDecimal, RawValue, String)] = []
        for item in document.items(of: value) {
            guard let key = document.member("key", of: item).flatMap(document.text),
                let number = document.member("value", of: item), let text = document.text(of: number),
                let share = FixedDecimal(text)
            else { throw .notNumbers }
            entries.append((key, share, number, text))
        }
        let sum = entries.reduce(0) { $0 + $1.1.double }
        guard let places = [0, 2, 4].first(where: { abs(sum / Self.wholes[$0] - 1) <= 0.1 }) else {
            throw .sum(FixedDecimal(rounding: sum)?.description ?? "too much")
        }
        shares = entries.compactMap { key, share, value, text in
            FixedDecimal(text + "e-\(places)").map { (key, $0, value) }
        }
    }

    private static let wholes: [Double] = [1, 10, 100, 1_000, 10_000]

    /// The band of an audience's age that a key names: "18-24", "AGE_RANGE_18_24", "55+", "AGE_RANGE_55_AND_ABOVE".
    static func age(_ key: String) -> CreatorColumn? {
        switch key.split(whereSeparator: { !($0.isASCII && $0.isNumber) }).first {
        case "18": .audienceAge18To24
        case "25": .audienceAge25To34
        case "35": .audienceAge35To44
        case "45": .audienceAge45To54
        case "55": .audienceAge55Plus
        default: nil
        }
    }

    /// Whether a key means women; nil where it means neither women nor men.
    static func isFemale(_ key: String) -> Bool? {
        switch key.lowercased() {
        case "female", "f", "women": true
        case "male", "m", "men": false
        default: nil
        }
    }
}
