import Catalogue
import FacetIndex
import Foundation
import Marketplace
import Pages
import SiteGenerator
import Templating

/// Times the index alone: `FacetBench SITE TEMPLATES ORACLE ROUNDS FOLDER`.
///
/// Reads a site, makes its cards, writes the index into a folder, opens the tables again, and answers each query of the
/// oracle in every round, as the server does. Prints one JSON object: seconds of each part on the wall and of all cores,
/// milliseconds of a query, and peak and present memory. Exit 1 where an answer differs from the oracle's.
@main
struct FacetBench {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 6, let rounds = Int(arguments[4]) else {
            print("usage: FacetBench SITE TEMPLATES ORACLE ROUNDS FOLDER")
            exit(64)
        }
        let folder = URL(filePath: arguments[5])
        var report: [String: Any] = [:]
        let (site, files): (Site, [Market: URL])
        do {
            let written = try await write(URL(filePath: arguments[1]), templates: URL(filePath: arguments[2]), into: folder)
            report = written.report
            (site, files) = (written.site, written.tables)
        }
        let oracle = try JSONDecoder().decode(Oracle.self, from: Data(contentsOf: URL(filePath: arguments[3])))
        report.merge(try ask(oracle, rounds: rounds, site: site, files: files)) { $1 }
        report["peak_megabytes"] = megabytes("VmHWM")
        let text = try JSONSerialization.data(withJSONObject: report, options: [.sortedKeys, .prettyPrinted])
        print(String(decoding: text, as: UTF8.self))
        if report["agrees"] as? Bool != true { exit(1) }
    }

    // MARK: Writing

    private static func write(_ folder: URL, templates: URL, into target: URL) async throws -> (
        site: Site, tables: [Market: URL], report: [String: Any]
    ) {
        let clock = ContinuousClock()
        var report: [String: Any] = [:]
        var (start, used) = (clock.now, processorSeconds())
        /// Adds the time since the last lap to a part: on the wall, and of all cores.
        func lap(_ part: String) {
            let (now, usedNow) = (clock.now, processorSeconds())
            report["\(part)_seconds"] = (report["\(part)_seconds"] as? Double ?? 0) + (now - start) / .seconds(1)
            report["\(part)_processor_seconds"] =
                (report["\(part)_processor_seconds"] as? Double ?? 0) + usedNow - used
            (start, used) = (now, usedNow)
        }
        let (catalogue, diagnostics) = SiteReader.read(folder)
        guard let catalogue, !diagnostics.contains(where: { $0.severity == .error }) else {
            print("the site cannot be read")
            exit(1)
        }
        lap("read")
        let creators = try await PublishedCreators(catalogue)
        report["listed"] = creators.open.count
        lap("derive")
        let renderer = PageRenderer(
            site: catalogue.site, owner: catalogue.owner, companies: catalogue.companies, templates: try library(templates),
            words: try Wording(standard: text(of: Wording.fileName, in: templates)))
        let written = try await MarketIndexes(site: catalogue.site, renderer: renderer, creators: creators)
            .write(publicFolder: target, tableFolder: target) { lap($0.rawValue) }
        report["files"] = written.files.count
        report["bytes"] = written.files.reduce(0) { $0 + $1.byteCount }
        return (catalogue.site, written.tables, report)
    }

    private static func library(_ folder: URL) throws -> TemplateLibrary {
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let sources = try paths.filter { $0.hasSuffix(".mustache") }.map { path in
            (String(path.dropLast(".mustache".count)), try String(contentsOf: folder.appending(path: path), encoding: .utf8))
        }
        let words = try text(of: InterfaceWords.fileName, in: folder)
        return try TemplateLibrary(
            sources: InterfaceWords(standard: words).filled(into: Dictionary(uniqueKeysWithValues: sources)),
            shapes: PageRenderer.shapes)
    }

    private static func text(of phrases: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appending(path: "phrases/\(phrases)"), encoding: .utf8)
    }

    // MARK: Asking

    private struct Oracle: Decodable {
        let queries: [Query]

        struct Query: Decodable {
            let query: String
            let total: Int
            let usernames: [String]
            let facets_open: [String: [String: Int]]
        }
    }

    private static func ask(_ oracle: Oracle, rounds: Int, site: Site, files: [Market: URL]) throws -> [String: Any] {
        let before = megabytes("VmRSS")
        let queries = try oracle.queries.map { entry in
            (entry, try CreatorQuery(parameters: parameters(of: entry.query), market: nil, site: site, offersManaged: true))
        }
        var tables: [Market: MarketTable] = [:]
        for (market, file) in files { tables[market] = try MarketTable(contentsOf: file) }
        var milliseconds: [Double] = []
        var agrees = true
        let clock = ContinuousClock()
        for round in 0...rounds {
            for (expected, query) in queries {
                guard let table = tables[query.market] else { continue }
                let start = clock.now
                let answer = try table.answer(query)
                let records = try table.json(of: answer.rows)
                let spent = (clock.now - start) / .milliseconds(1)
                // The first round warms up and is checked.
                if round > 0 { milliseconds.append(spent) } else { agrees = try agrees && isRight(answer, records, expected) }
            }
        }
        milliseconds.sort()
        return [
            "query_median_ms": milliseconds[milliseconds.count / 2],
            "query_p99_ms": milliseconds[min(milliseconds.count - 1, milliseconds.count * 99 / 100)], "agrees": agrees,
            "query_megabytes": megabytes("VmRSS") - before,
        ]
    }

    private static func parameters(of text: String) -> [(name: String, value: String)] {
        text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1)
            return (String(parts[0]), parts.count > 1 ? PercentEncoding.decode(String(parts[1])) : "")
        }
    }

    private static func isRight(_ answer: QueryAnswer, _ records: [[UInt8]], _ expected: Oracle.Query) throws -> Bool {
        let usernames = try records.map { record in
            (try JSONSerialization.jsonObject(with: Data(record)) as? [String: Any])?["username"] as? String
        }
        let counts = expected.facets_open.allSatisfy { name, counts in
            guard let facet = Facet(rawValue: name) else { return false }
            return answer.valueCounts[facet]?.filter { $0.value > 0 } == counts
        }
        return answer.total == expected.total && usernames == expected.usernames && counts
    }

    /// Of this process so far, its own and the system's for it.
    private static func processorSeconds() -> Double {
        var spent = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent)
        return Double(spent.tv_sec) + Double(spent.tv_nsec) / 1e9
    }

    /// A line of /proc/self/status, in MiB.
    private static func megabytes(_ key: String) -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""  // elsewhere: nothing to tell
        let line = status.split(separator: "\n").first { $0.hasPrefix(key) } ?? ""
        return (line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) } ?? 0) / 1024
    }
}
