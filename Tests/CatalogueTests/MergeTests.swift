import Marketplace
import Testing

@testable import Catalogue

/// Several files about one creator (SPEC P4): which one wins, and what is kept of each day.
@Suite struct MergeTests {
    /// A site that files are imported into, one after the other.
    private struct Folder {
        var importer: Importer
        var files: [String: String] = [:]

        init() throws {
            importer = Importer(site: Site(name: "Sample", company: try #require(Slug("north"))), files: [])
        }

        @discardableResult
        mutating func take(_ name: String, _ text: String, date: String? = nil) throws -> ImportReport {
            let report = try importer.plan(
                fileName: name, bytes: bytes(text), market: .id, date: date.flatMap { CalendarDate($0) }, today: .importDay)
            importer = importer.applying(report)
            for file in report.files { files[file.path] = String(decoding: file.bytes, as: UTF8.self) }
            return report
        }

        /// The one creator that the files of creators hold.
        func creator() throws -> Creator {
            let reader = CreatorFileReader(categories: .standard, served: Set(Market.allCases))
            let found = files.filter { $0.key.hasPrefix("creators/") }.sorted { $0.key < $1.key }.map { path, text in
                reader.read(bytes(text), file: path)
            }
            #expect(found.allSatisfy { !$0.diagnostics.hasErrors })
            return try #require(found.flatMap(\.creators).first).creator
        }

        var days: [String] { files.keys.filter { $0.hasPrefix("snapshots/") }.sorted() }
    }

    private static func known(_ whole: Int64) -> Figure { .known(FixedDecimal(millionths: whole * 1_000_000)) }

    @Test func theNewerDayWinsWhateverTheOrderOfImports() throws {
        let june = ("june.csv", "username,followers\nanna,100\n", "2022-06-30")
        let december = ("december.csv", "username,followers\nanna,300\n", "2022-12-31")
        for order in [[june, december], [december, june]] {
            var folder = try Folder()
            for (name, text, day) in order { try folder.take(name, text, date: day) }
            #expect(try folder.creator().metrics[.followers] == Self.known(300))
            #expect(try folder.creator().updated == CalendarDate("2022-12-31"))
            #expect(folder.days == ["snapshots/2022-06-30.jsonl", "snapshots/2022-12-31.jsonl"])
        }
    }

    @Test func anOlderFileFillsWhatDoesNotAgeAndNoFigure() throws {
        var folder = try Folder()
        try folder.take("new.csv", "username,followers\nanna,300\n", date: "2022-12-31")
        let report = try folder.take(
            "old.csv", "username,followers,likes_avg,bio,email\nanna,100,7,Hello,a@anna.example\n", date: "2022-06-30")
        let creator = try folder.creator()
        #expect(report.updated == 1)
        #expect(creator.metrics[.followers] == (Self.known(300)) && creator.metrics[.likesAverage] == .missing)
        #expect(creator.bio == "Hello" && creator.contacts[.email] == "a@anna.example")
    }

    @Test func importingFilesAgainInAnyOrderChangesNothing() throws {
        var folder = try Folder()
        let files = [
            ("a.csv", "username,followers,bio\nanna,100,One\n"), ("b.csv", "username,followers,bio\nanna,200,Two\n"),
            ("c.csv", "username,followers,updated\nanna,300,2022-12-31\n"),
        ]
        for (name, text) in files { try folder.take(name, text) }
        let before = folder.files
        for (name, text) in files + files.reversed() {
            let report = try folder.take(name, text)
            #expect(report.files.isEmpty && report.unchanged == 1)
        }
        #expect(folder.files == before)
    }

    @Test func onOneDayAPersonsTableWinsOverWhatTheyChangeItIn() throws {
        let existing = try Self.creator(updated: "2026-09-01") { $0.metrics[.gmv] = .range(from: .zero, to: nil) }
        let row = try Self.row(format: "tiktok-shop-search", date: "2026-09-01", [.gmv: "5", .followers: "7", .bio: "New"])
        #expect(MergeRule.standing(of: row, to: existing, rank: .table) == .fills)
        #expect(MergeRule.standing(of: row, to: existing, rank: .search) == .wins)
        #expect(MergeRule.standing(of: row, to: existing, rank: .report) == .wins)
        var kept = existing
        kept.bio = "Old"
        kept.metrics[.followers] = Self.known(9)
        let changes = MergeRule.changes(by: row, in: kept, standing: .fills).map(\.field)
        #expect(changes == [.gmv])
    }

    @Test(
        arguments: [
            ("creator-report", "tiktok-shop-search"), ("tiktok-shop-search", "marketplace-page"),
            ("marketplace-page", "tiktok-shop-detail"), ("tiktok-shop-detail", "csv"), ("tiktok-shop-detail", "json-lines"),
        ])
    func theOrderOfFormats(_ lower: String, _ higher: String) {
        #expect(SourceRank(format: lower) < SourceRank(format: higher))
    }

    @Test func amountsOfTwoCurrenciesNeverStandInOneRecord() throws {
        var folder = try Folder()
        try folder.take("a.csv", "username,currency,gmv,gmv_video,followers\nanna,USD,100,60,5\n")
        try folder.take("b.csv", "username,currency,gmv\nanna,IDR,2000000\n")
        let creator = try folder.creator()
        #expect(creator.currency == .idr && creator.metrics[.gmv] == (Self.known(2_000_000)))
        #expect(creator.metrics[.gmvVideo] == .missing && creator.metrics[.followers] == (Self.known(5)))
    }

    @Test func aCurrencyWithoutAmountsGivesNoOtherLabel() throws {
        var folder = try Folder()
        try folder.take("a.csv", "username,currency,gmv\nanna,USD,100\n")
        try folder.take("b.csv", "username,currency,followers\nanna,IDR,7\n")
        let creator = try folder.creator()
        #expect(creator.currency == .usd && creator.metrics[.followers] == Self.known(7))
    }

    @Test func amountsWithoutACurrencyAreInTheMarketsOwn() throws {
        var folder = try Folder()
        try folder.take("a.csv", "username,currency,gmv\nanna,USD,100\n")
        try folder.take("b.csv", "username,gmv\nanna,2000000\n")
        #expect(try folder.creator().currency == .idr)
    }

    @Test func whatARecordSaidOfItsOwnDayIsKeptBeforeANewerDayTakesItsPlace() throws {
        let record = CreatorFile(
            path: "creators/own.csv",
            bytes: bytes("username,nickname,market,followers,likes_avg,updated\nanna,Anna,ID,100,7,2022-06-30\n"))
        var importer = Importer(site: Site(name: "Sample", company: try #require(Slug("north"))), files: [record])
        let report = try importer.plan(
            fileName: "n.csv", bytes: bytes("username,followers\nanna,200\n"), market: .id, date: CalendarDate("2022-12-31"),
            today: .importDay)
        let old = try #require(report.files.first { $0.path == "snapshots/2022-06-30.jsonl" })
        let kept = try #require(SnapshotFile.read(old, keepsSource: true).file?.records.first)
        #expect(kept.metrics[.followers] == (Self.known(100)) && kept.format == "record")
        importer = importer.applying(report)
        #expect(!report.files.contains { $0.path == "snapshots/2026-09-30.jsonl" })
    }

    @Test func rowsWithoutADayAreKeptUnderTheDayOfTheImport() throws {
        var folder = try Folder()
        try folder.take("a.csv", "username,followers\nanna,100\n")
        #expect(folder.days == ["snapshots/2026-09-30.jsonl"])
        #expect(try folder.creator().updated == nil)
    }

    @Test func aDamagedSnapshotIsNeverWrittenOver() throws {
        let damaged = CreatorFile(path: "snapshots/2026-09-30.jsonl", bytes: bytes("{\"username\":\"anna\"\n"))
        let importer = Importer(
            site: Site(name: "Sample", company: try #require(Slug("north"))), files: [], snapshots: [damaged])
        let report = try importer.plan(
            fileName: "a.csv", bytes: bytes("username\nanna\n"), market: .id, today: .importDay)
        #expect(report.faulty == 1 && report.files.isEmpty)
        #expect(report.diagnostics.contains { $0.id == .importBlocked })
    }

    @Test func snapshotsAreReadAsTheyWereWritten() throws {
        var file = SnapshotFile(date: .importDay)
        var record = SnapshotRecord(
            username: try #require(Username("anna")), market: .id, format: "csv", file: "a \"b\".csv", currency: .usd, row: "1f"
        )
        record.metrics[.followers] = Self.known(0)
        record.metrics[.gmv] = .range(from: .zero, to: nil)
        record.metrics[.likesAverage] = .closed
        record.source = #"{"a":{"b":[1,2.50,null]},"c":"ü"}"#
        file.put(record)
        let (read, faults) = SnapshotFile.read(CreatorFile(path: file.path, bytes: file.bytes), keepsSource: true)
        #expect(faults.isEmpty && read?.records == [record])
        #expect(read?.bytes == file.bytes)
    }

    // MARK: Samples

    private static func creator(updated: String, change: (inout Creator) throws -> Void) throws -> Creator {
        var creator = Creator(username: try #require(Username("anna")), nickname: "Anna", market: .id)
        creator.updated = CalendarDate(updated)
        try change(&creator)
        return creator
    }

    private static func row(format: String, date: String, _ texts: [CreatorColumn: String]) throws -> ImportedRow {
        let creator = try creator(updated: date) { creator in
            creator.bio = texts[.bio]
            for (field, text) in texts {
                if let metric = field.metric { creator.metrics[metric] = try NumberText.figure(text, kind: metric.kind) }
            }
        }
        let told = CreatorColumn.allCases.compactMap { field in texts[field].map { (field: field, text: $0) } }
        return ImportedRow(
            creator: creator, texts: told, position: .start, format: format, file: "f", date: CalendarDate(date), source: nil)
    }
}
