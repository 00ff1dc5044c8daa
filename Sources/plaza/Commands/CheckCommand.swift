import ArgumentParser
import Catalogue
import Foundation
import Marketplace
import SiteGenerator
import Store

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Reads a site and tells every fault of its input at once."
    )

    @Argument(help: "The folder of the site.")
    var folder = "site"

    func run() async throws {
        let workspace = Workspace(folder)
        var wishes = CreatorWishes.none
        try await Console.explaining { wishes = try await workspace.wishes() }
        let (catalogue, faults) = SiteReader.read(workspace.folders.site, today: .today(), wishes: wishes)
        let theme = Result { try Theme(for: workspace.folders.site) }
        var diagnostics = faults
        if case .failure(let faults as ThemeFaults) = theme { diagnostics = (diagnostics + faults.diagnostics).sorted() }
        let errorCount = diagnostics.count { $0.severity == .error }
        let warningCount = diagnostics.count { $0.severity == .warning }
        defer {
            let creatorCount = catalogue?.creators.count ?? 0
            Console.result("\(creatorCount) creators, \(errorCount) errors, \(warningCount) warnings")
        }
        try await Console.explaining { try await checkLedger() }
        try Console.report(diagnostics)
        try await Console.explaining { _ = try theme.get() }
        if catalogue == nil { throw ExitCode.failure }
    }

    /// Goes through the consent ledger, where the site has a store.
    private func checkLedger() async throws {
        let file = Workspace(folder).folders.storeFile
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        let store = try Store.open(at: file)
        let count = try await store.checkLedger()
        try store.close()
        Console.progress("the consent ledger holds together: \(count) entries")
    }
}
