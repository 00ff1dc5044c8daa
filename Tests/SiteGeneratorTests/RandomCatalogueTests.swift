@testable import Catalogue
import Fixtures
import Foundation
import Marketplace
import Pages
import Testing

@testable import SiteGenerator

/// C6, D2, K3 over random catalogues, 10,000 of them in a long run: nothing unknown is shown, exported, sorted or counted as 0, and nothing
/// closed, nor any contact, is in a published byte. The derived figures are held against a naive computation.
@Suite("Random catalogues")
struct RandomCatalogueTests {
    private static let parts = 8
    private static let catalogueCount = RunLength.count(10_000)

    @Test("C6, D2, K3: unknown is not zero, and closed is closed", arguments: 0..<parts)
    func holdsOfEveryCatalogue(part: Int) async throws {
        let owner = try Company.sample(roles: [.affiliatePartner])
        let site = try Site.sample(markets: [.id])
        let renderer = PageRenderer(
            site: site, owner: owner, companies: [owner], templates: try SourceTree.templates(),
            words: try SourceTree.wording())
        var counts: [String: Int] = [:]
        for seed in stride(from: part, to: Self.catalogueCount, by: Self.parts) {
            let random = try RandomCatalogue(seed: UInt64(seed))
            counts.merge(random.counts, uniquingKeysWith: +)
            let catalogue = SiteCatalogue(
                site: site, owner: owner, companies: [owner], creators: random.creators, snapshots: random.snapshots,
                photoFiles: [])
            let derived = try await DerivedFigures(catalogue)
            try compareWithNaive(derived, seed)
            checkOrder(derived.listed, seed)
            checkExport(random.creators, seed)
            try checkPages(derived, random.snapshots, renderer, site, seed)
        }
        for kind in [
            "known", "range", "closed", "missing", "unauthorised known", "unauthorised closed", "unauthorised missing",
        ] {
            #expect(counts[kind, default: 0] > Self.catalogueCount / 10, "\(kind) was hardly ever met")
        }
    }

    // MARK: What is published

    private func checkPages(
        _ derived: DerivedFigures, _ snapshots: [String: [Snapshot]], _ renderer: PageRenderer, _ site: Site, _ seed: Int
    ) throws {
        let open = derived.listed.map(PublicCreator.init)
        let shelf = ListingPage.Shelf(
            market: .id, category: nil, total: open.count, marketTotal: open.count, categoryCounts: [])
        let listing = String(
            decoding: renderer.staticPage(ListingPage(shelf: shelf, page: 1, creators: open)), as: UTF8.self)
        check(listing, "listing of \(seed)")
        #expect(listing.contains("data-total=\"\(open.count)\""))
        // One page a catalogue is enough for the time it takes: the next has other creators.
        let creator = derived.listed[seed % derived.listed.count]
        let shown = PublicCreator(creator)
        let page = CreatorPage(
            creator: shown, findings: derived.statistics[.id]?.findings(for: creator),
            history: PublicHistory(snapshots[creator.username.folded] ?? [], of: creator))
        let html = String(decoding: renderer.staticPage(page), as: UTF8.self)
        check(html, "page of \(creator.username) of \(seed)")
        if !creator.isAuthorized {
            let rounded = ["77.8", "77.7", "77.8M", "778"].filter(html.contains)
            #expect(rounded.isEmpty, "\(rounded) on the page of \(creator.username) of \(seed)")
        }
        for twin in open { check(twin.json(profileHTML: nil), "twin of \(twin.username) of \(seed)") }
    }

