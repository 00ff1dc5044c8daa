import Marketplace
import Testing

@testable import Catalogue

@Suite struct ImporterTests {
    private static let site: Site = {
        guard let company = Slug("north") else { preconditionFailure("'north' is a slug") }
        return Site(name: "Sample", company: company)
    }()

    private func plan(
        _ text: String, _ mapping: [String] = [], market: Market? = .id, files: [String: String] = [:],
        name: String = "list.csv"
    ) throws -> ImportReport {
        let existing = files.sorted { $0.key < $1.key }.map { CreatorFile(path: $0.key, bytes: bytes($0.value)) }
        let importer = Importer(site: Self.site, files: existing)
        let report = try importer.plan(
            fileName: name, bytes: bytes(text), market: market, mapping: try mapping.map { try ColumnMapping(argument: $0) },
            today: .importDay)
        try check(report, importer: importer, text, market, mapping, name)
        return report
    }

    /// What holds of every import: the counts add up, each faulty row has an error, what is written can be read, and a
    /// second import changes no byte.
    private func check(
        _ report: ImportReport, importer: Importer, _ text: String, _ market: Market?, _ mapping: [String], _ name: String
    ) throws {
        #expect(report.imported + report.unchanged + report.faulty == report.rows)
        #expect(Set(report.diagnostics.filter { $0.severity == .error }.map(\.line)).count == report.faulty)
        for file in report.files where file.path.hasPrefix("creators/") {
            let reader = CreatorFileReader(categories: .standard, served: Set(Market.allCases))
            #expect(!reader.read(file.bytes, file: file.path).diagnostics.hasErrors)
        }
        let again = try importer.applying(report).plan(
            fileName: name, bytes: bytes(text), market: market, mapping: try mapping.map { try ColumnMapping(argument: $0) },
            today: .importDay)
        #expect(again.files.isEmpty)
        #expect((again.imported, again.unchanged, again.faulty) == (0, report.imported + report.unchanged, report.faulty))
    }

