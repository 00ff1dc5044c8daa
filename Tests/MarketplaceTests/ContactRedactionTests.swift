import Fixtures
import Foundation
@testable import Marketplace
import Testing

@Suite("K3: contacts in public texts")
struct ContactRedactionTests {
    private let redaction = ContactRedaction(
        of: ContactDetails([.email: "ayu@mail.example", .whatsapp: "+62 812-3456-7890", .line: "ayu.shop"])
    )

    @Test(arguments: [
        "ayu@mail.example", "AYU@Mail.Example", "someone.else@shop.example", "+62 812-3456-7890", "081234567890",
        "0812 3456 7890", "+6281234567890", "ayu.shop", "AYU.SHOP", "https://wa.me/6281234567890", "+44 7700 900123",
        "https://wa.me/15551234567", "0812 - 3456 - 7890", "0812–3456–7890", "0812/3456/7890", "0812_3456_7890",
        "0812•3456•7890",
        "(0812) 3456-7890", "٠٨١٢٣٤٥٦٧٨٩٠", "0️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣0️⃣", "tel:0812 3456 7890",
    ])
    func takesAddressesOut(address: String) {
        let text = redaction.applied(to: "Business: \(address), daily!")
        #expect(text.contains(ContactRedaction.replacement))
        #expect(
            !text.lowercased().contains("ayu") && !text.contains("7890") && !text.contains("else@") && !text.contains("1234567")
        )
        #expect(text.hasPrefix("Business: ") && text.hasSuffix(", daily!"))
    }

    @Test(arguments: [
        "1.300.000 followers since 2019", "@ayu.lestari on every app", "Rp 100.000.000 sold", "24/7, 365", "10-12-2025",
        "ayu.shopping",
        "C++ 11", "me @ the market", "#1 (2024)", "ราคา 1,299 บาท",
    ])
    func leavesOtherTextAsItIs(text: String) {
        #expect(redaction.applied(to: text) == text)
    }

    @Test(arguments: [
        "WA 0812-3456-7890 24 jam", "0812 3456 7890. 100% ori", "since 2019 0812 3456 7890", "0812-3456-7890/0813 1111 2222",
        "1,0812 3456 7890,1",
    ])
    func findsANumberAmongOthers(text: String) {
        #expect(!redaction.applied(to: text).contains("7890"), "\(redaction.applied(to: text))")
    }

    @Test(arguments: [
        ("Rating 1, 2, 3, 4, 5!", "Rating 1, 2, 3, 4, 5!"), ("Open 24/7: 0812-3456-7890", "Open 24/7: [contact on request]"),
        ("Sejak 2019 - 0812-3456-7890", "Sejak 2019 - [contact on request]"),
        ("+100.000/200.000 followers", "+100.000/200.000 followers"),
        ("terjual 12.345 pcs, omzet Rp 112.345.000", "terjual 12.345 pcs, omzet Rp 112.345.000"),
        ("62 812 3456 7890", "[contact on request]"), ("1 0812 3456 7890", "1 [contact on request]"),
        ("Diskon 50%! siti12345%40mail.example", "Diskon 50%! [contact on request]"),
    ])
    func takesNoMoreThanTheAddress(text: String, expected: String) {
        let redaction = ContactRedaction(
            of: ContactDetails([.email: "siti12345@mail.example", .whatsapp: "+62 812-3456-7890"]))
        #expect(redaction.applied(to: text) == expected)
    }

    @Test func leavesPublicNamesWhereTheyStand() throws {
        let creator = try Creator.sample("mintra", agency: "northlight") { creator in
            creator.nickname = "Mintra"
            creator.contacts = ContactDetails([.line: "@mintra", .email: "mintra@mail.example"])
        }
        #expect(PublicCreator(creator).nickname == "Mintra" && PublicCreator(creator).agency == "northlight")
        let named = try Creator.sample("shop1") { creator in
            creator.nickname = "mintra.shop"
            creator.contacts = ContactDetails([.line: "@mintra.shop"])
        }
        #expect(PublicCreator(named).nickname == "shop1")
    }

    @Test(arguments: [
        (ContactChannel.phone, "555 1234", "call 555-1234"), (.zalo, "anh.shop", "Zalo anh.shop"),
        (.line, "@ayushop", "Line: ayushop"),
        (.phone, "021 5551234", "(021) 555 1234"), (.viber, "12345678", "1234 5678"),
    ])
    func findsEveryKindOfAddress(channel: ContactChannel, address: String, text: String) {
        let applied = ContactRedaction(of: ContactDetails([channel: address])).applied(to: text)
        #expect(applied.hasSuffix(ContactRedaction.replacement), "\(applied)")
    }

    @Test(arguments: [
        "ayu&#64;mail.example", "ayu&#x40;mail&period;example", "ayu%40mail.example", "ayu＠mail.example",
        "ayu\u{200b}@mail.example",
        "mailto:ayu%40mail.example", "phone=%2B62%20812%203456%207890", "０８１２３４５６７８９０", "ayu&commat;mail.example",
    ])
    func findsAddressesThatAreWrittenOtherwise(text: String) {
        let applied = redaction.applied(to: text)
        #expect(applied.contains(ContactRedaction.replacement), "\(applied)")
    }

    @Test(arguments: ["100% asli & murah", "a&b; 50%25 off", "ｶﾜｲｲ ✨ ™", "R&D &amp; more", "&#99999999; &#xD800;"])
    func leavesTextThatHidesNothingAsItIs(text: String) {
        #expect(redaction.applied(to: text) == text)
    }

    @Test(arguments: ["\u{3000}", "\u{200b}\u{2060}", "\u{3164}", "\u{202e}", " "])
    func theUsernameStandsInForANicknameThatShowsNothing(nickname: String) throws {
        #expect(PublicCreator(try .sample { $0.nickname = nickname }).nickname == "ayu.lestari")
    }

    @Test func aPublicCreatorHoldsNoAddressInAnyText() throws {
        let creator = try Creator.sample {
            $0.nickname = "Ayu ayu@mail.example"
            $0.bio = "WA 0812-3456-7890"
            $0.profile = LongText("Write to **ayu@mail.example**")
            $0.agency = "Kilau ayu@mail.example"
            $0.contacts = ContactDetails([.email: "ayu@mail.example", .whatsapp: "+6281234567890"])
        }
        let open = PublicCreator(creator)
        let json = open.json(profileHTML: open.profile?.rendered { $1($0) })
        #expect(!json.contains("mail.example") && !json.contains("7890"))
    }
}

