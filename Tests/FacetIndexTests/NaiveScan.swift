import FacetIndex
import Foundation
import Marketplace

/// A query answered by looking at every creator, word by word as the specification has it.
struct NaiveScan {
    let creators: [PublicCreator]
    private let currency: Currency
    /// The words of each creator's names, and their values of each facet: what takes long is worked out once.
    private let words: [[[UInt8]]]
    /// For each facet a bit a value, a mask a creator; `Facet.allCases` in order.
    private let masks: [[UInt32]]
    /// The ends of each figure, nil where unknown; a range without an upper end has none.
    private let ends: [[(from: FixedDecimal, to: FixedDecimal?)?]]
    private let categories: [String]

    init(creators: [PublicCreator], currency: Currency, categories: CategoryList) {
        (self.creators, self.currency) = (creators, currency)
        words = creators.map { creator in
            (FoldedName.words(of: creator.username.text) + FoldedName.words(of: creator.nickname)).map { Array($0.utf8) }
        }
        let slugs = categories.all.map(\.slug)
        self.categories = slugs.map(\.text)
        masks = Facet.allCases.map { facet in
            creators.map { creator in
                let positions =
                    facet == .category
                    ? creator.categories.compactMap(slugs.firstIndex) : [creator.position(in: facet)].compactMap { $0 }
                return positions.reduce(0) { $0 | 1 << UInt32($1) }
            }
        }
        ends = RangeFigure.allCases.map { figure in
            creators.map { creator in
                let isComparable = figure.metric.kind != .money || creator.currency == currency
                switch isComparable ? creator.metrics[figure.metric] : .missing {
                case .known(let value): return (value, value)
                case .range(let from, let to): return (from, to)
                case .closed, .missing: return nil
                }
            }
        }
    }

    func answer(_ query: CreatorQuery) -> (total: Int, usernames: [String], counts: [Facet: [String: Int]]) {
        let wanted = query.text.map { FoldedName.words(of: $0) } ?? []
        let chosen = Facet.allCases.enumerated().compactMap { facet, name -> (facet: Int, mask: UInt32)? in
            let positions =
                name == .category
                ? query.categories.compactMap { categories.firstIndex(of: $0.text) } : query.choices[name] ?? []
            let isFiltered = name == .category ? !query.categories.isEmpty : query.choices[name] != nil
            return isFiltered ? (facet, positions.reduce(0) { $0 | 1 << UInt32($1) }) : nil
        }
        let bounds = query.bounds.map { ($0.value, ends[RangeFigure.allCases.firstIndex(of: $0.key) ?? 0]) }
        var hits: [Int] = []
        // A facet counts those who pass every filter but its own.
        var others = [[Int]](repeating: [], count: Facet.allCases.count)
        for place in creators.indices {
            var failed = -1
            var failedCount = 0
            for filter in chosen where masks[filter.facet][place] & filter.mask == 0 {
                failed = filter.facet
                failedCount += 1
                if failedCount == 2 { break }
            }
            guard failedCount < 2, bounds.allSatisfy({ holds($0, $1[place]) ?? query.includesUnknown }), hasWords(wanted, place)
            else { continue }
            if failedCount == 0 { hits.append(place) } else { others[failed].append(place) }
        }
        var counts: [Facet: [String: Int]] = [:]
        for (facet, name) in Facet.allCases.enumerated() {
            for (bit, value) in (name == .category ? categories : name.values).enumerated() {
                let mask: UInt32 = 1 << UInt32(bit)
                counts[name, default: [:]][value] = (hits + others[facet]).count { masks[facet][$0] & mask != 0 }
            }
        }
        let sorted = hits.sorted { precedes(creators[$0], creators[$1], by: query.sort) }
        let page = sorted.dropFirst((query.page - 1) * query.pageSize).prefix(query.pageSize)
        return (hits.count, page.map { creators[$0].username.text }, counts)
    }

    private func hasWords(_ wanted: [String], _ place: Int) -> Bool {
        wanted.allSatisfy { word in
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

    private func holds(_ bounds: FigureBounds, _ ends: (from: FixedDecimal, to: FixedDecimal?)?) -> Bool? {
        guard let (from, to) = ends else { return nil }
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