    private func check(_ text: String, _ place: String) {
        for canary in ["777777", "77,777", "private.example", "canary", "990111222"] where text.contains(canary) {
            Issue.record("'\(canary)' is in the \(place)")
        }
        for match in text.matches(
            of: /class="value">([^<]*)<|<td>([^<]*)<\/td>|<dd><span[^>]*>([^<]*)<|"[a-z_]+":([0-9.]+)[,}]/)
        {
            let shown = match.1 ?? match.2 ?? match.3 ?? match.4 ?? ""
            let digits = shown.filter { $0.isNumber || $0 == "." }
            if let number = Double(digits), number == 0 { Issue.record("'\(shown)' is in the \(place)") }
        }
    }

    private func checkOrder(_ listed: [Creator], _ seed: Int) {
        let followers = listed.map { $0.metrics[.followers].ordinal }
        let firstUnknown = followers.firstIndex { $0 == nil } ?? followers.endIndex
        #expect(followers[firstUnknown...].allSatisfy { $0 == nil }, "unknown stands before known in \(seed)")
        let known = followers[..<firstUnknown].compactMap { $0 }
        #expect(known == known.sorted(by: >), "known figures are out of order in \(seed)")
    }

    private func checkExport(_ creators: [Creator], _ seed: Int) {
        let csv = String(decoding: CreatorExport(creators: creators, snapshots: []).csv, as: UTF8.self)
        let lines = csv.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        for (line, creator) in zip(lines.dropFirst(), creators) {
            for (name, cell) in zip(lines[0], line) {
                guard let metric = Metric(rawValue: String(name)) else { continue }
                #expect(String(cell) == (creator.metrics[metric].nativeText ?? ""), "\(name) of \(creator.username) in \(seed)")
            }
        }
    }

    // MARK: The naive computation

    private func compareWithNaive(_ derived: DerivedFigures, _ seed: Int) throws {
        let market = try #require(derived.statistics[.id])
        let naive = NaiveDefinitions(derived.listed, currency: market.currency)
        for creator in derived.listed {
            let score = creator.computed.score?.double
            let expected = naive.score(of: creator)
            let isEqual = score == nil ? expected == nil : expected.map { abs($0 - (score ?? 0)) < 0.000_001 } ?? false
            #expect(isEqual, "score of \(creator.username) in \(seed): \(score as Any) and \(expected as Any)")
            let labels = naive.labels(of: creator)
            #expect(
                WorkingLabel.allCases.allSatisfy { creator.computed.labels[$0] == labels[$0] },
                "labels of \(creator.username) in \(seed)")
        }
    }
}

extension DerivedFigures {
    /// Those who are listed, from the most followers.
    fileprivate var listed: [Creator] { listedPlaces.map { self[Int($0)] } }
}

/// SPEC D4 word by word, with loops over everybody.
private struct NaiveDefinitions {
    private let open: [Creator]
    private let currency: Currency

    init(_ listed: [Creator], currency: Currency) {
        (open, self.currency) = (listed.filter(\.isAuthorized), currency)
    }

    private static let weights: [(Metric, Double)] = [
        (.gmv, 0.30), (.videoViewsAverage, 0.15), (.completionRate, 0.15), (.videos, 0.10), (.lives, 0.10),
        (.liveViewersAverage, 0.10), (.liveViewSecondsAverage, 0.10),
    ]

    private func value(_ metric: Metric, of creator: Creator) -> Double? {
        if metric == .gmv, creator.currency != currency { return nil }
        return creator.metrics[metric].value?.double
    }

    func score(of creator: Creator) -> Double? {
        guard creator.isAuthorized, creator.metrics[.score] != .closed, creator.metrics[.score].value == nil else { return nil }
        var (sum, weights, count) = (0.0, 0.0, 0)
        for (metric, weight) in Self.weights {
            guard let own = value(metric, of: creator) else { continue }
            let all = open.compactMap { value(metric, of: $0) }
            let below = all.filter { $0 < own }.count
            let equal = all.filter { $0 == own }.count
            sum += weight * (Double(below) + Double(equal) / 2) / Double(all.count)
            weights += weight
            count += 1
        }
        guard value(.gmv, of: creator) != nil, count >= 4 else { return nil }
        return 100 * sum / weights
    }

    func labels(of creator: Creator) -> [WorkingLabel: Bool] {
        guard creator.isAuthorized else { return [:] }
        var labels: [WorkingLabel: Bool] = [:]
        if let hours = creator.metrics[.responseHours].value { labels[.quickToRespond] = hours.double <= 24 }
        if let posts = posts(of: creator) {
            let all = open.compactMap(posts(of:)).sorted()
            let quartile = all[Int((0.75 * Double(all.count)).rounded(.up)) - 1]
            labels[.postsFrequently] = posts >= max(12, quartile)
        }
        if let share = creator.metrics[.sampleFulfilmentRate].value?.double {
            let all = open.compactMap { $0.metrics[.sampleFulfilmentRate].value?.double }
            let mean = all.reduce(0, +) / Double(all.count)
            let deviation = (all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)).squareRoot()
            labels[.reliableWithSamples] = share >= max(0.8, mean + deviation / 2) - 0.000_000_5
        }
        return labels.filter { creator.statedLabels[$0.key] == nil }
    }

    private func posts(of creator: Creator) -> Double? {
        guard let videos = creator.metrics[.videos].value, let lives = creator.metrics[.lives].value else { return nil }
        return videos.double + lives.double
    }
}
