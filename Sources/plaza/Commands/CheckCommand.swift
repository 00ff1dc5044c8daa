import ArgumentParser
import Catalogue
import SiteGenerator

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Reads a site and tells every fault of its input at once."
    )

    @Argument(help: "The folder of the site.")
    var folder = "site"

    func run() async throws {
        let (catalogue, diagnostics) = SiteReader.read(Workspace(folder).folders.site, today: .today())
        let errorCount = diagnostics.count { $0.severity == .error }
        let warningCount = diagnostics.count { $0.severity == .warning }
        defer {
            let creatorCount = catalogue?.creators.count ?? 0
            Console.result("\(creatorCount) creators, \(errorCount) errors, \(warningCount) warnings")
        }
        try Console.report(diagnostics)
        if catalogue == nil { throw ExitCode.failure }
    }
}
