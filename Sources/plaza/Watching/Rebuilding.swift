import ArgumentParser
import Foundation
import Server
import SiteGenerator

/// Builds a site again whenever a file of it changes, while it is served.
struct Rebuilding: Sendable {
    private let workspace: Workspace
    private let settings: ServerSettings
    private let watcher: SiteWatcher

    /// - Parameter theme: tells where templates come from.
    init(_ workspace: Workspace, theme: Theme, settings: ServerSettings) throws {
        self.workspace = workspace
        self.settings = settings
        watcher = try SiteWatcher(site: workspace.folders.site, places: workspace.inputs + theme.folders)
    }

    /// Watches in the background until the task is cancelled.
    func start() -> Task<Void, any Error> {
        Task.detached {
            while true {
                try watcher.wait()
                await rebuild()
            }
        }
    }

    /// A fault is told in the terminal; the old catalogue stands, and the server goes on with it.
    private func rebuild() async {
        let start = ContinuousClock.now
        do {
            let theme = try Theme(for: workspace.folders.site)
            let (catalogue, summary) = try await workspace.rebuilt(theme: theme)
            settings.live.replace(with: workspace.renderer(of: catalogue, theme: theme))
            guard let summary else { return }
            settings.reload?.tellBuilt()
            let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
            Console.progress(
                "built again: \(summary.writtenCount) files written, \(summary.removedCount) removed, \(milliseconds) ms")
        } catch {
            // Faults of the input are told already.
            if !(error is ExitCode) { Console.progress("plaza: error: \(Console.explanation(of: error))") }
            Console.progress("the catalogue is as it was; mend the fault, and it is built again")
            settings.reload?.tellFailed()
        }
    }
}
