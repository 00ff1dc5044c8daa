import Foundation
import Marketplace
import Testing

@testable import Catalogue

@Suite struct SiteReaderTests {
    private static let header = "username,nickname,market"

    private func told(_ files: [String: String?]) throws -> [String] {
        try TemporarySite(files).read().diagnostics.map {
            "\($0.file):\($0.line):\($0.column) \($0.severity.rawValue) \($0.id.rawValue)"
        }
    }

    @Test func readsAWholeSite() throws {
        let site = try TemporarySite([
            "companies/alpha.md": "---\nname: Alpha\nroles: [affiliate_partner, mcn]\n---\n",
            "creators/b.csv": Self.header + ",photo,followers\nzoe,Zoe,GB,face.webp,5\nAnna,Anna,ID,,1K\n",
            "creators/a.jsonl": "{\"username\":\"mia\",\"nickname\":\"Mia\",\"market\":\"SG\"}\n",
            "profiles/anna.md":
                "---\nfollowers: 2.5K\ncategories: [Health, Shoes]\nmarket: VN\nphone: 0812345678\n---\n# Anna\n\nLong.\n",
            "photos/face.webp": "x", "photos/anna.png": "x", "photos/.hidden": "x", "creators/.DS_Store": "x",
        ])
        let (catalogue, diagnostics) = site.read()
        #expect(diagnostics.isEmpty)
        let found = try #require(catalogue)
        #expect(found.owner.slug.text == "north")
        #expect(found.companies.map(\.slug.text) == ["alpha", "north"])
        #expect(found.creators.map(\.username.text) == ["Anna", "mia", "zoe"])
        #expect(found.creators.map(\.photo) == ["anna.png", nil, "face.webp"])
        #expect(found.photoFiles == ["anna.png", "face.webp"])
        let anna = try #require(found.creators.first)
        #expect(anna.profile?.text == "# Anna\n\nLong.")
        #expect(anna.metrics[.followers] == .known(try #require(FixedDecimal(2_500))))
        #expect(anna.categories.map(\.text) == ["health", "shoes"])
        #expect((anna.market, anna.currency) == (.vn, .vnd))
        #expect(anna.contacts[.phone] == "0812345678")
    }

