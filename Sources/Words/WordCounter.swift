import CICU

/// Counts words by Unicode text segmentation (UAX #29), with ICU's dictionaries for Thai, Lao, Khmer, Burmese, Chinese
/// and Japanese, which have no spaces between words (SPEC I5).
public enum WordCounter {
    /// The number of segments with a letter, digit, kana or ideograph in them; punctuation and emoji are no words.
    ///
    /// The same segments that `Intl.Segmenter` of a browser calls word-like. Linear in the length of the text.
    public static func count(_ text: String) -> Int {
        // Some versions of ICU, 72 among them, take an address for one word; UAX #29 and browsers part it at "@".
        let units = text.utf16.map { $0 == 0x40 ? 0x20 : $0 }
        guard let length = Int32(exactly: units.count) else { preconditionFailure("a text of 2 GB is refused long before") }
        return units.withUnsafeBufferPointer { buffer in
            var status = U_ZERO_ERROR
            let breaker = plaza_word_breaker(buffer.baseAddress, length, &status)
            // Only a missing ICU data file or no memory left make this fail; both are faults of the installation.
            precondition(status.rawValue <= U_ZERO_ERROR.rawValue, "ICU opens a word breaker (error \(status.rawValue))")
            defer { plaza_close_breaker(breaker) }
            var count = 0
            while plaza_next_boundary(breaker) != UBRK_DONE {
                if plaza_segment_kind(breaker) >= Int32(UBRK_WORD_NONE_LIMIT.rawValue) { count += 1 }
            }
            return count
        }
    }
}
