import Testing
import Words

@Suite("I5: words by UAX #29 with dictionaries")
struct WordCounterTests {
    @Test(arguments: [
        ("", 0), (" \n\t", 0), ("…!?", 0), ("😀 👩‍👩‍👧 🇮🇩", 0), ("Hello, world!", 2), ("don't stop", 2), ("e-mail", 2),
        ("3.14 and 1,000", 3),
        ("Halo kak, apa kabar?", 4), ("Xin chào bạn nhé", 4), ("สวัสดีครับ", 2), ("ฉันรักประเทศไทย", 3), ("日本語", 1),
        ("naïve café", 2),
        ("**bold** text", 2), ("me@example.com", 2), ("example.com", 1), ("a\u{0}b", 2),
    ])
    func counts(text: String, words: Int) {
        #expect(WordCounter.count(text) == words, "\(text)")
    }

    @Test func countsThaiWithoutSpaces() {
        let text = String(repeating: "สวัสดี", count: 501)
        #expect(WordCounter.count(text) == 501)
    }
}
