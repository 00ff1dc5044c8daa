import Marketplace

/// The drawn stand-in for a photo: initials on two tones that follow from the username.
enum Avatar {
    /// Hues in degrees; each is dark enough below to carry white letters (contrast 4.5 or more).
    private static let hues = [12, 32, 88, 128, 156, 176, 198, 216, 242, 266, 298, 334]

    /// What stands around the size, the place of the light and the letters, for each hue.
    private static let drawings = hues.map { hue in
        (
            ground: "\" aria-hidden=\"true\" focusable=\"false\"><rect width=\"56\" height=\"56\" "
                + "fill=\"hsl(\(hue) 38% 36%)\"/><circle cx=\"",
            light: "\" cy=\"8\" r=\"26\" fill=\"hsl(\(hue) 40% 42%)\"/><text x=\"28\" y=\"29\" text-anchor=\"middle\" "
                + "dominant-baseline=\"central\" font-size=\"20\" font-weight=\"600\" fill=\"#fff\">"
        )
    }

    /// Inline SVG, `size` by `size` CSS pixels, hidden from screen readers, as the name stands beside it.
    static func svg(username: Username, nickname: String, size: Int) -> String {
        let hash = fnv1a(username.text)
        let drawing = drawings[Int(hash % UInt64(hues.count))]
        let side = String(size)
        // Appended, as every card has one: an interpolation makes a text of each of its parts.
        var svg = "<svg class=\"avatar\" viewBox=\"0 0 56 56\" width=\""
        svg.reserveCapacity(448)
        svg += side
        svg += "\" height=\""
        svg += side
        svg += drawing.ground
        svg += String(8 + Int(hash >> 8 & 31))
        svg += drawing.light
        svg += escaped(initials(of: nickname, or: username))
        svg += "</text></svg>"
        return svg
    }

    /// The first letters of the first two words; of the username where the nickname has none.
    static func initials(of nickname: String, or username: Username) -> String {
        if nickname.utf8.allSatisfy({ $0 < 0x80 }) {
            var letters: [UInt8] = []
            var isInWord = false
            for byte in nickname.utf8 where letters.count < 2 {
                let isLetter = isASCIILetter(byte)
                if isLetter, !isInWord { letters.append(byte & 0xdf) }
                isInWord = isLetter
            }
            if !letters.isEmpty { return String(decoding: letters, as: UTF8.self) }
        }
        var letters: [Character] = []
        var isInWord = false
        for character in nickname where letters.count < 2 {
            let isLetter = character.isLetter
            if isLetter, !isInWord { letters.append(character) }
            isInWord = isLetter || isMark(character)
        }
        if letters.isEmpty { return String(username.text.first { $0.isLetter } ?? "•").uppercased() }
        return letters.map { String($0).uppercased() }.joined()
    }

    private static func isMark(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .nonspacingMark }
    }

    /// FNV-1a, 64 bits (Fowler, Noll, Vo): spreads well and never changes.
    private static func fnv1a(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// Letters need no escaping, but combining marks may follow them: only plain letters are kept.
    private static func escaped(_ letters: String) -> String {
        if letters.utf8.allSatisfy(isASCIILetter) { return letters }
        return String(String.UnicodeScalarView(letters.unicodeScalars.filter { $0.properties.isAlphabetic }))
    }

    private static func isASCIILetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
}