    @Test func everyFaultIsToldAtOnce() throws {
        let lines = try told([
            "site.yaml": TemporarySite.siteFile + "pagesize: 3\n",
            "companies/North Star.md": "x",
            "creators/a.csv": Self.header + ",gmv\nanna,Anna,ID,x\n@b,B,ID,\n",
            "creators/b.jsonl": "{\"username\":\"ANNA\",\"nickname\":\"A\",\"market\":\"ID\"}\nnonsense\n",
            "creators/c.xlsx": "x",
            "profiles/nobody.md": "Hi", "profiles/notes.txt": "x",
            "photos/stranger.png": "x",
        ])
        #expect(
            lines == [
                "companies/North Star.md:1:1 error company.name", "creators/a.csv:2:14 error creator.number",
                "creators/a.csv:3:1 error creator.username", "creators/b.jsonl:1:13 error creator.duplicate",
                "creators/b.jsonl:2:1 error json.syntax", "creators/c.xlsx:1:1 warning file.unused",
                "photos/stranger.png:1:1 warning photo.unused", "profiles/nobody.md:1:1 error profile.creator",
                "profiles/notes.txt:1:1 warning file.unused", "site.yaml:3:1 error yaml.key",
            ])
    }

    @Test func usernamesThatDifferInCaseOnlyAreTheSameAndBothPlacesAreNamed() throws {
        let diagnostics = try TemporarySite([
            "creators/a.csv": Self.header + "\nanna,Anna,ID\n", "creators/b.csv": Self.header + "\nmia,Mia,ID\nANNA,Anna,ID\n",
        ]).read().diagnostics
        let fault = try #require(diagnostics.first)
        #expect(diagnostics.count == 1)
        #expect(fault.file == "creators/b.csv" && fault.line == 3)
        #expect(fault.message == "the username 'ANNA' is taken: see creators/a.csv:2")
    }

    @Test func creatorsAreSortedByUsernameHoweverLongAndAlikeTheyAre() throws {
        let stem = "the-same-beginning-"
        let names =
            ["b", "a", "a.b", "ab", "A-z", "zz"]
            + (0..<50).map { stem + String(repeating: "x", count: $0 % 7) + "\($0 * 37 % 50)" }
        let rows = names.map { "\($0),N,ID\n" }.joined()
        let (catalogue, diagnostics) = try TemporarySite(["creators/a.csv": Self.header + "\n" + rows]).read()
        #expect(diagnostics.isEmpty)
        #expect(try #require(catalogue).creators.map(\.username) == names.compactMap { Username($0) }.sorted())
    }

    @Test func photosThatAreNamedButNotThereAreTold() throws {
        let files = ["creators/a.csv": Self.header + ",photo\nanna,Anna,ID,ana.png\n", "photos/anna.png": "x"]
        let diagnostics = try TemporarySite(files).read().diagnostics
        let fault = try #require(diagnostics.first { $0.id == .creatorPhoto })
        #expect((fault.line, fault.column, fault.fix) == (2, 14, "did you mean 'anna.png'?"))
    }

    @Test func profileInBothPlacesIsAFault() throws {
        let lines = try told(["creators/a.csv": Self.header + ",profile\nanna,Anna,ID,Hi\n", "profiles/anna.md": "Hello\n"])
        #expect(lines == ["profiles/anna.md:1:1 error profile.twice"])
    }

    @Test func frontMatterOfAProfileIsChecked() throws {
        let lines = try told([
            "creators/a.csv": Self.header + "\nanna,Anna,ID\n",
            "profiles/anna.md": "---\nusername: mia\nfolowers: 3\ngmv: lots\nprofile: x\n---\nHello\n",
        ])
        #expect(
            lines == [
                "profiles/anna.md:2:1 error yaml.key", "profiles/anna.md:3:1 error yaml.key",
                "profiles/anna.md:4:6 error creator.number", "profiles/anna.md:5:1 error yaml.key",
            ])
    }

    @Test func companyOfTheSiteMustExist() throws {
        let (catalogue, diagnostics) = try TemporarySite(["site.yaml": "name: A\ncompany: nort\n"]).read()
        #expect(catalogue == nil)
        #expect(
            diagnostics.map(\.description) == [
                "site.yaml:2:10: error: there is no companies/nort.md [site.company]\n  fix: did you mean 'north'?"
            ])
    }

    @Test func siteWithoutAFileIsToldButItsCreatorsAreCheckedAllTheSame() throws {
        let lines = try told(["site.yaml": nil, "creators/a.csv": Self.header + "\n@a,A,ID\n"])
        #expect(lines == ["creators/a.csv:2:1 error creator.username", "site.yaml:1:1 error file.unreadable"])
    }

    @Test func linksOutOfTheSiteAndFoldersInPlaceOfFilesAreTold() throws {
        let outside = try TemporarySite(["creators/secret.csv": Self.header + "\nspy,Spy,ID\n"])
        let site = try TemporarySite(["creators/a.csv": Self.header + "\nanna,Anna,ID\n"])
        let files = FileManager.default
        try files.createSymbolicLink(
            at: site.url.appendingPathComponent("creators/link.csv"),
            withDestinationURL: outside.url.appendingPathComponent("creators/secret.csv"))
        try files.createSymbolicLink(
            at: site.url.appendingPathComponent("creators/lost.csv"),
            withDestinationURL: site.url.appendingPathComponent("nowhere"))
        try files.createDirectory(at: site.url.appendingPathComponent("creators/folder.csv"), withIntermediateDirectories: true)
        try files.createSymbolicLink(
            at: site.url.appendingPathComponent("photos"), withDestinationURL: outside.url)
        let (catalogue, diagnostics) = site.read()
        #expect(try #require(catalogue).creators.map(\.username.text) == ["anna"])
        #expect(
            diagnostics.map { "\($0.file) \($0.id.rawValue)" } == [
                "creators/folder.csv file.unreadable", "creators/link.csv file.outside", "creators/lost.csv file.unreadable",
                "photos file.outside",
            ])
    }

    @Test func linksInsideTheSiteAreFollowed() throws {
        let site = try TemporarySite([
            "lists/a.csv": Self.header + "\nanna,Anna,ID\n", "creators/b.csv": Self.header + "\nmia,Mia,ID\n",
        ])
        try FileManager.default.createSymbolicLink(
            at: site.url.appendingPathComponent("creators/a.csv"),
            withDestinationURL: site.url.appendingPathComponent("lists/a.csv"))
        let (catalogue, diagnostics) = site.read()
        #expect(diagnostics.isEmpty)
        #expect(try #require(catalogue).creators.count == 2)
    }

    @Test func textFilesThatAreNotUTF8AreToldWhereTheyCease() throws {
        let site = try TemporarySite(["creators/a.csv": Self.header + "\nanna,Anna,ID\n"])
        try site.write(bytes("one\r\ntwo") + [0xff], to: "profiles/anna.md")
        #expect(
            site.read().diagnostics.map { "\($0.file):\($0.line):\($0.column) \($0.id.rawValue)" } == [
                "profiles/anna.md:2:4 file.encoding"
            ])
    }

    @Test func carriageReturnsAndByteOrderMarksAreFineEverywhere() throws {
        let site = try TemporarySite([
            "site.yaml": "\u{feff}name: Sample\r\ncompany: north\r\n",
            "companies/north.md": "\u{feff}---\r\nname: North\r\nroles: mcn\r\n---\r\nHi\r\nyou\r\n",
        ])
        let (catalogue, diagnostics) = site.read()
        #expect(diagnostics.isEmpty)
        #expect(try #require(catalogue).owner.introduction == "Hi\nyou")
    }
}
