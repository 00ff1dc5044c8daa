import Foundation
import Marketplace
import Pages
import Templating

/// Times what makes a page: `TemplateBench TEMPLATES CREATORS PAGES ROUNDS FOLDER`.
///
/// Reads creators as a build writes them for the server, makes the pages of the first of them in every round, and their cards,
/// and prints one JSON object: microseconds a page of running its template, and of the whole page, the fastest round of each.
/// FOLDER gets what other engines need to do the same: `creator.json` and `card.json` with what the templates are filled with,
/// and `creator.html` and `card.html` with what came of it, all pages after each other.
@main
struct TemplateBench {
    private let library: TemplateLibrary
    private let renderer: PageRenderer
    private let site: Site

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 6, let count = Int(arguments[3]), let rounds = Int(arguments[4]), rounds > 0 else {
            print("usage: TemplateBench TEMPLATES CREATORS PAGES ROUNDS FOLDER")
            exit(64)
        }
        let bench = try TemplateBench(templates: URL(filePath: arguments[1]))
        let creators = try creators(in: URL(filePath: arguments[2]))
        let report = try bench.measured(creators, count: count, rounds: rounds, folder: URL(filePath: arguments[5]))
        let text = try JSONSerialization.data(withJSONObject: report, options: [.sortedKeys, .prettyPrinted])
        print(String(decoding: text, as: UTF8.self))
    }

    private init(templates folder: URL) throws {
        guard let slug = Slug("bench") else { preconditionFailure("the name is a slug") }
        site = Site(name: "Bench", company: slug)
        let owner = Company(slug: slug, name: "Bench", roles: [.mcn, .affiliatePartner])
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let sources = try paths.filter { $0.hasSuffix(".mustache") }.map { path in
            (String(path.dropLast(".mustache".count)), try String(contentsOf: folder.appending(path: path), encoding: .utf8))
        }
        let words = try String(contentsOf: folder.appending(path: "phrases/\(InterfaceWords.fileName)"), encoding: .utf8)
        library = try TemplateLibrary(
            sources: InterfaceWords(standard: words).filled(into: Dictionary(uniqueKeysWithValues: sources)),
            shapes: PageRenderer.shapes)
        let wording = try String(contentsOf: folder.appending(path: "phrases/\(Wording.fileName)"), encoding: .utf8)
        renderer = PageRenderer(
            site: site, owner: owner, companies: [owner], templates: library, words: try Wording(standard: wording))
    }

    /// Those of the market that most are in, from the most followers.
    private static func creators(in file: URL) throws -> [Creator] {
        let decoder = JSONDecoder()
        let lines = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
        let all = try lines.map { try decoder.decode(Creator.self, from: $0) }
        let markets = Dictionary(grouping: all, by: \.market)
        let largest = markets.max { ($0.value.count, $1.key.rawValue) < ($1.value.count, $0.key.rawValue) }
        return (largest?.value ?? []).sorted(by: Creator.hasMoreFollowers)
    }

    // MARK: Measuring

    private func measured(_ creators: [Creator], count: Int, rounds: Int, folder: URL) throws -> [String: [String: Double]] {
        let open = creators.map { PublicCreator($0) }
        let statistics = MarketStatistics(market: creators[0].market, creators: creators, definitions: site.definitions)
        let similar = SimilarCreators(open)
        let places = 0..<min(count, creators.count)
        func page(at place: Int) -> CreatorPage {
            CreatorPage(
                creator: open[place], findings: statistics.findings(for: creators[place]),
                neighbours: CreatorPage.Neighbours(similar, place: place))
        }
        let pages = places.map { renderer.values(of: page(at: $0)) }
        let cards = places.map { renderer.cardValues(of: open[$0]) }
        let report = [
            "creator_template": time(places.count, rounds) { library.render("pages/creator", with: pages[$0]) },
            "creator_whole_page": time(places.count, rounds) { renderer.staticPage(page(at: $0)) },
            "card_template": time(places.count, rounds) { library.render("partials/card", with: cards[$0]) },
            "card_whole": time(places.count, rounds) { renderer.card(open[$0]) },
        ]
        try write(pages, "pages/creator", as: "creator", in: folder)
        try write(cards, "partials/card", as: "card", in: folder)
        return report
    }

    private func time(_ count: Int, _ rounds: Int, _ work: (Int) -> [UInt8]) -> [String: Double] {
        var best = Double.infinity
        var byteCount = 0
        for _ in 0..<rounds {
            let start = processorSeconds()
            byteCount = (0..<count).reduce(0) { $0 + work($1).count }
            best = min(best, processorSeconds() - start)
        }
        return ["microseconds": best / Double(count) * 1e6, "bytes": Double(byteCount / count)]
    }

    /// Of this process, so that what else the machine does counts for little.
    private func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    // MARK: For other engines

    private func write(_ records: [TemplateRecord], _ template: String, as name: String, in folder: URL) throws {
        let values = try JSONSerialization.data(withJSONObject: records.map(Self.object))
        try values.write(to: folder.appending(path: name + ".json"))
        let rendered = records.flatMap { library.render(template, with: $0) }
        try Data(rendered).write(to: folder.appending(path: name + ".html"))
    }

    /// What has no value, or an empty one, is false, which every engine takes for a closed section.
    private static func object(_ record: TemplateRecord) -> [String: Any] {
        Dictionary(record.elements.map { ($0.0, $0.1.map(value) ?? false) }) { first, _ in first }
    }

    private static func value(_ value: TemplateValue) -> Any {
        switch value {
        case .text(""), .html(""): false
        case .text(let text), .html(let text): text
        case .flag(let flag): flag
        case .list(let records): records.map(object)
        case .items(let values): values.map(Self.value)
        case .record(let record): object(record)
        }
    }
}
