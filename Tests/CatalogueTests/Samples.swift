import Foundation
import Marketplace
import Testing

@testable import Catalogue

/// The bytes of a text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// A CSV or JSON Lines text read in native columns.
func read(
    _ text: String, file: String = "creators/a.csv", served: Set<Market> = Set(Market.allCases)
) -> (creators: [Creator], diagnostics: [Diagnostic]) {
    let reader = CreatorFileReader(categories: .standard, served: served)
    let (creators, diagnostics) = reader.read(bytes(text), file: file)
    return (creators.map(\.creator), diagnostics.sorted())
}

/// One creator with one more column, from CSV.
func read(_ column: String, _ cell: String) -> (creator: Creator?, diagnostics: [Diagnostic]) {
    let (creators, diagnostics) = read("username,nickname,market,\(column)\nanna,Anna,ID,\(cell)\n")
    return (creators.first, diagnostics)
}

/// The records of a reader as texts, faults as the id of their diagnostic.
func records(of reader: some RecordReader) -> [[String]] {
    var reader = reader
    var record = RawRecord()
    var all: [[String]] = []
    while let outcome = reader.next(into: &record) {
        switch outcome {
        case .record: all.append(record.fields.map { $0.value.text(in: reader.bytes) ?? "not UTF-8" })
        case .faulty(let diagnostic): all.append(["! " + diagnostic.id.rawValue])
        }
    }
    return all
}

/// A site on disk that lives as long as a test.
final class TemporarySite {
    let url: URL

    static let siteFile = "name: Sample\ncompany: north\n"
    static let companyFile = "---\nname: North\nroles: [mcn]\n---\nHello.\n"

    /// Writes a small valid site, with the given files over it; nil takes one out.
    init(_ files: [String: String?] = [:]) throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("plaza-\(UUID().uuidString)")
        var all: [String: String?] = ["site.yaml": Self.siteFile, "companies/north.md": Self.companyFile]
        all.merge(files) { _, new in new }
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (path, text) in all {
            if let text { try write(text, to: path) }
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: url)  // A folder that stays behind harms no other test.
    }

    func write(_ text: String, to path: String) throws { try write(bytes(text), to: path) }

    func write(_ bytes: [UInt8], to path: String) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func read() -> (catalogue: SiteCatalogue?, diagnostics: [Diagnostic]) { SiteReader.read(url) }
}

extension CalendarDate {
    /// The day on which the tests import.
    static let importDay: CalendarDate = {
        guard let day = CalendarDate(year: 2026, month: 9, day: 30) else { preconditionFailure("30 September is a day") }
        return day
    }()
}
