import Foundation

/// Names as they are searched for: without case and accents, in words.
public enum FoldedName {
    /// The words of a name: the runs of letters, marks and digits of its folded form.
    ///
    /// Accents are what Unicode decomposes into U+0300 to U+036F, and strokes through Latin letters. Vowel signs and tone
    /// marks of other scripts stay, as they are parts of their words.
    public static func words(of name: String) -> [String] {
        var name = name
        return name.withUTF8 { ScalarFolds.standard.words(of: $0) } ?? wordsByUnicode(of: name)
    }

    /// The same, whatever the name is written in; long, as it goes through Foundation.
    static func wordsByUnicode(of name: String) -> [String] {
        let text = folded(name)
        return text.unicodeScalars.split { !isPartOfWord($0) }.map { String(String.UnicodeScalarView($0)) }
    }

    /// The text whose runs are the words.
    static func folded(_ name: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in name.decomposedStringWithCompatibilityMapping.unicodeScalars where !(0x300...0x36f).contains(scalar.value)
        {
            for upper in scalar.properties.uppercaseMapping.unicodeScalars {
                for lower in upper.properties.lowercaseMapping.unicodeScalars {
                    if let plain = plainLetters[lower] {
                        folded.append(contentsOf: plain.unicodeScalars)
                    } else {
                        folded.append(lower)
                    }
                }
            }
        }
        return String(folded).precomposedStringWithCompatibilityMapping
    }

    /// What nicknames are ordered by: each scalar in upper, then in lower case, so that "ß" and "SS" are equal.
    public static func sortKey(of nickname: String) -> String {
        if nickname.utf8.allSatisfy({ $0 < 0x80 }) { return nickname.lowercased() }
        var folded = String.UnicodeScalarView()
        folded.reserveCapacity(nickname.utf8.count)
        for scalar in nickname.unicodeScalars {
            if let same = ScalarFolds.standard.sortKey(of: scalar) {
                folded.append(same)
                continue
            }
            for upper in scalar.properties.uppercaseMapping.unicodeScalars {
                folded.append(contentsOf: upper.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(folded)
    }

    static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
            .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    /// What no decomposition makes plain.
    private static let plainLetters: [Unicode.Scalar: String] = [
        "ς": "σ", "đ": "d", "ð": "d", "ł": "l", "ø": "o", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe",
    ]
}
