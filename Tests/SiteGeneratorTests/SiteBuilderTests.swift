@testable import Catalogue
import Fixtures
import Foundation
import Marketplace
import Pages
import SiteGenerator
import Testing

@Suite("Building a site")
struct SiteBuilderTests {
    private let folder: TemporaryFolder
    private let folders: SiteFolders

    init() throws {
        folder = try TemporaryFolder()
        folders = SiteFolders(site: folder.url)
    }

    private let stamp = BuildStamp(of: [], program: "test")

    private func builder(output: URL? = nil, assets: [String: [UInt8]] = ["plaza.css": Array("a{}".utf8)]) throws -> SiteBuilder
    {
        let owner = try Company.sample(roles: [.mcn])
        let renderer = PageRenderer(
            site: try .sample(), owner: owner, companies: [owner], templates: try SourceTree.templates(),
            words: try SourceTree.wording())
        return SiteBuilder(
            folders: SiteFolders(site: folder.url, output: output), renderer: renderer, assets: assets
        )
    }

    private func catalogue(_ creators: [Creator]) throws -> SiteCatalogue {
        let owner = try Company.sample(roles: [.mcn])
        return SiteCatalogue(
            site: try .sample(), owner: owner, companies: [owner], creators: creators.sorted { $0.username < $1.username },
            snapshots: [:], photoFiles: []
        )
    }

    @discardableResult
    private func build(_ creators: [Creator]) async throws -> SiteBuilder.Summary {
        try await builder().build(catalogue(creators), stamp: stamp)
    }

