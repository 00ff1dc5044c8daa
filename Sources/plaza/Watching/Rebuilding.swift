import ArgumentParser
import Foundation
import Server
import SiteGenerator
import Synchronization

/// Builds a site again whenever a file of it changes, while it is served.
struct Rebuilding: Sendable {
    private let workspace: Workspace
    private let settings: ServerSettings
    private let watcher: SiteWatcher
    private let themes: ThemeShelf

    /// - Parameter theme: tells where templates come from.
    init(_ workspace: Workspace, theme: Theme, settings: ServerSettings) throws {
        self.workspace = workspace
        self.settings = settings
        themes = ThemeShelf(theme)
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
            let theme = try themes.theme(for: workspace.folders.site)
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

/// Keeps the templates from build to build while their files stay as they are.
private final class ThemeShelf: Sendable {
    private let last: Mutex<(stamp: String?, theme: Theme)>

    /// - Parameter theme: read at some time before, and so read again at first.
    init(_ theme: Theme) { last = Mutex((nil, theme)) }

    /// - Throws: what `Theme.init` throws.
    func theme(for site: URL) throws -> Theme {
        try last.withLock { last in
            // Taken before they are read: what changes after that makes them be read again.
            let stamp = Self.stamp(of: last.theme)
            if stamp != last.stamp { last = (stamp, try Theme(for: site)) }
            return last.theme
        }
    }

    private static func stamp(of theme: Theme) -> String { BuildStamp(of: theme.folders, program: "").text }
}
