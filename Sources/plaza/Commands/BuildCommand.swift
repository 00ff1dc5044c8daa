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

    @Flag(help: "Make every page anew, whatever the last build left.")
    var clean = false

    @Option(help: "Say why a file of the catalogue, such as creators/NAME.html, was made or was not.")
    var explain: String?

    @Flag(help: "Write nothing; tell how many files and bytes the catalogue has, and which hosts take them.")
    var plan = false

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
            if plan { return try await tellPlan(of: try workspace.catalogue(wishes: wishes), theme, stamp, workspace) }
            if !clean, explain == nil, let standing = SiteBuilder.standing(in: workspace.folders, stamp: stamp) {
                return try report(standing, since: start, workspace)
            }
            let catalogue = try workspace.catalogue(wishes: wishes, isToBuild: true)
            Console.progress("building \(catalogue.creators.count) creators …")
            stages.end(.reading)
            let summary = try await workspace.build(
                catalogue, theme: theme, stamp: stamp, isClean: clean, explaining: explain, stages: stages)
            try report(summary, since: start, workspace)
        }
    }

    private func tellPlan(of catalogue: SiteCatalogue, _ theme: Theme, _ stamp: BuildStamp, _ workspace: Workspace) async throws
    {
        let plan = try await workspace.plan(catalogue, theme: theme, stamp: stamp)
        let hosts = HostLimits.known.map { (host: $0, reasons: $0.reasons(against: plan)) }
        guard json else {
            Console.result(
                "\(plan.fileCount) files, \(plan.byteCount) bytes; of these a build would write \(plan.writtenCount)")
            Console.result("largest file: \(plan.largest.path), \(plan.largest.byteCount) bytes")
            Console.result("fullest folder: \(plan.fullest.path)/, \(plan.fullest.fileCount) files")
            for (host, reasons) in hosts {
                Console.result(
                    "\(host.name): " + (reasons.isEmpty ? "takes it" : "too large: " + reasons.joined(separator: "; ")))
            }
            return
        }
        let report = PlanReport(
            files: plan.fileCount, bytes: plan.byteCount, written: plan.writtenCount, removed: plan.removedCount,
            largest: PlanReport.Largest(path: plan.largest.path, bytes: plan.largest.byteCount),
            fullest: PlanReport.Fullest(path: plan.fullest.path, files: plan.fullest.fileCount),
            hosts: hosts.map { PlanReport.Host(name: $0.host.name, source: $0.host.source, too_large: $0.reasons) })
        Console.result(String(decoding: try Self.encoder.encode(report), as: UTF8.self))
    }

    /// What `--plan --json` prints.
    private struct PlanReport: Encodable {
        let files: Int
        let bytes: Int
        let written: Int
        let removed: Int
        let largest: Largest
        let fullest: Fullest
        let hosts: [Host]

        struct Largest: Encodable {
            let path: String
            let bytes: Int
        }

        struct Fullest: Encodable {
            let path: String
            let files: Int
        }

        struct Host: Encodable {
            let name: String
            let source: String
            let too_large: [String]
        }
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    private func report(_ summary: SiteBuilder.Summary, since start: ContinuousClock.Instant, _ workspace: Workspace) throws {
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        if let explanation = summary.explanation { Console.progress(explanation) }
        guard json else {
            let removed = summary.removedCount > 0 ? ", \(summary.removedCount) removed" : ""
            Console.result(
                "\(summary.creatorCount) creators, \(summary.listedCount) listed; \(summary.fileCount) files, "
                    + "\(summary.byteCount) bytes in \(workspace.folders.output.path): \(summary.writtenCount) written, "
                    + "\(summary.fileCount - summary.writtenCount) unchanged\(removed), \(String(format: "%.2f", seconds)) s"
            )
            return
        }
        let report = Report(
            creators: summary.creatorCount, listed: summary.listedCount, files: summary.fileCount, bytes: summary.byteCount,
            photos: summary.photoCount, written: summary.writtenCount, removed: summary.removedCount, seconds: seconds,
            stages: BuildStages.Stage.allCases.compactMap { stage in
                summary.stages.spent[stage].map {
                    Report.Stage(name: stage.rawValue, seconds: $0.seconds, processor_seconds: $0.processorSeconds)
                }
            }
        )
        Console.result(String(decoding: try Self.encoder.encode(report), as: UTF8.self))
    }

    /// What `--json` prints.
    private struct Report: Encodable {
        let creators: Int
        let listed: Int
        let files: Int
        let bytes: Int
        let photos: Int
        let written: Int
        let removed: Int
        let seconds: Double
        let stages: [Stage]

        struct Stage: Encodable {
            let name: String
            let seconds: Double
            let processor_seconds: Double
        }
    }
}
