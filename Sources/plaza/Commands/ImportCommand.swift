import ArgumentParser
import Catalogue
import Foundation
import Marketplace
import SiteGenerator

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Brings files of creators into a site: CSV with any header, or JSON Lines.",
        discussion: """
            Every row is imported, unchanged or told with its line and column; the three add up to the rows of the file. \
            Without --map the columns are proposed from the header. A row that tells of a creator whom the site already has \
            changes the cells that it holds; importing a file twice changes nothing.
            """
    )

    @Argument(help: "The files to import.")
    var files: [String]

    @OptionGroup var option: SiteOption

    @Option(help: "The market of rows that tell none: GB, ID, MY, VN, TH, PH or SG.")
    var market: String?

    @Option(help: "The day that the figures are of, as 2026-09-30, where neither rows nor the file's name say it.")
    var date: String?

    @Option(help: "What all amounts of the files are in, whatever their labels say: USD, IDR …")
    var currency: String?

    @Option(
        help: ArgumentHelp(
            "Takes a field from a column, by name or by position (followers=#4); an empty column drops the field.",
            valueName: "field=Column"
        )
    )
    var map: [String] = []

    func run() async throws {
        try await Console.explaining {
            let market = try chosenMarket()
            let date = try chosenDate()
            let currency = try chosenCurrency()
            let today = CalendarDate.today()
            let mapping = try usage { () throws(ImportUsageError) in
                var mapping: [ColumnMapping] = []
                for argument in map { mapping.append(try ColumnMapping(argument: argument)) }
                return mapping
            }
            let site = option.workspace.folders.site
            // Two imports at once would each write what the other has not read.
            let lock = try lockedSite()
            var importer = try importer(of: site, wishes: try await option.workspace.wishes())
            let contacts = try await ContactRegister(option.workspace)
            var faultyCount = 0
            for file in files {
                let bytes = try self.bytes(of: file)
                let report = try usage { () throws(ImportUsageError) in
                    try importer.plan(
                        fileName: file, bytes: Array(bytes), market: market, mapping: mapping, currency: currency,
                        date: date, today: today)
                }
                try write(report.files, into: site)
                try await contacts?.register(from: file)
                tell(report, of: file)
                importer = importer.applying(report)
                faultyCount += max(report.faulty, report.diagnostics.hasErrors ? 1 : 0)
            }
            _ = consume lock
            if faultyCount > 0 { throw ExitCode.failure }
        }
    }

    /// The lock lies on site.yaml, which every site has, so that an import that changes nothing leaves nothing behind.
    private func lockedSite() throws -> ProcessLock {
        try option.workspace.assertSite()
        return try ProcessLock(at: option.workspace.folders.site.appending(path: "site.yaml"), waits: true)
    }

    private func bytes(of file: String) throws -> Data {
        do {
            return try Data(contentsOf: URL(filePath: file))
        } catch {
            throw ImportFailure(file: file, reason: error.localizedDescription)
        }
    }

    private func importer(of folder: URL, wishes: CreatorWishes) throws -> Importer {
        let (catalogue, diagnostics) = SiteReader.read(folder)
        guard let catalogue else {
            try Console.report(diagnostics)
            throw ExitCode.failure
        }
        // Faults inside the files do not keep new creators out; a file that cannot be read could be overwritten.
        let (files, unreadable) = SiteReader.creatorFiles(in: SiteFolder(folder))
        let (snapshots, unreadableSnapshots) = SiteReader.snapshotFiles(in: SiteFolder(folder))
        try Console.report((unreadable + unreadableSnapshots).filter { $0.severity == .error })
        return Importer(
            site: catalogue.site, files: files, snapshots: snapshots, photos: Set(catalogue.photoFiles),
            wishes: wishes)
    }

    private func write(_ files: [CreatorFile], into folder: URL) throws {
        for file in files {
            let url = folder.appending(path: file.path)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.bytes).write(to: url, options: .atomic)
        }
    }

    private func tell(_ report: ImportReport, of file: String) {
        Console.progress("\(file): " + report.formats.joined(separator: " and "))
        for line in report.mappingSummary { Console.progress(line) }
        if !report.dates.isEmpty {
            Console.progress("kept in the history as of " + report.dates.map(\.description).joined(separator: ", "))
        }
        for diagnostic in report.diagnostics { Console.progress(diagnostic.description) }
        let older = report.older > 0 ? ", \(report.older) of an older day" : ""
        let updated = report.updated > 0 ? " (\(report.updated) of them updated\(older))" : ""
        Console.result(
            "\(file): \(report.rows) rows: \(report.imported) imported\(updated), \(report.unchanged) unchanged, "
                + "\(report.faulty) faulty"
        )
    }

    private func chosenCurrency() throws -> Currency? {
        guard let currency else { return nil }
        guard let chosen = Currency(rawValue: currency.uppercased()) else {
            let known = Currency.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("'\(currency)' is no currency of the markets; there are \(known).")
        }
        return chosen
    }

    private func chosenDate() throws -> CalendarDate? {
        guard let date else { return nil }
        guard let chosen = CalendarDate(date) else {
            throw ValidationError("'\(date)' is no day; write it as 2026-09-30.")
        }
        return chosen
    }

    private func chosenMarket() throws -> Market? {
        guard let market else { return nil }
        guard let chosen = Market(code: market) else {
            let known = Market.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("'\(market)' is no market; there are \(known).")
        }
        return chosen
    }

    /// A call that cannot be carried out as it was made ends with exit code 64, one whose file is at fault with 1.
    private func usage<Value>(_ work: () throws(ImportUsageError) -> Value) throws -> Value {
        do {
            return try work()
        } catch {
            guard error.isFaultOfFile else { throw ValidationError(error.description) }
            Console.progress("plaza: error: \(error)")
            throw ExitCode.failure
        }
    }
}

/// A file that cannot be read at all.
private struct ImportFailure: Error, CustomStringConvertible {
    let file: String
    let reason: String

    var description: String { "cannot read '\(file)': \(reason) Name a file that is there and that you may read." }
}
