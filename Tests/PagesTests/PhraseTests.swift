import Fixtures
import Foundation
import Pages
import Testing

@Suite("The words of creators' pages")
struct PhraseTests {
    @Test("N: every language says everything itself", arguments: Language.allCases)
    func lacksNothing(language: Language) throws {
        let missing = Set(PhraseKey.allCases).subtracting(try SourceTree.phrases().ownKeys(of: language))
        #expect(missing.isEmpty, "\(missing.map(\.rawValue).sorted())")
    }

    @Test("Each language keeps the places that are filled in", arguments: Language.allCases)
    func keepsPlaces(language: Language) throws {
        let book = try SourceTree.phrases()
        for key in PhraseKey.allCases {
            let wanted = Self.places(in: book.phrases(in: .english)(key))
            #expect(Self.places(in: book.phrases(in: language)(key)) == wanted, "\(key.rawValue)")
        }
    }

    private static func places(in text: String) -> [String] { text.matches(of: /\{[a-z]+\}/).map { String($0.0) }.sorted() }

    @Test("No key is unused, and no template asks for a word that there is not")
    func usesEveryKey() throws {
        let templates = try Self.text(of: "Templates", ending: ".mustache")
        let code = try Self.text(of: "Sources/Pages", ending: ".swift", except: "PhraseKey.swift")
        let asked = Set(templates.matches(of: /words\.([a-z_]+)/).map { String($0.1) })
        #expect(asked.subtracting(PhraseKey.allCases.map(\.rawValue)).isEmpty)
        for key in PhraseKey.allCases where !asked.contains(key.rawValue) {
            #expect(code.contains(".\(key)"), "'\(key.rawValue)' is used nowhere: take it out of the files")
        }
    }

    private static func text(of folder: String, ending: String, except: String? = nil) throws -> String {
        let root = SourceTree.root.appending(path: folder)
        let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(ending) && !(except.map($0.hasSuffix) ?? false) }
            .map { try String(contentsOf: root.appending(path: $0), encoding: .utf8) }.joined(separator: "\n")
    }

    @Test(
        "A file that a translator got wrong is told by its line",
        arguments: [("empty Nothing", 1), ("# x\nempy = Nothing", 2)])
    func tellsFaults(source: String, line: Int) throws {
        let english = try String(contentsOf: SourceTree.root.appending(path: "Templates/phrases/en.txt"), encoding: .utf8)
        do {
            _ = try PhraseBook(sources: [.english: english, .thai: source])
            Issue.record("a faulty file was taken")
        } catch {
            #expect(error.line == line && error.file == "th.txt")
        }
    }

    @Test("A site's own line stands in place of the program's, and what a language lacks is said in English")
    func prefersTheSitesOwn() throws {
        let english = try String(contentsOf: SourceTree.root.appending(path: "Templates/phrases/en.txt"), encoding: .utf8)
        let book = try PhraseBook(sources: [.english: english + "\nempty = Nobody wrote yet."])
        #expect(book.phrases(in: .english)(.empty) == "Nobody wrote yet.")
        #expect(book.phrases(in: .thai)(.back) == book.phrases(in: .english)(.back))
    }

    @Test(
        "Headers of mails: words of at most 75 characters that give the text back",
        arguments: [
            "Hello", "Chào bạn, Công ty Sáng Tạo Việt mời bạn hợp tác lâu dài cùng chúng tôi",
            "บริษัทแสงเหนือเชิญคุณร่วมงานกับเราในระยะยาวค่ะ", "a =?utf-8?B?eA==?= b", "👩‍👩‍👧‍👧 family",
        ])
    func encodesHeaders(text: String) throws {
        var message = MIMEMessage(plain: "", html: "", boundary: "=_x")
        message.add("Subject", text: text)
        let header = String(decoding: message.bytes, as: UTF8.self).components(separatedBy: "\nMIME-Version")[0]
        #expect(header.utf8.allSatisfy { $0 < 128 })
        let words = header.dropFirst("Subject: ".count).components(separatedBy: "\n ")
        #expect(words.allSatisfy { $0.count <= 75 })
        let decoded = try words.map { word in
            guard word.hasPrefix("=?utf-8?B?") else { return word }
            return String(decoding: try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2)))), as: UTF8.self)
        }
        #expect(decoded.joined() == text)
    }

    @Test(arguments: [
        "a b@x.example", "a,b@x.example", "<a@x.example>", "a@b@c.example", "ä@x.example", "a\n@x.example", "a..b@x.example",
    ])
    func refusesAddressesThatAHeaderCannotCarry(address: String) {
        #expect(!MIMEMessage.canCarry(address))
    }
}
