/// What folding makes of the scalars that most names are written with, each looked up once and for all.
///
/// A name is folded scalar by scalar where that is the same as folding it whole: where each scalar becomes ASCII, or
/// stays itself and neither composes with another nor changes places with it.
struct ScalarFolds: Sendable {
    /// Made when the first name is folded, in some milliseconds.
    static let standard = ScalarFolds()

    /// What becomes of a scalar.
    private enum Fold {
        /// Up to three letters or other bytes, the first the lowest, then zeros.
        case ascii(UInt32)
        /// Itself; `order` is its canonical combining class.
        case itself(isPartOfWord: Bool, order: UInt8)
        /// What its neighbours decide.
        case unknown
    }

    /// Accented Latin, Thai, punctuation, dingbats.
    private static let ranges: [Range<UInt32>] = [0..<0x250, 0xe00..<0xe80, 0x1e00..<0x1f00, 0x2000..<0x2070, 0x2600..<0x27c0]
    /// Ideographs decompose into nothing and have no case.
    private static let ideographs: ClosedRange<UInt32> = 0x4e00...0x9fff
    /// Pictures, which belong to no word.
    private static let pictures: ClosedRange<UInt32> = 0x1f300...0x1faff
    /// Says how a picture is drawn. A mark, so a word of its own.
    private static let pictureSelector: UInt32 = 0xfe0f

    /// By scalar, up to the end of the last range.
    private let folds: [Fold]
    /// By scalar: what names are ordered by, 0 where it is not one scalar.
    private let keys: [UInt32]

    private init() {
        let end = Int(Self.ranges.map(\.upperBound).max() ?? 0)
        var folds = [Fold](repeating: .unknown, count: end)
        var keys = [UInt32](repeating: 0, count: end)
        for scalar in Self.ranges.joined().lazy.compactMap(Unicode.Scalar.init) {
            folds[Int(scalar.value)] = Self.fold(of: scalar)
            let key = scalar.properties.uppercaseMapping.unicodeScalars.flatMap {
                $0.properties.lowercaseMapping.unicodeScalars
            }
            if key.count == 1 { keys[Int(scalar.value)] = key[0].value }
        }
        (self.folds, self.keys) = (folds, keys)
    }

    private static func fold(of scalar: Unicode.Scalar) -> Fold {
        let folded = Array(FoldedName.folded(String(scalar)).unicodeScalars)
        if folded == [scalar], scalar.value >= 0x80 {
            return .itself(
                isPartOfWord: FoldedName.isPartOfWord(scalar), order: scalar.properties.canonicalCombiningClass.rawValue)
        }
        guard (1...3).contains(folded.count), folded.allSatisfy({ (0x01...0x7f).contains($0.value) }) else { return .unknown }
        return .ascii(folded.reversed().reduce(0) { $0 << 8 | $1.value })
    }

    private func fold(of scalar: UInt32) -> Fold {
        if scalar < folds.count { return folds[Int(scalar)] }
        if Self.ideographs.contains(scalar) { return .itself(isPartOfWord: true, order: 0) }
        if Self.pictures.contains(scalar) { return .itself(isPartOfWord: false, order: 0) }
        return scalar == Self.pictureSelector ? .itself(isPartOfWord: true, order: 0) : .unknown
    }

    /// What a scalar is ordered by; nil where that is to be asked of Unicode.
    func sortKey(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar.value < keys.count { return keys[Int(scalar.value)] == 0 ? nil : Unicode.Scalar(keys[Int(scalar.value)]) }
        return Self.ideographs.contains(scalar.value) || Self.pictures.contains(scalar.value) ? scalar : nil
    }

    /// The words of a name; nil where it has to be folded whole.
    func words(of name: UnsafeBufferPointer<UInt8>) -> [String]? {
        var words: [String] = []
        let isRead = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * name.count + 1) { room in
            var (place, last, count) = (0, UInt8(0), 0)
            func endWord() {
                if count > 0 { words.append(String(decoding: UnsafeBufferPointer(rebasing: room[..<count]), as: UTF8.self)) }
                count = 0
            }
            while place < name.count {
                let (scalar, width) = Self.scalar(in: name, at: place)
                switch fold(of: scalar) {
                case .ascii(var bytes):
                    last = 0
                    while bytes > 0 {
                        let byte = UInt8(truncatingIfNeeded: bytes)
                        if Self.isLetterOrDigit(byte) {
                            room[count] = byte
                            count += 1
                        } else {
                            endWord()
                        }
                        bytes >>= 8
                    }
                case .itself(let isPartOfWord, let order):
                    // Marks stand by their class, and these do not.
                    if order > 0, last > order { return false }
                    last = order
                    if isPartOfWord {
                        for place in place..<place + width {
                            room[count] = name[place]
                            count += 1
                        }
                    } else {
                        endWord()
                    }
                case .unknown: return false
                }
                place += width
            }
            endWord()
            return true
        }
        return isRead ? words : nil
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte)
    }

    /// The scalar whose first byte stands there, and how many bytes it takes. A string's UTF-8 is sound.
    private static func scalar(in text: UnsafeBufferPointer<UInt8>, at place: Int) -> (UInt32, Int) {
        let first = UInt32(text[place])
        func rest(_ offset: Int) -> UInt32 { UInt32(text[place + offset] & 0x3f) }
        switch first {
        case ..<0x80: return (first, 1)
        case ..<0xe0: return ((first & 0x1f) << 6 | rest(1), 2)
        case ..<0xf0: return ((first & 0x0f) << 12 | rest(1) << 6 | rest(2), 3)
        default: return ((first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
        }
    }
}
