import ArgumentParser
import Catalogue
import Foundation
import SiteGenerator

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Prints what the site knows, for other programs and for keeping.",
        subcommands: [Creators.self])

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case csv, json
    }

    struct Creators: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "creators",
            abstract: "Prints all creators in native columns, with what their sources said beside.",
            discussion: """
                Contacts and closed figures are in it: it is as private as the folder of the site. An import of it into \
                an empty site loses nothing. With csv, a text that begins like a formula stands behind an apostrophe.
                """)

        @Option(help: "csv or json.")
        var format: Format

        @OptionGroup var option: SiteOption

        func run() async throws {
            try await Console.explaining {
                let workspace = option.workspace
                try workspace.assertSite()
                let catalogue = try workspace.catalogue(wishes: try await workspace.wishes())
                let (snapshots, faults) = SiteReader.snapshotFiles(in: SiteFolder(workspace.folders.site))
                try Console.report(faults.filter { $0.severity == .error })
                let export = CreatorExport(creators: catalogue.creators, snapshots: snapshots)
                Console.output(format == .csv ? export.csv : export.json)
                Console.progress("\(catalogue.creators.count) creators exported; keep them as private as the site")
            }
        }
    }
}
