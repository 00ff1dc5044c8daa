import ArgumentParser
import Catalogue
import Foundation
import Marketplace
import SiteGenerator
import Store

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Prints what the site knows, for other programs and for keeping.",
        subcommands: [Creators.self, Invitations.self])

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

    struct Invitations: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "invitations", abstract: "Prints every invitation that was sent, newest first.",
            discussion: """
                With json, the contacts in each are there too: it is as private as the store. With csv, a text that \
                begins like a formula stands behind an apostrophe.
                """)

        @Option(help: "csv or json.")
        var format: Format

        @Option(help: "The slug of a company; all companies where it is left out.")
        var company: String?

        @OptionGroup var option: SiteOption

        func run() async throws {
            try await option.withStore { store in
                let catalogue = try option.workspace.catalogueWithoutCreators()
                let companies = catalogue.companies.map(\.slug).filter { company == nil || $0.text == company }
                guard !companies.isEmpty else { throw ValidationError("The site has no company '\(company ?? "")'.") }
                Console.output(Array((format == .csv ? InvitationTable.header : "{\"invitations\":[").utf8))
                var count = 0
                for company in companies { count += try await print(company, from: store, after: count) }
                if format == .json { Console.output(Array("\n]}\n".utf8)) }
                Console.progress("\(count) invitations exported; keep them as private as the site")
            }
        }

        /// Prints one company's, as they are read.
        ///
        /// - Parameter before: how many were printed already.
        private func print(_ company: Slug, from store: Store, after before: Int) async throws -> Int {
            var (count, cursor): (Int, String?) = (0, nil)
            repeat {
                let query = InvitationQuery(company: company)
                guard let slice = try await store.invitations(matching: query, after: cursor, limit: 500) else { break }
                for invitation in slice.invitations {
                    let separator = before + count == 0 ? "\n" : ",\n"
                    let text = format == .csv ? InvitationTable.row(invitation) : separator + invitation.json
                    Console.output(Array(text.utf8))
                    count += 1
                }
                cursor = slice.next
            } while cursor != nil
            return count
        }
    }
}
