import Marketplace
import Testing

@testable import Catalogue

@Suite struct CreatorDecoderTests {
    @Test func readsEveryNativeColumnTheSameFromBothFormats() throws {
        let csv = """
            username,nickname,market,bio,profile,photo,categories,followers,audience_female,ecommerce,account_type,agency,authorized,\
            contact_visible,email,phone,rating,products,currency,gmv,response_hours,quick_to_respond,score,updated
            anna.k,Anna K,uk,"Hi, there",**Hello**,anna.png,Health;beauty-personal-care,1.3M,62.5%,YES,official,North,no,0,\
            anna@example.com,+44 20 7946 0000,4.5,12,usd,"1,234.56",2.5,true,88,2026-09-30
            """
        let json = """
            {"username":"anna.k","nickname":"Anna K","market":"GB","bio":"Hi, there","profile":"**Hello**","photo":"anna.png",\
            "categories":["Health","Beauty & Personal Care"],"followers":1300000,"audience_female":0.625,"ecommerce":true,\
            "account_type":"official","agency":"North","authorized":false,"contact_visible":0,"email":"anna@example.com",\
            "phone":"+44 20 7946 0000","rating":4.5,"products":12,"currency":"USD","gmv":1234.56,"response_hours":2.5,\
            "quick_to_respond":"yes","score":88,"updated":"2026-09-30","lives":null,"zalo":""}
            """
        let fromCSV = read(csv)
        let fromJSON = read(json, file: "creators/a.jsonl")
        #expect(fromCSV.diagnostics.isEmpty)
        #expect(fromJSON.diagnostics.isEmpty)
        let creator = try #require(fromCSV.creators.first)
        #expect(fromJSON.creators == [creator])
        #expect(creator.market == .gb)
        #expect(creator.categories.map(\.text) == ["health", "beauty-personal-care"])
        #expect(creator.metrics[.gmv] == .known(FixedDecimal(millionths: 1_234_560_000)))
        #expect(creator.metrics[.audienceFemale] == .known(FixedDecimal(millionths: 625_000)))
        #expect(creator.metrics[.videos] == .missing)
        #expect(!creator.isAuthorized && !creator.showsContact && creator.hasCommercePermission)
        #expect(creator.statedLabels == [.quickToRespond: true])
        #expect(creator.currency == .usd)
    }

    /// What the domain writes is what this module reads.
    @Test func readsBackWhatTheDomainWrites() throws {
        let text =
            "username,nickname,market,followers,gmv,categories,lives\nanna,\"A \"\"K\"\"\nx\",ID,1000..5000,12.5,Health;Shoes,10K+\n"
        let creator = try #require(read(text.replacing("\nx\"", with: "\"")).creators.first)
        #expect(read(creator.json, file: "creators/a.jsonl").creators == [creator])
    }

    @Test(arguments: ["", "  ", "\"\""])
    func emptyIsMissingAndNoFault(_ cell: String) throws {
        for column in CreatorColumn.allCases where !CreatorColumn.required.contains(column) {
            let (creator, diagnostics) = read(column.rawValue, cell)
            #expect(diagnostics.isEmpty, "\(column)")
            #expect(creator == Creator(username: try #require(Username("anna")), nickname: "Anna", market: .id))
        }
    }

    @Test func zeroIsAValue() throws {
        #expect(try #require(read("gmv", "0").creator).metrics[.gmv] == .known(.zero))
    }

