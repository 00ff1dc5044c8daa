import ArgumentParser
import Catalogue
import Foundation
import SiteGenerator

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Makes the catalogue that any host can carry, and the data for the server."
    )

    @Argument(help: "The folder of the site.")
    var folder = "site"

    @Option(help: "Where the catalogue is written instead of public/ inside the site.")
    var output: String?

    @Flag(help: "Print what was done as one JSON object.")
    var json = false

    func run() async throws {
        try await Console.explaining {
            let workspace = Workspace(folder, output: output)
            var stages = BuildStages()
            let start = ContinuousClock.now
            let theme = try workspace.theme()
            Console.progress("reading \(folder) …")
            let wishes = try await workspace.wishes()
            let stamp = workspace.stamp(theme: theme, wishes: wishes)
            let catalogue = try workspace.catalogue(wishes: wishes)
            Console.progress("building \(catalogue.creators.count) creators …")
            stages.end(.reading)
            let summary = try await workspace.build(catalogue, theme: theme, stamp: stamp, stages: stages)
            let elapsed = (ContinuousClock.now - start) / .seconds(1)
            try report(summary, seconds: elapsed, output: workspace.folders.output.path)
        }
    }

    private func report(_ summary: SiteBuilder.Summary, seconds: Double, output: String) throws {
        let time = String(format: "%.2f", seconds)
        guard json else {
            Console.result(
                "\(summary.creatorCount) creators, \(summary.listedCount) listed; \(summary.fileCount) files, "
                    + "\(summary.byteCount) bytes in \(output), \(time) s"
            )
            return
        }
        let report = Report(
            creators: summary.creatorCount, listed: summary.listedCount, files: summary.fileCount, bytes: summary.byteCount,
            photos: summary.photoCount,
            seconds: seconds,
            stages: BuildStages.Stage.allCases.compactMap { stage in
                summary.stages.spent[stage].map {
                    Report.Stage(name: stage.rawValue, seconds: $0.seconds, processor_seconds: $0.processorSeconds)
                }
            }
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        Console.result(String(decoding: try encoder.encode(report), as: UTF8.self))
    }

    /// What `--json` prints.
    private struct Report: Encodable {
        let creators: Int
        let listed: Int
        let files: Int
        let bytes: Int
        let photos: Int
        let seconds: Double
        let stages: [Stage]

        struct Stage: Encodable {
            let name: String
            let seconds: Double
            let processor_seconds: Double
        }
    }
}
