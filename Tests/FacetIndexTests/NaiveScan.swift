import FacetIndex
import Foundation
import Marketplace

/// A query answered by looking at every creator, word by word as the specification has it.
struct NaiveScan {
    let creators: [PublicCreator]
    let currency: Currency

    func answer(_ query: CreatorQuery, categories: CategoryList) -> (
        total: Int, usernames: [String], counts: [Facet: [String: Int]]
    ) {
        let hits = creators.filter { passes($0, query, without: nil) }.sorted { precedes($0, $1, by: query.sort) }
        var counts: [Facet: [String: Int]] = [:]
        for facet in Facet.allCases {
            let others = creators.filter { passes($0, query, without: facet) }
            let values = facet == .category ? categories.all.map(\.slug.text) : facet.values
            counts[facet] = Dictionary(uniqueKeysWithValues: values.map { value in
                (value, others.count { self.values(of: facet, for: $0).contains(value) })
            })
        }
        let page = hits.dropFirst((query.page - 1) * query.pageSize).prefix(query.pageSize)
        return (hits.count, page.map(\.username.text), counts)
    }

    private func values(of facet: Facet, for creator: PublicCreator) -> [String] {
        if facet == .category { return creator.categories.map(\.text) }
        return creator.position(in: facet).map { [facet.values[$0]] } ?? []
    }

    private func passes(_ creator: PublicCreator, _ query: CreatorQuery, without facet: Facet?) -> Bool {
        if !query.categories.isEmpty, facet != .category, !query.categories.contains(where: creator.categories.contains) {
            return false
        }
        for (filtered, positions) in query.choices where filtered != facet {
            guard let position = creator.position(in: filtered), positions.contains(position) else { return false }
        }
        for (figure, bounds) in query.bounds {
            guard holds(bounds, figure, creator) ?? query.includesUnknown else { return false }
        }
        guard let text = query.text else { return true }
        let words = FoldedName.words(of: creator.username.text) + FoldedName.words(of: creator.nickname)
        return FoldedName.words(of: text).allSatisfy { wanted in
            words.contains { $0.hasPrefix(wanted) || (wanted.unicodeScalars.count >= 3 && contains($0, wanted)) }
        }
    }

    /// By code points: `String.contains` goes by grapheme clusters, which Thai marks join.
    private func contains(_ word: String, _ part: String) -> Bool {
        let (word, part) = (Array(word.utf8), Array(part.utf8))
        guard part.count <= word.count else { return false }
        return (0...word.count - part.count).contains { word[$0..<$0 + part.count].elementsEqual(part) }
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