    private func text(_ report: ImportReport, _ path: String) -> String? {
        report.files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    private func usage(_ text: String, _ mapping: [String] = [], market: Market? = .id) -> ImportUsageError? {
        do {
            _ = try plan(text, mapping, market: market)
            return nil
        } catch {
            return error as? ImportUsageError
        }
    }

    // MARK: Reading

    @Test func foreignColumnsAreProposedFromTheHeaderAndSaidSo() throws {
        let report = try plan(
            "S.no, Name,Tiktoker,Subscribers,Subscribers,Views avg.,\"Authentic\n engagement \"\n1, Anna K ,@anna,1.3M,1300001,97K,x\n"
        )
        #expect(
            text(report, "creators/list.csv")
                == "username,nickname,market,followers,video_views_avg\nanna,Anna K,ID,1300001,97000\n")
        #expect(
            report.mappingSummary == [
                "mapping proposed from the header: username ← 'Tiktoker' (#3), nickname ← 'Name' (#2), followers ← 'Subscribers' (#5), video_views_avg ← 'Views avg.' (#6)",
                "columns kept beside, for export: 'S.no' (#1), 'Subscribers' (#4), 'Authentic engagement' (#7)",
            ])
        let note = try #require(report.diagnostics.first)
        #expect(note.severity == .note && note.id == .importColumns)
        #expect(note.message.contains("#5 (the others: #4)"))
    }

    @Test func columnsAreMappedByNameByPositionOrNotAtAll() throws {
        let text = "handle,fans,fans,likes\nanna,1K,1001,5\n"
        #expect(
            self.text(try plan(text, ["followers=#2"]), "creators/list.csv")
                == "username,nickname,market,followers,likes_avg\nanna,anna,ID,1000,5\n")
        #expect(
            self.text(try plan(text, ["followers= FANS ", "likes_avg="]), "creators/list.csv")
                == "username,nickname,market,followers\nanna,anna,ID,1001\n")
        #expect(try plan(text, ["likes_avg=fans", "followers="]).mapping.map(\.isProposed) == [true, false])
    }

    @Test(arguments: [
        ("1.3M", "1300000"), ("97K", "97000"), ("\"1,234\"", "1234"), ("477900000.00", "477900000"), ("10K+", "10000.."),
        ("1K-5K", "1000..5000"), ("--", ""), ("N/A", ""), (" 12 ", "12"),
    ])
    func numbersBecomePlain(_ cell: String, _ plain: String) throws {
        #expect(
            text(try plan("username,followers\nanna,\(cell)\n"), "creators/list.csv")
                == "username,nickname,market,followers\nanna,anna,ID,\(plain)\n")
    }

    @Test func percentagesAndMeansBecomePlain() throws {
        let report = try plan("username,engagement_rate,avg likes\nanna,12.5%,534091.67\n")
        #expect(
            text(report, "creators/list.csv")
                == "username,nickname,market,likes_avg,engagement_rate\nanna,anna,ID,534091.67,0.125\n")
    }

    @Test(arguments: [
        "@anna.k", "https://www.tiktok.com/@anna.k", "tiktok.com/@anna.k?lang=en", "https://www.tiktok.com/@anna.k/video/1",
        " anna.k ",
    ])
    func handlesAndAddressesOfProfilesAreUsernames(_ cell: String) throws {
        #expect(text(try plan("handle\n\(cell)\n"), "creators/list.csv") == "username,nickname,market\nanna.k,anna.k,ID\n")
    }

    @Test func missingNicknamesAreCountedInANote() throws {
        let report = try plan("username,name\na,\nb,B\nc,--\n")
        #expect(report.diagnostics.map(\.message) == ["2 new creators without a nickname: the username stands in"])
    }

    @Test func categoriesOfTheSourceAreMappedAndOthersLeftOutWithOneWarningEach() throws {
        let report = try plan(
            "username,category_1,category_2\na,Beauty,Dance\nb,Health; shoes,Dance\nc,\"Books, Magazines & Audio\",Health/Shoes\n"
        )
        #expect(
            text(report, "creators/list.csv") == """
                username,nickname,market,categories
                a,a,ID,Beauty & Personal Care
                b,b,ID,Health;Shoes
                c,c,ID,"Books, Magazines & Audio;Health;Shoes"

                """)
        #expect(report.diagnostics.first { $0.severity == .warning }.map { "\($0.line):\($0.column)" } == "2:10")
        #expect(
            report.diagnostics.filter { $0.id == .importCategory }.map(\.message) == [
                "the category 'Dance' is left out of 2 rows, as the site has none that it means"
            ])
    }

    @Test func marketComesFromItsColumnElseFromTheOption() throws {
        let report = try plan("username,market\na,Vietnam\nb,\nc,uk\nd,US\n")
        #expect(text(report, "creators/list.csv") == "username,nickname,market\na,a,VN\nb,b,ID\nc,c,GB\n")
        #expect(report.faulty == 1)
        #expect(try plan("username,country\na,VN\n", market: nil).imported == 1)
        #expect(text(try plan("username,country\na,VN\n"), "creators/list.csv") == "username,nickname,market\na,a,ID\n")
    }

    @Test func jsonLinesAreImportedToo() throws {
        let report = try plan(
            "{\"handle\":\"@anna\",\"stats\":{\"x\":1},\"fans\":1300,\"categories\":[\"Health\",\"Shoes\"]}\n{\"fans\":2}\nbroken\n",
            name: "list.jsonl")
        #expect(
            text(report, "creators/list.csv")
                == "username,nickname,market,categories,followers\nanna,anna,ID,Health;Shoes,1300\n")
        #expect((report.rows, report.faulty) == (3, 2))
    }

    @Test func windows1252AndUTF16AreDecodedAndSaidSo() throws {
        let importer = Importer(site: Self.site, files: [])
        let mixed = bytes("username,name\na,Zoë\nb,O") + [0x92] + bytes("Neill\n")
        let report = try importer.plan(fileName: "l.csv", bytes: mixed, market: .gb, today: .importDay)
        #expect(text(report, "creators/l.csv") == "username,nickname,market\na,Zoë,GB\nb,O’Neill,GB\n")
        #expect(report.diagnostics.map { "\($0.line):\($0.column) \($0.id.rawValue)" } == ["3:4 import.encoding"])
        let wide: [UInt8] = [0xff, 0xfe] + "username\na\n".utf8.flatMap { [$0, 0] }
        #expect(try importer.plan(fileName: "l.csv", bytes: wide, market: .gb, today: .importDay).imported == 1)
    }

    @Test func blankLinesBeforeTheHeaderAndBetweenRowsAreNoRows() throws {
        let report = try plan(",,,\n\nRank,Name,Username,Follower Count\n1,Anna,@anna,10.4M\n,,,\n")
        #expect((report.rows, report.imported) == (1, 1))
    }

    // MARK: Faulty rows

    @Test func faultyRowsAreToldAndTheGoodOnesKept() throws {
        let report = try plan("username,followers\na,x\nb b,1\n,5\nd,1,2\ne,5\n\"f,5\n")
        #expect((report.rows, report.imported, report.faulty) == (6, 1, 5))
        #expect(
            report.diagnostics.map { "\($0.line):\($0.column) \($0.id.rawValue)" }
                == [
                    "2:3 creator.number", "3:1 creator.username", "4:1 creator.required", "5:5 csv.cell-count",
                    "6:1 import.nickname",
                    "7:1 csv.unclosed-quote",
                ])
    }

    @Test func secondOfTwoRowsWithOneUsernameIsFaultyAndBothLinesAreNamed() throws {
        let report = try plan("username\nanna\nmia\nANNA\n")
        #expect((report.imported, report.faulty) == (2, 1))
        #expect(
            report.diagnostics.first { $0.severity == .error }?.message
                == "the username 'ANNA' stands twice in this file: in line 2 and in line 4")
    }

    @Test func creatorOfAnotherMarketIsFaulty() throws {
        let report = try plan(
            "username\nanna\n", market: .vn, files: ["creators/a.csv": "username,nickname,market\nanna,Anna,ID\n"])
        #expect(report.faulty == 1)
        #expect(report.diagnostics.map(\.id) == [.importOtherMarket])
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [], "no column of list.csv holds usernames; it has #1 'a', #2 'b'"),
        ("username\na\n", ["followers=fans"], "list.csv has no column 'fans'; it has #1 'username'"),
        ("username\na\n", ["followers=#2"], "list.csv has no column #2; it has #1 'username'"),
        ("username\na\n", ["folowers=#1"], "'folowers' is no field of a creator"),
        ("username\na\n", ["followers"], "'followers' is no mapping"),
        ("username\na\n", ["followers=#0"], "'#0' is no position of a column"),
        ("username,b,c\na,1,2\n", ["followers=b", "followers=c"], "'followers' is mapped twice"),
        ("", [], "list.csv:1:1: the file holds nothing"),
    ])
    func impossibleMappingsAreUsageErrors(_ text: String, _ mapping: [String], _ message: String) {
        #expect(usage(text, mapping)?.message == message)
    }

    @Test func marketThatNobodyTellsIsAUsageError() {
        #expect(usage("username\na\n", market: nil)?.message == "no column of list.csv holds markets, and none is given")
    }

    // MARK: Updates

    @Test func onlyToldCellsOfAnExistingCSVRecordChange() throws {
        let old = "username;market;nickname;bio;followers\r\nmia;ID;\"M \"\"i\"\"\";x;1K\r\nanna;ID;Anna;\"two\r\nlines\";5\r\n"
        let report = try plan("username,name,followers\nanna,--,7\nmia,,1000\n", files: ["creators/a.csv": old])
        #expect((report.imported, report.updated, report.unchanged) == (1, 1, 1))
        #expect(report.files.map(\.path) == ["creators/a.csv", "snapshots/2026-09-30.jsonl"])
        #expect(text(report, "creators/a.csv") == old.replacing("lines\";5", with: "lines\";7"))
    }

    @Test func columnsThatAFileLacksAreAppended() throws {
        let old = "username,nickname,market\nanna,Anna,ID\n\nmia,\"M, i\",ID"
        let report = try plan("username,fans,gmv\nanna,7,\nzoe,8,9\n", files: ["creators/list.csv": old])
        #expect(
            text(report, "creators/list.csv")
                == "username,nickname,market,followers,gmv\nanna,Anna,ID,7,\n\nmia,\"M, i\",ID,,\nzoe,zoe,ID,8,9\n".replacing(
                    "market,followers,gmv", with: "market,followers,gmv"))
    }

    @Test func onlyToldValuesOfAnExistingJSONLineChange() throws {
        let old =
            "{ \"username\": \"anna\", \"market\":\"ID\", \"nickname\":\"A\", \"gmv\":null, \"followers\": \"1K\" }\n{\"username\":\"mia\",\"nickname\":\"M\",\"market\":\"ID\"}\n"
        let report = try plan(
            "username,followers,gmv,ecommerce,category,name\nanna,7,8.50,no,Health,\"An \"\"na\"\"\"\n",
            files: ["creators/a.jsonl": old])
        let expected = old.replacing("\"gmv\":null", with: "\"gmv\":8.5").replacing(
            "\"followers\": \"1K\"", with: "\"followers\": 7,\"categories\":[\"Health\"],\"ecommerce\":false"
        ).replacing("\"nickname\":\"A\"", with: "\"nickname\":\"An \\\"na\\\"\"")
        #expect(text(report, "creators/a.jsonl") == expected)
    }

    @Test func valuesThatMeanTheSameAreUnchanged() throws {
        let report = try plan(
            "username,followers,engagement_rate,ecommerce,category\nanna,1300000,0.125,yes,health\n",
            files: [
                "creators/a.csv":
                    "username,nickname,market,followers,engagement_rate,categories\nanna,Anna,ID,1.3M,12.5%,Health\n"
            ])
        #expect((report.unchanged, report.files.map(\.path)) == (1, ["snapshots/2026-09-30.jsonl"]))
    }

    @Test func recordsWithFaultsAreNotTouched() throws {
        let report = try plan(
            "username,followers\nanna,7\n", files: ["creators/a.csv": "username,nickname,market,gmv\nanna,Anna,ID,x\n"])
        #expect(report.faulty == 1)
        #expect(report.diagnostics.map(\.id) == [.importBlocked])
    }

    @Test(arguments: [
        ("Top TikTok (2).csv", "creators/top-tiktok-2.csv"), ("dir/a.b.csv", "creators/a-b.csv"),
        ("名前.csv", "creators/import.csv"),
        ("../../etc/passwd", "creators/passwd.csv"),
    ])
    func newCreatorsGoToAFileNamedAfterTheirSource(_ name: String, _ path: String) {
        #expect(Importer.target(of: name) == path)
    }

    @Test func photosThatAreNotThereAreLeftOut() throws {
        let importer = Importer(site: Self.site, files: [], photos: ["a.png"])
        let report = try importer.plan(
            fileName: "l.csv", bytes: bytes("username,photo\na,a.png\nb,b.png\n"), market: .id, today: .importDay)
        #expect(text(report, "creators/l.csv") == "username,nickname,market,photo\na,a,ID,a.png\nb,b,ID,\n")
        #expect(report.diagnostics.contains { $0.id == .importPhoto && $0.severity == .warning })
    }
}
