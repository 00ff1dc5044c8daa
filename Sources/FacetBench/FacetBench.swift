import Catalogue
import FacetIndex
import Foundation
import Marketplace
import Pages
import SiteGenerator
import Synchronization
import Templating

/// Times the index alone: `FacetBench SITE TEMPLATES ORACLE ROUNDS FOLDER`.
///
/// Reads a site, makes its cards, writes the index into a folder, opens the tables again, and answers each query of the
/// oracle in every round, as the server does. Prints one JSON object: seconds of each part, milliseconds of a query, and
/// peak and present memory. Exit 1 where an answer differs from the oracle's.
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
        let site: Site
        do {
            let written = try await write(URL(filePath: arguments[1]), templates: URL(filePath: arguments[2]), into: folder)
            report = written.report
            site = written.site
        }
        let oracle = try JSONDecoder().decode(Oracle.self, from: Data(contentsOf: URL(filePath: arguments[3])))
        report.merge(try ask(oracle, rounds: rounds, site: site, in: folder)) { $1 }
        report["peak_megabytes"] = megabytes("VmHWM")
        let text = try JSONSerialization.data(withJSONObject: report, options: [.sortedKeys, .prettyPrinted])
        print(String(decoding: text, as: UTF8.self))
        if report["agrees"] as? Bool != true { exit(1) }
    }

    // MARK: Writing

    private static func write(_ folder: URL, templates: URL, into target: URL) async throws -> (
        site: Site, report: [String: Any]
    ) {
        let clock = ContinuousClock()
        var start = clock.now
        func lap() -> Double {
            defer { start = clock.now }
            return (clock.now - start) / .seconds(1)
        }
        let (catalogue, diagnostics) = SiteReader.read(folder)
        guard let catalogue, !diagnostics.contains(where: { $0.severity == .error }) else {
            print("the site cannot be read")
            exit(1)
        }
        var report: [String: Any] = ["read_seconds": lap()]
        let creators = PublishedCreators(catalogue)
        report["listed"] = creators.all.count
        report["derive_seconds"] = lap()
        let renderer = PageRenderer(
            site: catalogue.site, owner: catalogue.owner, companies: catalogue.companies, templates: try library(templates))
        var (cardSeconds, indexSeconds, tableSeconds) = (0.0, 0.0, 0.0)
        let tally = Mutex((files: 0, bytes: 0))
        for market in catalogue.site.markets {
            let open = creators.byMarket[market] ?? []
            let press = CardPress(samples: open.prefix(3).map(renderer.card))
            let cards = try await Lanes.map(open) { press.pressed(renderer.card($0)) }
            cardSeconds += lap()
            let index = MarketIndex(
                MarketColumns(
                    market: market, creators: open, categories: catalogue.site.categories(in: market),
                    currency: creators.currency(in: market)),
                press: press)
            try FileManager.default.createDirectory(
                at: target.appending(path: market.rawValue), withIntermediateDirectories: true)
            let root = try await index.writeWire(cards: cards) { file in
                try Data(file.bytes).write(to: target.appending(path: file.path))
                tally.withLock { $0 = ($0.files + 1, $0.bytes + file.bytes.count) }
            }
            indexSeconds += lap()
            let url = table(market, in: target)
            try Data().write(to: url)
            let file = try FileHandle(forWritingTo: url)
            try await index.writeTable(root: root, to: file) { rows in
                try await Lanes.map(Array(rows)) { row in
                    RowPayload(
                        card: cards[row], json: Array(open[row].json(profileHTML: nil).utf8),
                        csv: PublicTable.row(of: open[row]))
                }
            }
            try file.close()
            tableSeconds += lap()
        }
        report["card_seconds"] = cardSeconds
        report["wire_seconds"] = indexSeconds
        report["table_seconds"] = tableSeconds
        report["wire_files"] = tally.withLock { $0.files }
        report["wire_bytes"] = tally.withLock { $0.bytes }
        return (catalogue.site, report)
    }

    private static func library(_ folder: URL) throws -> TemplateLibrary {
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let sources = try paths.filter { $0.hasSuffix(".mustache") }.map { path in
            (String(path.dropLast(".mustache".count)), try String(contentsOf: folder.appending(path: path), encoding: .utf8))
        }
        return try TemplateLibrary(sources: Dictionary(uniqueKeysWithValues: sources))
    }

    private static func table(_ market: Market, in folder: URL) -> URL { folder.appending(path: "\(market.rawValue).table") }

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

    private static func ask(_ oracle: Oracle, rounds: Int, site: Site, in folder: URL) throws -> [String: Any] {
        let before = megabytes("VmRSS")
        let queries = try oracle.queries.map { entry in
            (entry, try CreatorQuery(parameters: parameters(of: entry.query), market: nil, site: site, offersManaged: true))
        }
        var tables: [Market: MarketTable] = [:]
        for market in site.markets { tables[market] = try MarketTable(contentsOf: table(market, in: folder)) }
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

    /// A line of /proc/self/status, in MiB.
    private static func megabytes(_ key: String) -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""  // elsewhere: nothing to tell
        let line = status.split(separator: "\n").first { $0.hasPrefix(key) } ?? ""
        return (line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) } ?? 0) / 1024
    }
}
