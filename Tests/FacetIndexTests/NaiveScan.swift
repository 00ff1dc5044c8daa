import FacetIndex
import Foundation
import Marketplace

/// A query answered by looking at every creator, word by word as the specification has it.
struct NaiveScan {
    let creators: [PublicCreator]
    private let currency: Currency
    /// The words of each creator's names, and their values of each facet: what takes long is worked out once.
    private let words: [[[UInt8]]]
    private let values: [[Facet: [String]]]

    init(creators: [PublicCreator], currency: Currency) {
        (self.creators, self.currency) = (creators, currency)
        words = creators.map { creator in
            (FoldedName.words(of: creator.username.text) + FoldedName.words(of: creator.nickname)).map { Array($0.utf8) }
        }
        values = creators.map { creator in
            Facet.allCases.reduce(into: [:]) { values, facet in
                values[facet] =
                    facet == .category
                    ? creator.categories.map(\.text) : creator.position(in: facet).map { [facet.values[$0]] } ?? []
            }
        }
    }

    func answer(_ query: CreatorQuery, categories: CategoryList) -> (
        total: Int, usernames: [String], counts: [Facet: [String: Int]]
    ) {
        var hits: [PublicCreator] = []
        var counts: [Facet: [String: Int]] = [:]
        for facet in Facet.allCases {
            let names = facet == .category ? categories.all.map(\.slug.text) : facet.values
            counts[facet] = Dictionary(uniqueKeysWithValues: names.map { ($0, 0) })
        }
        let chosen = chosenValues(of: query)
        let wanted = query.text.map { FoldedName.words(of: $0) } ?? []
        for place in creators.indices where passesAllButFacets(place, query, wanted) {
            let failed = chosen.filter { facet, names in !values[place][facet, default: []].contains(where: names.contains) }
            if failed.isEmpty { hits.append(creators[place]) }
            // A facet counts those who pass every filter but its own.
            for facet in Facet.allCases where failed.isEmpty || (failed.count == 1 && failed[facet] != nil) {
                for value in values[place][facet, default: []] { counts[facet, default: [:]][value, default: 0] += 1 }
            }
        }
        hits.sort { precedes($0, $1, by: query.sort) }
        let page = hits.dropFirst((query.page - 1) * query.pageSize).prefix(query.pageSize)
        return (hits.count, page.map(\.username.text), counts)
    }

    private func chosenValues(of query: CreatorQuery) -> [Facet: [String]] {
        var chosen: [Facet: [String]] = [:]
        for (facet, positions) in query.choices { chosen[facet] = positions.map { facet.values[$0] } }
        if !query.categories.isEmpty { chosen[.category] = query.categories.map(\.text) }
        return chosen
    }

    private func passesAllButFacets(_ place: Int, _ query: CreatorQuery, _ wanted: [String]) -> Bool {
        for (figure, bounds) in query.bounds {
            guard holds(bounds, figure, creators[place]) ?? query.includesUnknown else { return false }
        }
        return wanted.allSatisfy { word in
            let bytes = Array(word.utf8)
            let isPart = word.unicodeScalars.count >= 3
            return words[place].contains { $0.starts(with: bytes) || (isPart && contains($0, bytes)) }
        }
    }

    private func contains(_ word: [UInt8], _ part: [UInt8]) -> Bool {
        guard part.count <= word.count else { return false }
        return (0...word.count - part.count).contains { word[$0] == part[0] && word[$0..<$0 + part.count].elementsEqual(part) }
    }

    private func figure(_ figure: RangeFigure, of creator: PublicCreator) -> Figure {
        figure.metric.kind == .money && creator.currency != currency ? .missing : creator.metrics[figure.metric]
    }

    private func holds(_ bounds: FigureBounds, _ figure: RangeFigure, _ creator: PublicCreator) -> Bool? {
        let (from, to): (FixedDecimal, FixedDecimal?)
        switch self.figure(figure, of: creator) {
        case .known(let value): (from, to) = (value, value)
        case .range(let lower, let upper): (from, to) = (lower, upper)
        case .closed, .missing: return nil
        }
        var isSure = true
        if let minimum = bounds.minimum {
            if let to, to < minimum { return false }
            if from < minimum { isSure = false }
        }
        if let maximum = bounds.maximum {
            if from > maximum { return false }
            if to.map({ $0 > maximum }) ?? true { isSure = false }
        }
        return isSure ? true : nil
    }

    private func precedes(_ a: PublicCreator, _ b: PublicCreator, by sort: CreatorSort) -> Bool {
        if let figure = sort.figure {
            return self.figure(figure, of: a).precedes(self.figure(figure, of: b)) ?? (a.username < b.username)
        }
        let (left, right) = (FoldedName.sortKey(of: a.nickname), FoldedName.sortKey(of: b.nickname))
        return left == right ? a.username < b.username : left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