@Suite("K3: what is not looked for is not there")
struct TextGlanceTests {
    private static let pieces = [
        "ayu", "AYU", "a\u{79}u.shop", "\u{212a}asih", "kasih", "ma\u{17f}uk", "masuk", "stra\u{df}e", "strasse", "\u{fb01}t",
        "fit",
        "é", "e\u{301}", "ả", "สวัสดี", "ค\u{e38}\u{e48}", "๐๘๑๒", "🛍️", "0812", "3456", "7890", "+62", "+", "/", "=", ":", "b",
        "B",
        "wa.me/", "phone=", "number=%2B", "tel:", "@", "mail", ".", "example", " ", "-", "（", "８", "\u{200d}", "\r\n", "%40",
        "&#64;",
    ]

    @Test("ASCII is looked over by bytes; a letter behind it that says nothing has the same looked over by scalars")
    func readsBytesAsScalars() {
        var generator = SeededGenerator(seed: 1)
        let pieces = Self.pieces.filter { $0.utf8.allSatisfy { $0 < 0x80 } }
        for _ in 0..<500 {
            let count = Int.random(in: 0...8, using: &generator)
            let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            #expect(TextGlance(text) == TextGlance(text + "é"), "\(text)")
        }
    }

    @Test(arguments: 0..<20)
    func aTextReadsTheSameWithAndWithoutAGlance(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let redactions = [
            ContactRedaction(),
            ContactRedaction(of: ContactDetails([.email: "kasih@mail.example", .whatsapp: "+62 812-3456-7890"])),
            ContactRedaction(of: ContactDetails([.line: "strasse", .phone: "12345"])),
            ContactRedaction(of: ContactDetails([.line: "masuk.fit", .zalo: "0812 3456"])),
        ]
        for _ in 0..<100 {
            let text = (0..<Int.random(in: 1...12, using: &generator)).compactMap { _ in
                Self.pieces.randomElement(using: &generator)
            }.joined()
            #expect(TextGlance(text).mayHideText || ResolvedText.resolved(text) == text, "\(text)")
            for redaction in redactions {
                #expect(
                    redaction.appliedAsWritten(to: text) == redaction.appliedAsWritten(to: text, knowing: .nothing), "\(text)")
            }
        }
    }

    @Test func whatIsSettledIsItsOwnCompatibilityForm() {
        let scalars = (0..<0x20000).compactMap { Unicode.Scalar($0 as UInt32) }
        for scalar in scalars where ResolvedText.isSettled(String(scalar)) {
            let text = String(scalar)
            #expect(Array(text.precomposedStringWithCompatibilityMapping.unicodeScalars) == [scalar], "\(scalar.value)")
            #expect(!scalar.properties.isDefaultIgnorableCodePoint, "\(scalar.value)")
        }
    }

    @Test(arguments: 0..<20)
    func textThatIsSettledStaysAsItIs(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let scalars = [
            "e", "ê", "ả", "ơ", "ก", "\u{e31}", "\u{e38}", "\u{e3a}", "\u{e48}", "\u{e4d}", "\u{301}", "🛍", "–", "\u{e32}",
        ]
        for _ in 0..<200 {
            let text = (0..<6).compactMap { _ in scalars.randomElement(using: &generator) }.joined()
            guard ResolvedText.isSettled(text) else { continue }
            #expect(text.precomposedStringWithCompatibilityMapping.unicodeScalars.elementsEqual(text.unicodeScalars), "\(text)")
        }
    }
}
