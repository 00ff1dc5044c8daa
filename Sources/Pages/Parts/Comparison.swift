import Marketplace
import Templating

/// Creators side by side, figure by figure; `Templates/assets/compare.js` does the same from their pages.
struct Comparison {
    /// The largest number of them.
    static let limit = 6
    let creators: [PublicCreator]
    let words: Wording

    /// The figures of their pages in the order of these, each once; those that nobody of them has or closes are left out.
    private var metrics: [Metric] {
        var metrics: [Metric] = []
        for creator in creators {
            let stated = [Metric.rating, .products].filter { creator.metrics[$0].isOpen }
            let sections = CreatorSections(creator: creator, findings: nil, history: .none, words: words).all
                .flatMap { $0.charts.flatMap(\.figures) + $0.figures }
            for metric in Card(creator: creator).metrics + stated + sections where !metrics.contains(metric) {
                metrics.append(metric)
            }
        }
        return metrics.filter { metric in metric != .score || creators.contains { $0.metrics[metric] != .missing } }
    }

    /// The highest value, or of waiting times the lowest; nil where that cannot be said: one value, a band, shares of an
    /// audience, two currencies.
    func best(_ metric: Metric) -> FixedDecimal? {
        let open = creators.filter { $0.metrics[metric].isOpen }
        let values = open.compactMap(\.metrics[metric].value)
        let isAudience = metric == .audienceFemale || Metric.audienceAges.contains(metric)
        guard !isAudience, values.count == open.count, Set(values).count > 1,
            metric.kind != .money || Set(open.map(\.currency)).count == 1
        else { return nil }
        return metric == .responseHours ? values.min() : values.max()
    }

    static let shape: TemplateShape = [
        "columns": .list([
            "username": .text, "nickname": .text, "language": .text, "href": .text, "picture": .html, "others_href": .text,
        ]),
        "rows": .list([
            "label": .text, "cells": .list(FigureValues.shape.merging(["is_best": .flag, "is_of_five": .flag])),
        ]),
    ]

    func values(root: String, in frame: PageFrame) -> TemplateRecord {
        ["columns": .list(creators.map { column($0, root: root, in: frame) }), "rows": .list(metrics.map(row))]
    }

    private func column(_ creator: PublicCreator, root: String, in frame: PageFrame) -> TemplateRecord {
        let others = creators.filter { $0.username != creator.username }
        return [
            "username": .text(creator.username.text), "nickname": .text(creator.nickname),
            "language": .text(creator.market.language), "href": .text(root + frame.site.link(to: creator.username)),
            "picture": .html(
                Picture.html(of: creator, root: root, size: Card.pictureSize, hasCardPhotos: frame.hasCardPhotos)),
            "others_href": .text(ComparePage.address(of: others, root: root)),
        ]
    }

    private func row(_ metric: Metric) -> TemplateRecord {
        let best = best(metric)
        return [
            "label": .text(words[metric].name),
            "cells": .list(
                creators.map { creator in
                    let value = creator.metrics[metric].value
                    return FigureValues.values(of: metric, for: creator, words)
                        .merging([
                            "is_best": .flag(best != nil && value == best),
                            "is_of_five": .flag(metric == .rating && value != nil),
                        ])
                }),
        ]
    }
}

extension Figure {
    /// Whether there is something to show.
    fileprivate var isOpen: Bool {
        switch self {
        case .known, .range: true
        case .closed, .missing: false
        }
    }
}
