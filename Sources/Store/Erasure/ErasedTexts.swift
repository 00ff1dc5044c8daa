import Foundation

/// Takes what names a person out of texts that others wrote.
struct ErasedTexts {
    /// Lower case, the longest first.
    private let needles: [String]

    static let replacement = "[erased]"

    /// Names of fewer letters would be found in ordinary words.
    private static let shortest = 4

    init(_ names: [String]) {
        needles = Set(names.map { $0.lowercased() }).filter { $0.unicodeScalars.count >= Self.shortest }
            .sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// The text without the names; nil where it has none. A name counts where no letter or digit touches it.
    func applied(to text: String) -> String? {
        var result = text
        for needle in needles {
            var place = result.startIndex
            while let found = result.range(of: needle, options: .caseInsensitive, range: place..<result.endIndex) {
                guard Self.stands(found, in: result) else {
                    place = result.index(after: found.lowerBound)
                    continue
                }
                let offset = result.distance(from: result.startIndex, to: found.lowerBound) + Self.replacement.count
                result.replaceSubrange(found, with: Self.replacement)
                place = result.index(result.startIndex, offsetBy: offset, limitedBy: result.endIndex) ?? result.endIndex
            }
        }
        return result == text ? nil : result
    }

    private static func stands(_ range: Range<String.Index>, in text: String) -> Bool {
        let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
        let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
        return [before, after].allSatisfy { !($0.map { $0.isLetter || $0.isNumber } ?? false) }
    }
}
