import Fixtures
import Marketplace
import Testing

@testable import FacetIndex

@Suite("Rows of the table as texts")
struct CreatorRowTests {
    /// Held against values made one by one.
    @Test(arguments: 0..<4) func sayWhatIsPublic(_ seed: UInt64) throws {
        for creator in try RandomCreators(count: 300, seed: seed, closing: { $0 % 7 == 3 }).creators {
            let row = CreatorRow(creator)
            #expect(String(decoding: row.json, as: UTF8.self) == creator.json(profileHTML: nil))
            #expect(String(decoding: row.csv, as: UTF8.self) == Self.csv(PublicCreator.columns.map { creator.value(of: $0) }))
        }
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("@home", "'@home"), ("'=1", "''=1"), ("-5 to +7", "'-5 to +7"), ("+62 811", "+62 811"),
        ("a, b", "\"a, b\""),
        ("say \"hi\"", "\"say \"\"hi\"\"\""), (" padded", "\" padded\""), ("padded ", "\"padded \""),
        ("two\nlines", "\"two\nlines\""),
        ("=\"x\"", "\"'=\"\"x\"\"\""), ("Đặng", "Đặng"),
    ]) func areCellsOfASpreadsheet(_ bio: String, _ cell: String) throws {
        var creator = try Creator.sample("ayu")
        creator.bio = bio
        let cells = PublicCreator.columns.map { $0 == .bio ? "BIO" : Self.text(of: PublicCreator(creator).value(of: $0)) }
        let expected = cells.joined(separator: ",").replacing("BIO", with: cell)
        #expect(String(decoding: CreatorRow(PublicCreator(creator)).csv, as: UTF8.self) == expected)
    }

    @Test func writeFiguresAsTheyAre() throws {
        var creator = try Creator.sample("ayu")
        for millionths: Int64 in [
            0, 1, 10, 999_999, 1_000_000, 1_500_000, -3_000_001, -20, 123_456_789_012_345, .max, .min + 1,
        ] {
            creator.metrics[.gmv] = .known(FixedDecimal(millionths: millionths))
            creator.metrics[.rating] = .range(from: FixedDecimal(millionths: millionths), to: millionths > 10 ? nil : .zero)
            let open = PublicCreator(creator)
            #expect(String(decoding: CreatorRow(open).json, as: UTF8.self) == open.json(profileHTML: nil))
        }
    }

    private static func csv(_ values: [ColumnValue?]) -> String {
        values.map { value in
            let cell = text(of: value)
            let isQuoted = cell.hasPrefix(" ") || cell.hasSuffix(" ") || cell.utf8.contains { ",\"\r\n".utf8.contains($0) }
            return isQuoted ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }.joined(separator: ",")
    }

    private static func text(of value: ColumnValue?) -> String {
        switch value {
        case nil: ""
        case .text(let text): SpreadsheetText.neutralised(text)
        case .number(let number): number.description
        case .range(let from, let to): from.description + ".." + (to?.description ?? "")
        case .flag(let flag): flag ? "true" : "false"
        case .list(let items): items.joined(separator: ";")
        }
    }
}
