import Foundation
import Marketplace
import Testing

@testable import Catalogue

/// Real, public lists that lie beside the package on some machines; they are no part of it.
@Suite struct RealDataTests {
    /// The lists, and how many records each holds.
    private static let lists = [
        ("hypeauditor2022/tiktok_2022-06.csv", 1_007), ("hypeauditor2022/tiktok_2022-09.csv", 1_000),
        ("hypeauditor2022/tiktok_2022-12.csv", 1_000), ("hypeauditor2022/instagram_2022-09.csv", 1_050),
        ("nigerian_tiktok_2025/influencers.csv", 200), ("creator_atlas_2026/creators.redacted.csv", 59),
    ]

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data")

    private static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    @Test(.enabled(if: isThere), arguments: lists)
    func everyRowOfARealListIsAccountedFor(_ list: String, _ rows: Int) throws {
        let company = try #require(Slug("north"))
        let importer = Importer(site: Site(name: "Sample", company: company), files: [])
        let data = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(list)))
        let report = try importer.plan(fileName: list, bytes: data, market: .gb, today: .importDay)
        #expect(report.rows == rows)
        #expect(report.imported + report.faulty == rows)
        #expect(report.imported > rows * 9 / 10)
        let file = try #require(report.files.first { $0.path.hasPrefix("creators/") })
        let reader = CreatorFileReader(categories: .standard, served: [.gb])
        let (creators, diagnostics) = reader.read(file.bytes, file: file.path)
        #expect(diagnostics.isEmpty)
        #expect(creators.count == report.imported)
        #expect(creators.allSatisfy { $0.creator.metrics[.followers] != .missing })
        let again = try importer.applying(report).plan(fileName: list, bytes: data, market: .gb, today: .importDay)
        #expect(again.files.isEmpty)
    }
}
