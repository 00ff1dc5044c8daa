public import Marketplace
import Templating

/// The filters of a market as a form: what is asked for, what each choice would give, and where it is sent.
public struct FilterPanel: Sendable {
    private let query: CreatorQuery
    private let counts: FilterCounts
    private let offersManaged: Bool
    private let hasScores: Bool

    /// - Parameters:
    ///   - query: what is asked for.
    ///   - offersManaged: whether the site has an affiliate partner, whose filter that is (SPEC C3).
    ///   - hasScores: whether anybody in the market has one; the filter is offered there only (SPEC C3).
    public init(query: CreatorQuery, counts: FilterCounts, offersManaged: Bool, hasScores: Bool) {
        self.query = query
        self.counts = counts
        self.offersManaged = offersManaged
        self.hasScores = hasScores
    }

    static let shape: TemplateShape = [
        "filter_action": .text, "clear_href": .text, "needs_script": .flag, "q": .text,
        "groups": .list(["legend": .text, "facet": .text, "choices": .list(choiceShape)]), "ranges": .list(rangeShape),
        "more_ranges": .list(rangeShape), "more_is_open": .flag, "includes_unknown": .flag,
        "sorts": .list(["value": .text, "name": .text, "current": .flag]), "filter_count": .text,
    ]

    /// - Parameters:
    ///   - action: the address of the market's list, relative to the page.
    ///   - clear: the same without a query, for a link; a file where the page is one.
    func values(action: String, clear: String, in frame: PageFrame) -> TemplateRecord {
        let words = frame.words
        let asked = query.bounds.keys.contains { !Self.commonFigures.contains($0) }
        return [
            "filter_action": .text(action), "clear_href": .text(clear),
            "needs_script": .flag(frame.isStatic), "q": .text(query.text),
            "groups": .list(groups(in: frame.site, words)),
            "ranges": .list(figures.filter(Self.commonFigures.contains).map { range($0, words) }),
            "more_ranges": .list(figures.filter { !Self.commonFigures.contains($0) }.map { range($0, words) }),
            "more_is_open": .flag(asked), "includes_unknown": .flag(query.includesUnknown),
            "sorts": .list(sorts(words)), "filter_count": query.isFiltered ? .text(String(filterCount)) : nil,
        ]
    }

    private var figures: [RangeFigure] { RangeFigure.allCases.filter { $0 != .score || hasScores } }

    /// What stands in sight; the others are behind "More figures".
    private static let commonFigures: [RangeFigure] = [.score, .followers, .gmv, .views]

    private var filterCount: Int {
        query.categories.count + query.choices.values.reduce(0) { $0 + $1.count } + query.bounds.count
            + (query.text == nil ? 0 : 1)
    }

    // MARK: Choices

    private func groups(in site: Site, _ words: Wording) -> [TemplateRecord] {
        let labels: [Facet] = [.quick, .frequent, .reliable] + (offersManaged ? [.managed] : [])
        return [
            group(.category, categories(in: site, words), words), group(.type, exclusive(.type, words), words),
            [
                "legend": .text(words(.workingStyle)),
                "choices": .list(labels.map { choice($0, at: 0, input: "checkbox", words) }),
            ],
            group(.audienceGender, exclusive(.audienceGender, words), words),
            group(
                .audienceAge,
                Facet.audienceAge.values.indices.map { choice(.audienceAge, at: $0, input: "checkbox", words) }, words),
        ].filter { if case .list(let choices) = $0["choices"] { !choices.isEmpty } else { false } }
    }

    private func group(_ facet: Facet, _ choices: [TemplateRecord], _ words: Wording) -> TemplateRecord {
        ["legend": .text(words[facet].legend), "facet": .text(facet.rawValue), "choices": .list(choices)]
    }

    /// Categories that have creators in the market, and those that are asked for.
    private func categories(in site: Site, _ words: Wording) -> [TemplateRecord] {
        site.categories(in: query.market).all.compactMap { category in
            let isChosen = query.categories.contains(category.slug)
            let isKnown = counts[.category, category.slug.text] > 0
            guard isChosen || isKnown else { return nil }
            return choice(
                .category, value: category.slug.text, label: category.name, input: "checkbox", isChosen: isChosen, words)
        }
    }

    private func exclusive(_ facet: Facet, _ words: Wording) -> [TemplateRecord] {
        let any: TemplateRecord = [
            "input": .text("radio"), "name": .text(facet.rawValue), "label": .text(words(.anyValue)),
            "checked": .flag(query.choices[facet] == nil),
        ]
        return [any] + facet.values.indices.map { choice(facet, at: $0, input: "radio", words) }
    }

    private static let choiceShape: TemplateShape = [
        "input": .text, "name": .text, "value": .text, "label": .text, "checked": .flag, "count": .text, "is_none": .flag,
        "definition": .text,
    ]

    private func choice(_ facet: Facet, at position: Int, input: String, _ words: Wording) -> TemplateRecord {
        choice(
            facet, value: facet.values[position], label: words[facet].values[position], input: input,
            isChosen: query.choices[facet]?.contains(position) ?? false, words)
    }

    private func choice(
        _ facet: Facet, value: String, label: String, input: String, isChosen: Bool, _ words: Wording
    ) -> TemplateRecord {
        let count = counts[facet, value]
        return [
            "input": .text(input), "name": .text(facet.rawValue), "value": .text(value), "label": .text(label),
            "checked": .flag(isChosen), "count": .text(NumberText.exact(count)), "is_none": .flag(count == 0 && !isChosen),
            "definition": .text(facet.label.map { words[$0].definition }),
        ]
    }

    // MARK: Figures and order

    private static let rangeShape: TemplateShape = [
        "range": .text, "legend": .text, "definition": .text, "unit": .text,
        "ends": .list(["label": .text, "name": .text, "value": .text]),
    ]

    private func range(_ figure: RangeFigure, _ words: Wording) -> TemplateRecord {
        let text = words[figure.metric]
        let bounds = query.bounds[figure]
        let ends: [TemplateRecord?] = [
            end(words(.rangeFrom), figure.minimumName, bounds?.minimum, of: figure),
            figure.maximumName.flatMap { end(words(.rangeTo), $0, bounds?.maximum, of: figure) },
        ]
        return [
            "range": .text(figure.rawValue), "legend": .text(text.name), "definition": .text(text.definition),
            "unit": .text(unit(of: figure, words)), "ends": .list(ends.compactMap { $0 }),
        ]
    }

    private func end(_ label: String, _ name: String, _ bound: FixedDecimal?, of figure: RangeFigure) -> TemplateRecord {
        ["label": .text(label), "name": .text(name), "value": .text(bound?.description)]
    }

    /// What a number in the field counts, where that is not plain.
    private func unit(of figure: RangeFigure, _ words: Wording) -> String? {
        switch figure.metric.kind {
        case .money: query.market.currency.rawValue
        case .share: words(.unitShare)
        case .rating: words(.unitRating)
        case .score: words(.unitScore)
        case .count, .average, .hours, .seconds: nil
        }
    }

    private func sorts(_ words: Wording) -> [TemplateRecord] {
        CreatorSort.allCases.filter { $0 != .score || hasScores || query.sort == .score }.map { sort in
            [
                "value": .text(sort.rawValue), "name": .text(words[sort]),
                "current": .flag(sort == query.sort),
            ]
        }
    }
}
