import Fixtures
import Foundation
import Marketplace
import Testing

@testable import Catalogue

/// Random damage: nothing may crash, and every line is a record, a fault or blank.
@Suite struct FuzzTests {
    private static let csv = bytes(
        "\u{feff}username,nickname,market,bio,followers,gmv,categories\r\nanna,\"An, \"\"na\"\"\",ID,\"two\r\nlines\",1.3M,12.5,Health;Shoes\r\nmia,Mïa,GB,,1K-5K,,\r\n"
    )
    private static let jsonLines = bytes(
        """
        {"username":"anna","nickname":"A\\n\\ud83d\\ude00","market":"ID","followers":1.3e6,"categories":["Health"],"x":{"y":[1,null]}}
        {"username":"mia","nickname":"Mïa","market":"GB","ecommerce":true,"gmv":"12.5"}

        """)
    private static let interesting =
        bytes("\"\",;\t\n\r\\{}[]:0-+.eKM%@#u") + [0, 0xff, 0xc3, 0xed, 0xf0, 0xef, 0xbb, 0xbf, 0x92]

    private func damaged(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var result = original
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let index = Int.random(in: 0..<max(1, result.count), using: &random)
            let byte = Self.interesting.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<4, using: &random) {
            case 0 where !result.isEmpty: result[index] = byte
            case 1: result.insert(byte, at: index)
            case 2 where !result.isEmpty: result.remove(at: index)
            default: result = Array(result.prefix(index)) + result.suffix(Int.random(in: 0...result.count, using: &random))
            }
        }
        return result
    }

    @Test(arguments: 0..<40) func damagedFilesAreReadWithoutLosingARecord(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let reader = CreatorFileReader(categories: .standard, served: [.id])
        for _ in 0..<50 {
            for (original, name) in [(Self.csv, "a.csv"), (Self.jsonLines, "a.jsonl")] {
                let input = damaged(original, &random)
                let (creators, diagnostics) = reader.read(input, file: name)
                let lines = input.count { $0 == 0x0a || $0 == 0x0d } + 1
                #expect(creators.count <= lines)
                #expect(
                    diagnostics.allSatisfy { (1...lines).contains($0.line) && $0.column >= 1 && $0.column <= input.count + 1 })
                #expect(diagnostics.sorted() == diagnostics.sorted().sorted())
            }
        }
    }

    @Test(arguments: 0..<40) func partsOfAFileGiveWhatTheWholeGives(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            for (original, name) in [(Self.csv, "a.csv"), (Self.jsonLines, "a.jsonl")] {
                let input = damaged(original + original.dropFirst(3) + original, &random)
                let size = Int.random(in: 1...200, using: &random)
                let whole = CreatorFileReader(categories: .standard, served: [.id], partByteCount: .max)
                let parts = CreatorFileReader(categories: .standard, served: [.id], partByteCount: size)
                let (expected, found) = (whole.read(input, file: name), parts.read(input, file: name))
                #expect(found.creators == expected.creators)
                #expect(found.diagnostics == expected.diagnostics)
            }
        }
    }

    @Test(arguments: 0..<20) func piecesOfAFileOfTheDiskGiveWhatTheWholeGives(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let folder = try TemporaryFolder()
        for _ in 0..<25 {
            for (original, name) in [(Self.csv, "a.csv"), (Self.jsonLines, "a.jsonl")] {
                let input = damaged(original + original.dropFirst(3) + original, &random)
                let url = folder.url.appending(path: name)
                try Data(input).write(to: url)
                let whole = CreatorFileReader(categories: .standard, served: [.id])
                let pieces = CreatorFileReader(
                    categories: .standard, served: [.id], pieceByteCount: Int.random(in: 1...200, using: &random))
                let expected = whole.read(input, file: name)
                var found: [LocatedCreator] = []
                let diagnostics = try pieces.read(url, file: name) { found += $0 }
                #expect(found == expected.creators)
                #expect(diagnostics == expected.diagnostics)
            }
        }
    }

    @Test(arguments: 0..<40) func jsonLinesAreEachARecordAFaultOrBlank(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let input = damaged(Self.jsonLines, &random)
            let start = input.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
            let lines = input[start...].split(separator: 0x0a).filter { line in
                !line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }
            }
            #expect(records(of: JSONLinesReader(input, file: "a.jsonl")).count == lines.count)
        }
    }

    @Test(arguments: 0..<20) func importsOfDamagedFilesAddUpAndSettle(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let company = try #require(Slug("north"))
        let site = Site(name: "Sample", company: company)
        for _ in 0..<20 {
            for (original, name) in [(Self.csv, "list.csv"), (Self.jsonLines, "list.jsonl")] {
                let input = damaged(original, &random)
                let existing = CreatorFile(path: "creators/old.csv", bytes: damaged(Self.csv, &random))
                let importer = Importer(site: site, files: [existing])
                do throws(ImportUsageError) {
                    let report = try importer.plan(fileName: name, bytes: input, market: .id, today: .importDay)
                    #expect(report.imported + report.unchanged + report.faulty == report.rows)
                    let again = try importer.applying(report).plan(fileName: name, bytes: input, market: .id, today: .importDay)
                    #expect(again.files.isEmpty)
                    #expect((again.unchanged, again.faulty) == (report.imported + report.unchanged, report.faulty))
                } catch {
                    #expect(!error.message.isEmpty)
                }
            }
        }
    }

    /// Every beginning of an answer, and answers with bytes changed: nothing crashes, rows add up, and what was imported
    /// is imported again without a change.
    @Test(arguments: 0..<4)
    func brokenAnswersAreToldOrRead(_ seed: Int) throws {
        let company = try #require(Slug("north"))
        let importer = Importer(site: Site(name: "Sample", company: company), files: [])
        var generator = SeededGenerator(seed: UInt64(seed))
        for round in 0..<(seed == 0 ? Self.answer.count : 400) {
            var input = Self.answer
            if seed == 0 {
                input = Array(input[..<round])
            } else {
                for _ in 0...Int.random(in: 0..<6, using: &generator) {
                    input[Int.random(in: 0..<input.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
                }
            }
            do throws(ImportUsageError) {
                let report = try importer.plan(fileName: "a.json", bytes: input, market: .id, today: .importDay)
                #expect(report.imported + report.unchanged + report.faulty == report.rows)
                let again = try importer.applying(report).plan(fileName: "a.json", bytes: input, market: .id, today: .importDay)
                #expect(again.files.isEmpty && again.imported == 0)
            } catch {
                #expect(!error.message.isEmpty)
            }
        }
    }

    private static let answer = bytes(
        """
        {"code":0,"message":"Success","data":{"creators":[
          {"username":"anna","nickname":"Anna","selection_region":"ID","follower_count":12,"gmv":{"amount":"1.5","currency":"USD"},
           "avatar":{"url":"https://x.example/a"},"gmv_range":{"formatted_range":"Rp1JT+"},"category_ids":["700645"],
           "top_follower_demographics":{"major_gender":{"gender":"MALE","percentage":6524}}}]}}
        {"creator":{"username":"ben","selection_region":"ID","ec_video_count":3,"follower_age":[{"key":"18-24","value":"1"}]}}
        {"creator_profile_list":[{"handle":{"value":"cleo","is_authorized":true,"status":0},
          "selection_region":{"value":"ID","is_authorized":true},"follower_cnt":{"value":"7","is_authorized":false}}]}
        """)
}