    @Test(arguments: [
        ("followers", "\"1,3M\"", DiagnosticID.creatorNumber, "write 1300000 or 1.3M"),
        ("followers", "12.5", .creatorNumber, "write 12"),
        (
            "followers", "-5", .creatorRange,
            "write a whole number such as 1300000 or 1.3M, or leave it empty where it is not known"
        ),
        (
            "followers", "--", .creatorNumber,
            "write a whole number such as 1300000 or 1.3M, or leave it empty where it is not known"
        ),
        ("engagement_rate", "12.5", .creatorRange, "write 0.125 or 12.5%"),
        ("engagement_rate", "\"12,5%\"", .creatorNumber, "write 0.125 or 12.5%"),
        ("gmv", "Rp 500", .creatorNumber, "write 500"),
        ("gmv", "1.234.567", .creatorNumber, "write 1234567 or 1,234,567"),
        ("rating", "6", .creatorRange, "write a number from 0 to 5"),
        ("score", "101", .creatorRange, "write a number from 0 to 100"),
        ("ecommerce", "maybe", .creatorFlag, "write true or false"),
        ("updated", "30.09.2026", .creatorDate, "write year-month-day, such as 2026-09-30"),
        ("updated", "2026-02-30", .creatorDate, "write year-month-day, such as 2026-09-30"),
        ("currency", "EUR", .creatorCurrency, "write one of GBP, IDR, MYR, VND, THB, PHP, SGD, USD"),
        ("account_type", "oficial", .creatorAccountType, "did you mean 'official'?"),
        ("categories", "Helth", .creatorCategory, "did you mean 'Health'?"),
        ("categories", "Health;Shoes;Furniture;Collectibles", .creatorCategory, "keep the three that matter most"),
        (
            "photo", "../secret.png", .creatorPhoto,
            "write the name of a file in photos/ that ends with .jpg, .jpeg, .png or .webp"
        ),
        ("photo", "a/b.png", .creatorPhoto, "write the name of a file in photos/ that ends with .jpg, .jpeg, .png or .webp"),
        ("photo", "anna.svg", .creatorPhoto, "write the name of a file in photos/ that ends with .jpg, .jpeg, .png or .webp"),
        ("bio", "a\u{1}b", .creatorText, "take it out"),
        ("agency", "a\u{9b}b", .creatorText, "take it out"),
        ("agency", "a\u{0}b", .creatorText, "take it out"),
    ])
    func faultyValuesAreToldWithAFix(_ column: String, _ cell: String, _ id: DiagnosticID, _ fix: String) throws {
        let (creator, diagnostics) = read(column, cell)
        let fault = try #require(diagnostics.first)
        #expect(diagnostics.count == 1)
        #expect((fault.id, fault.fix, fault.severity) == (id, fix, .error))
        #expect((fault.file, fault.line, fault.column) == ("creators/a.csv", 2, 14))
        #expect(creator != nil)
    }

    @Test(arguments: [("bio", 65_536), ("agency", 1_024), ("nickname", 1_024), ("profile", 1 << 20)])
    func textsHaveALongestLength(_ column: String, _ longest: Int) throws {
        func diagnostics(_ count: Int) -> [Diagnostic] {
            let text = String(repeating: "é", count: count / 2)
            let nickname = column == "nickname" ? "" : #""nickname":"A","#
            return read(#"{"username":"a",\#(nickname)"market":"ID","\#(column)":"\#(text)"}"#, file: "a.jsonl").diagnostics
        }
        #expect(diagnostics(longest).isEmpty)
        let fault = try #require(diagnostics(longest + 2).first)
        #expect(fault.id == .creatorText && fault.severity == .error)
        #expect(fault.message == "'\(column)' has \(longest + 2) bytes, and \(longest) are the most")
    }

    @Test(arguments: [
        ("@anna", "write anna"), ("an na", "write 1 to 64 letters (a–z), digits, dots, underscores or hyphens"),
        ("..", "write 1 to 64 letters (a–z), digits, dots, underscores or hyphens"),
        ("ánna", "write 1 to 64 letters (a–z), digits, dots, underscores or hyphens"),
    ])
    func usernamesAreChecked(_ username: String, _ fix: String) {
        let (creators, diagnostics) = read("username,nickname,market\n\(username),Anna,ID\n")
        #expect(creators.isEmpty)
        #expect(diagnostics.map(\.fix) == [fix])
    }

    @Test func marketsAreCheckedAndUnservedOnesWarnedOf() throws {
        #expect(
            read("username,nickname,market\na,A,US\nb,B,Indonesia\n").diagnostics.map(\.fix) == [
                "write one of GB, ID, MY, VN, TH, PH, SG", "write ID",
            ])
        let (creators, diagnostics) = read("username,nickname,market\na,A,VN\n", served: [.id])
        #expect(creators.count == 1)
        #expect(diagnostics.map(\.severity) == [.warning])
        #expect(diagnostics.map(\.id) == [.creatorMarketUnserved])
    }

