import Marketplace
import Templating

/// What is asked for, piece by piece, each with the address that asks for all but it.
struct FilterChips {
    let query: CreatorQuery
    let site: Site
    let words: Wording
    /// What the address says besides, such as a member's own filters.
    var besides: [(name: String, value: String)] = []

    static let shape: TemplateShape = ["text": .text, "href": .text]

    var values: [TemplateRecord] {
        var chips: [(text: String, without: CreatorQuery)] = []
        for category in query.categories {
            let name = site.categories(in: query.market)[category]?.name ?? category.text
            chips.append((name, changed { $0.categories.removeAll { $0 == category } }))
        }
        for facet in Facet.choices {
            for position in query.choices[facet] ?? [] {
                let others = query.choices[facet]?.filter { $0 != position } ?? []
                let without = changed { $0.choices[facet] = others.isEmpty ? nil : others }
                chips.append((words[facet].values[position], without))
            }
        }
        for figure in RangeFigure.allCases {
            guard let bounds = query.bounds[figure] else { continue }
            let name = words[figure.metric].name
            if let minimum = bounds.minimum {
                let without = changed { $0.bounds[figure] = bounds.maximum.map { FigureBounds(maximum: $0) } }
                chips.append((words(.chipFrom, ["figure": name, "number": NumberText.exact(minimum)]), without))
            }
            if let maximum = bounds.maximum {
                let without = changed { $0.bounds[figure] = bounds.minimum.map { FigureBounds(minimum: $0) } }
                chips.append((words(.chipTo, ["figure": name, "number": NumberText.exact(maximum)]), without))
            }
        }
        if query.includesUnknown { chips.append((words(.chipUnknown), changed { $0.includesUnknown = false })) }
        if let text = query.text { chips.append((words(.chipText, ["text": text]), changed { $0.text = nil })) }
        return chips.map { ["text": .text($0.text), "href": .text(address($0.without))] }
    }

    private func changed(_ change: (inout CreatorQuery) -> Void) -> CreatorQuery {
        var query = query
        query.page = 1
        change(&query)
        return query
    }

    /// Relative to the list itself.
    func address(_ query: CreatorQuery) -> String {
        let own = query.address(standardPageSize: site.pageSize)
        let parameters = [own] + besides.map { $0.name + "=" + PercentEncoding.encode($0.value) }
        let text = parameters.filter { !$0.isEmpty }.joined(separator: "&")
        return text.isEmpty ? "./" : "./?" + text
    }
}
