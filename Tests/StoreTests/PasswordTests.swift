import Foundation
import Marketplace
import Testing

@testable import Store

@Suite("A1: what is taken as a password, and how it is kept")
struct PasswordTests {
    static let cheap = ScryptParameters(costExponent: 4, blockSize: 1, parallelism: 1)

    @Test(arguments: [
        "twelve chars", "ein Satz, der niemandem einfällt", "รหัสผ่านของฉันเอง", "🦀🐢🦉🐝🦊🐻🐨🐯🦁🐮🐷🐸", "            a",
    ])
    func takesWhatIsLongEnough(text: String) throws {
        #expect(try Password.new(text, for: "ana@north.example").characterCount >= 12)
    }

    @Test(arguments: [
        ("", PasswordFault.tooShort), ("eleven char", .tooShort), ("รหัส", .tooShort),
        (String(repeating: "ab1 ", count: 256) + "x", .tooLong), ("aaaaaaaaaaaa", .repeating),
        ("abcdabcdabcdab", .repeating), ("abcdefghijklm", .repeating), ("zyxwvutsrqpo", .repeating),
        ("Password1234", .common), ("ｐａｓｓｗｏｒｄ１２３４", .common), ("1234567890qwerty", .common),
        ("ANA@north.example", .sameAsAddress),
    ])
    func refusesWhatIsGuessedFirst(text: String, fault: PasswordFault) throws {
        #expect(throws: fault) { try Password.new(text, for: "ana@north.example") }
    }

    @Test func takesTheLongestAndNoLonger() throws {
        let longest = String((0..<1_024).map { _ in Character(UnicodeScalar(UInt8.random(in: 33...126))) })
        #expect(try Password.new(longest, for: "ana@north.example").characterCount == 1_024)
        #expect(throws: PasswordFault.tooLong) { try Password.new(longest + "x", for: "ana@north.example") }
    }

    @Test func everyCommonPasswordIsLongEnoughToBeAsked() {
        #expect(CommonPasswords.all.count > 150)
        for common in CommonPasswords.all {
            #expect(common.count >= PasswordFault.shortestCharacterCount, "\(common) is refused for its length")
            #expect(common == common.lowercased())
        }
    }

    @Test("One letter typed in two ways is one letter; case and white space count")
    func comparesTheNormalForm() throws {
        let hash = try PasswordHash(try #require(Password("crème brûlée ①")), parameters: Self.cheap)
        #expect(
            try hash.holds(
                for: try #require(Password("cre\u{301}me bru\u{302}le\u{301}e 1".replacing("re\u{301}", with: "re\u{300}")))))
        for other in ["Crème brûlée ①", "crème brûlée ① ", "creme brulee 1"] {
            #expect(try !hash.holds(for: try #require(Password(other))))
        }
    }

    @Test func keepsAHashThatSaysHowItWasMade() throws {
        let password = try #require(Password("a password of mine"))
        let (one, other) = (
            try PasswordHash(password, parameters: Self.cheap), try PasswordHash(password, parameters: Self.cheap)
        )
        #expect(one.text != other.text, "each has a salt of its own")
        #expect(one.text.wholeMatch(of: /\$scrypt\$ln=4,r=1,p=1\$[A-Za-z0-9+\/]{22}\$[A-Za-z0-9+\/]{43}/) != nil)
        let read = try #require(PasswordHash(one.text))
        #expect(try read == one && read.holds(for: password))
    }

    @Test("scrypt gives what RFC 7914 says")
    func derivesTheKnownKey() throws {
        // §12: "pleaseletmein", "SodiumChloride", N 16384, r 8, p 1; its first 32 bytes. The salt has 14 bytes, so the text
        // form, which takes 16, is not read here.
        let key = try PasswordHash.key(
            of: try #require(Password("pleaseletmein")), salt: Array("SodiumChloride".utf8),
            ScryptParameters(costExponent: 14, blockSize: 8, parallelism: 1))
        let hexadecimal = key.map { String(format: "%02x", $0) }.joined()
        #expect(hexadecimal == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2")
    }

    @Test(arguments: [
        "", "$scrypt$", "$argon2id$ln=4,r=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=30,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=4,r=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=4,r=1,p=1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=-4,r=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ])
    func readsNoOtherText(text: String) {
        #expect(PasswordHash(text) == nil)
    }

    @Test func printsNothingOfAPassword() throws {
        let password = try #require(Password("a password of mine"))
        var dumped = ""
        dump([password], to: &dumped)
        for text in ["\(password)", String(reflecting: password), dumped] {
            #expect(!text.contains("mine") && !text.contains("97"))
        }
    }
}