    /// Every file of the output by its path.
    private func output() throws -> [String: Data] {
        let names = FileManager.default.enumerator(atPath: folders.output.path)?.compactMap { $0 as? String } ?? []
        let pairs = try names.compactMap { name -> (String, Data)? in
            let url = folders.output.appending(path: name)
            guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false else { return nil }
            return (name, try Data(contentsOf: url))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    @Test("C1: a creator who is not listed has no page and stands in no list")
    func publishesListedCreatorsOnly() async throws {
        let summary = try await build([
            .sample("listed"), .sample("official") { $0.accountType = .official },
            .sample("nopermission") { $0.hasCommercePermission = false },
            .sample("elsewhere", agency: "Kilau Media"), .sample("own", agency: "northlight"),
        ])
        let files = try output()
        #expect(summary.listedCount == 2 && summary.creatorCount == 5)
        #expect(files.keys.filter { $0.hasPrefix("creators/") }.sorted() == ["creators/listed.html", "creators/own.html"])
        let all = files.values.map { String(decoding: $0, as: UTF8.self) }.joined()
        for name in ["official", "nopermission", "elsewhere"] { #expect(!all.contains("@\(name)"), "\(name)") }
    }

    @Test func listsByFollowersWithUnknownOnesLastInPagesOf24() async throws {
        let known = try (0..<30).map { try Creator.sample("c\(10 + $0)", followers: $0 / 2) }
        let creators = try known + [.sample("zero", followers: 0), .sample("unknown")]
        try await build(creators)
        let files = try output()
        let pages = ["ID/index.html", "ID/page/2/index.html"].map { path in
            String(decoding: files[path] ?? Data(), as: UTF8.self).matches(of: /data-creator="([^"]*)"/).map { String($0.1) }
        }
        let expected = creators.sorted(by: Creator.hasMoreFollowers).map(\.username.text)
        #expect(pages[0] == Array(expected[..<24]) && pages[1] == Array(expected[24...]))
        #expect(pages[1].last == "unknown" && pages[1].dropLast().last == "zero")
        #expect(files["ID/page/3/index.html"] == nil)
    }

    @Test func makesTheSameBytesAgain() async throws {
        let creators = try (0..<60).map { try Creator.sample("c\($0)", followers: $0 % 7) }
        try await build(creators)
        let first = try output()
        try await build(creators.shuffled())
        #expect(try output() == first)
    }

    @Test func replacesTheOldCatalogueAsAWhole() async throws {
        try await build([.sample("before")])
        try await build([.sample("after")])
        let files = try output()
        #expect(files["creators/after.html"] != nil && files["creators/before.html"] == nil)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        #expect(names == ["private", "public"])
    }

    @Test func keepsTheOldCatalogueWhereTheNewOneCannotBeFinished() async throws {
        try await build([.sample("before")])
        // No file system takes a name of 300 bytes.
        let broken = try builder(assets: [String(repeating: "x", count: 300): [1]])
        await #expect(throws: BuildFailure.self) { try await broken.build(catalogue([.sample("after")]), stamp: stamp) }
        #expect(try output()["creators/before.html"] != nil)
        #expect(try output()["creators/after.html"] == nil)
    }

    @Test func leavesAFolderAloneThatNoBuildHasMade() async throws {
        let output = folder.url.appending(path: "documents")
        try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: output.appending(path: "letter.txt"))
        await #expect(throws: BuildFailure.self) {
            try await builder(output: output).build(catalogue([.sample()]), stamp: stamp)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: output.path) == ["letter.txt"])
    }

    @Test(arguments: ["file", "link", "staging"])
    func leavesAloneWhatIsNoFolderOfABuild(kind: String) async throws {
        let precious = folder.url.appending(path: "precious")
        try Data("mine".utf8).write(to: precious)
        var output = folder.url.appending(path: "out")
        switch kind {
        case "file": output = precious
        case "link": try FileManager.default.createSymbolicLink(at: output, withDestinationURL: precious)
        default:
            let staging = folder.url.appending(path: ".out.building")
            try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: precious, to: staging.appending(path: "precious"))
        }
        await #expect(throws: BuildFailure.self) {
            try await builder(output: output).build(catalogue([.sample()]), stamp: stamp)
        }
        #expect(try String(contentsOf: precious, encoding: .utf8) == "mine")
        if kind == "staging" {
            #expect(FileManager.default.fileExists(atPath: folder.url.appending(path: ".out.building/precious").path))
        }
    }

    @Test func mendsWhatAKillLeftOfAFolderThatItRemoved() async throws {
        try await build([.sample()])
        let left = folder.url.appending(path: ".public.building")
        try FileManager.default.createDirectory(at: left.appending(path: "ID"), withIntermediateDirectories: true)
        try Data().write(to: left.appending(path: ".plaza"))
        try await build([.sample("after")])
        #expect(try output()["creators/after.html"] != nil)
        #expect(!FileManager.default.fileExists(atPath: left.path))
    }

    @Test func twoSitesThatBuildIntoOnePlaceBothFinishWhole() async throws {
        let output = folder.url.appending(path: "shared")
        let creators = try (0..<40).map { try Creator.sample("c\($0)") }
        let other = try TemporaryFolder()
        let owner = try Company.sample(roles: [.mcn])
        let renderer = PageRenderer(
            site: try .sample(), owner: owner, companies: [owner], templates: try SourceTree.templates(),
            words: try SourceTree.wording())
        let second = SiteBuilder(folders: SiteFolders(site: other.url, output: output), renderer: renderer, assets: [:])
        async let one = builder(output: output).build(catalogue(creators), stamp: stamp)
        async let two = second.build(catalogue(creators), stamp: stamp)
        _ = try await (one, two)
        #expect(try FileManager.default.contentsOfDirectory(atPath: output.appending(path: "creators").path).count == 40)
    }

    @Test("K3: a photo is published under the username, whatever its file is called")
    func publishesPhotosUnderTheUsername() async throws {
        let photos = folder.url.appending(path: "photos")
        try FileManager.default.createDirectory(at: photos, withIntermediateDirectories: true)
        let picture = try Data(contentsOf: SourceTree.root.appending(path: "site/photos/mika-rambutikal.jpg"))
        try picture.write(to: photos.appending(path: "+62812 canary@mail.example.JPG"))
        try await build([.sample("ayu") { $0.photo = "+62812 canary@mail.example.JPG" }])
        let files = try output()
        #expect(files["photos/ayu.jpg"]?.starts(with: [0xff, 0xd8, 0xff]) == true)
        #expect(
            files.allSatisfy { !$0.key.contains("canary") && !String(decoding: $0.value, as: UTF8.self).contains("canary") })
    }

    @Test func aCutDirectoryIsMadeAgain() async throws {
        _ = try await builder().build(catalogue([.sample()]), stamp: stamp)
        #expect(stamp.holds(in: folders))
        try Data().write(to: folders.directoryFile)
        #expect(!stamp.holds(in: folders))
    }

    @Test func mendsWhatAKilledBuildLeft() async throws {
        let left = folder.url.appending(path: ".public.building/creators")
        try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
        try Data().write(to: folder.url.appending(path: ".public.building/.plaza"))
        try Data("half".utf8).write(to: left.appending(path: "half.html"))
        try await build([.sample()])
        #expect(try output()["creators/half.html"] == nil)
    }

    @Test("K3: what the server needs is readable by its owner only")
    func keepsThePrivateHalfPrivate() async throws {
        try await build([.sample { $0.contacts = ContactDetails([.email: "canary@private.example"]) }])
        for (url, mode) in [(folders.privateFolder, 0o700), (folders.catalogueFolder, 0o700), (folders.directoryFile, 0o600)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
            #expect((attributes[.posixPermissions] as? Int) == mode, "\(url.lastPathComponent)")
        }
        #expect(try String(contentsOf: folders.directoryFile, encoding: .utf8).contains("canary@private.example"))
        #expect(try output().values.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("canary") })
    }

    @Test func knowsWhetherABuildStillHolds() async throws {
        let input = folder.url.appending(path: "site.yaml")
        try Data("name: A".utf8).write(to: input)
        let before = BuildStamp(of: [input], program: "1")
        #expect(!before.holds(in: folders))
        _ = try await builder().build(catalogue([.sample()]), stamp: before)
        #expect(before.holds(in: folders))
        #expect(!before.holds(in: SiteFolders(site: folder.url, output: folder.url.appending(path: "elsewhere"))))
        #expect(!BuildStamp(of: [input], program: "2").holds(in: folders))
        try Data("name: AB".utf8).write(to: input)
        #expect(!BuildStamp(of: [input], program: "1").holds(in: folders))
        try FileManager.default.removeItem(at: folders.directoryFile)
        #expect(!before.holds(in: folders))
    }

    /// What the program's own theme brings, which these builds do without.
    private static let givenAssets = ["icon.svg", "filters.js", "desk.js", "compare.js", "style-guide.css"].map {
        "assets/" + $0
    }

    @Test func everyLinkLeadsSomewhere() async throws {
        let health = try #require(Slug(naming: "Health"))
        try await build((0..<30).map { number in try .sample("c\(number)") { $0.categories = [health] } })
        let files = try output()
        for (path, data) in files where path.hasSuffix(".html") && path != "404.html" {
            for match in String(decoding: data, as: UTF8.self).matches(of: /(?:href|src)="([^"#?]+)[^"]*"/) {
                let target = String(match.1)
                guard !target.contains(":"),
                    !["sign-in", "invitations"].contains(target.split(separator: "/").last.map(String.init) ?? "")
                else { continue }
                let resolved = URL(filePath: "/" + path).deletingLastPathComponent().appending(path: target).standardized.path
                    .dropFirst()
                #expect(
                    files[String(resolved)] != nil
                        || Self.givenAssets.contains(String(resolved)),
                    "\(path) → \(target)")
            }
        }
    }
}