    @Test func requiredValuesThatAreMissingAreTold() {
        let (creators, diagnostics) = read("username,nickname,market\na,,ID\n,B,ID\nc,C,\n")
        #expect(creators.isEmpty)
        #expect(diagnostics.map { "\($0.line):\($0.column)" } == ["2:3", "3:1", "4:5"])
        #expect(diagnostics.allSatisfy { $0.id == .creatorRequired })
        #expect(read("{\"username\":\"a\"}", file: "a.jsonl").diagnostics.map(\.id) == [.creatorRequired, .creatorRequired])
    }

    @Test func headerFaultsAreToldOnce() {
        let (creators, diagnostics) = read(
            "username,nickname,market,folowers,hashtags,gmv,gmv\na,A,ID,1,2,3,3\nb,B,ID,1,2,3,3\n")
        #expect(creators.count == 2)
        #expect(diagnostics.map(\.column) == [26, 35, 48])
        #expect(diagnostics.first?.fix == "did you mean 'followers'?")
        #expect(read("username,nickname\na,A\n").diagnostics.map(\.message) == ["the column 'market' is missing"])
    }

    @Test func unknownKeysAreToldOnceWithTheirNumber() {
        let line = "{\"username\":\"USER\",\"nickname\":\"A\",\"market\":\"ID\",\"folowers\":1}\n"
        let (_, diagnostics) = read(line.replacing("USER", with: "a") + line.replacing("USER", with: "b"), file: "a.jsonl")
        #expect(diagnostics.map(\.message) == ["'folowers' is no column of a creator (in 2 lines)"])
        #expect(diagnostics.map(\.fix) == ["did you mean 'followers'?"])
    }

    @Test func contactsThatLookWrongAreWarnedOfWithoutShowingThem() throws {
        let (creator, diagnostics) = read("email", "anna at example")
        #expect(try #require(creator).contacts[.email] == "anna at example")
        #expect(diagnostics.map(\.severity) == [.warning])
        #expect(!diagnostics.description.contains("anna at example"))
    }

    @Test func longTextsKeepTheirLinesAndOthersMayHaveNone() throws {
        let (creator, diagnostics) = read("bio", "\"one\r\ntwo\tthree\"")
        #expect(diagnostics.isEmpty)
        #expect(try #require(creator).bio == "one\ntwo\tthree")
        #expect(read("agency", "\"one\ntwo\"").diagnostics.map(\.message) == ["'agency' holds a line break"])
    }

    @Test func bytesThatAreNotUTF8AreToldAtTheirCell() {
        let file = bytes("username,nickname,market\na,") + [0x41, 0x92] + bytes(",ID\nb,B,ID\n")
        let (creators, diagnostics) = CreatorFileReader(categories: .standard, served: [.id]).read(file, file: "a.csv")
        #expect(creators.map(\.creator.username.text) == ["b"])
        #expect(diagnostics.map(\.id) == [.fileEncoding])
        #expect(diagnostics.first.map { ($0.line, $0.column) } ?? (0, 0) == (2, 3))
    }

    @Test func nestedValuesAreFaultsOfNativeColumns() {
        let line = #"{"username":"a","nickname":"A","market":"ID","bio":{"x":1},"gmv":[1],"categories":[["x"]],"agency":true}"#
        #expect(
            read(line, file: "a.jsonl").diagnostics.map(\.id) == [.creatorText, .creatorNumber, .creatorCategory, .creatorText])
    }

    @Test func filesInUTF16AreTold() {
        let reader = CreatorFileReader(categories: .standard, served: [.id])
        #expect(reader.read([0xff, 0xfe, 0x61, 0x00], file: "a.csv").diagnostics.map(\.id) == [.fileEncoding])
    }
}
