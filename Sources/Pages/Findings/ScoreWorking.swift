import Marketplace
import Templating

/// How a creator's score came about, in words and numbers that can be followed (SPEC D4).
struct ScoreWorking {
    let finding: ScoreFinding
    let creator: PublicCreator
    let definitions: Definitions
    let words: Wording

    static let shape: TemplateShape = [
        "id": .text, "name": .text, "result": .text, "definition": .text, "is_yes": .flag, "columns": .list(["text": .text]),
        "rows": .list(["head": .text, "cells": .list(["text": .text])]), "has_rows": .flag, "note": .text,
    ]

    var values: TemplateRecord {
        [
            "id": .text("score"), "name": .text(words[Metric.score].name), "result": .text(result),
            "definition": .text(definition),
            "columns": .list(Self.columns.map { ["text": .text(words($0))] }), "rows": .list(rows),
            "has_rows": .flag(!rows.isEmpty), "note": .text(note),
        ]
    }

    private var result: String {
        switch finding.outcome {
        case .stated(let value): words(.scoreStated, ["score": NumberText.short(value)])
        case .computed(let value): words(.scoreComputed, ["score": NumberText.short(value)])
        case .tooFewInputs: words(.scoreTooFew)
        case .notOffered: words(.scoreNotOffered, ["market": words[creator.market]])
        case .closed: words(.resultNotShared)
        }
    }

    private var definition: String {
        let total = definitions.scoreWeights.reduce(0) { $0 + $1.weight.double }
        let parts = definitions.scoreWeights.map { input in
            let share = FixedDecimal(rounding: input.weight.double / total) ?? .zero
            return "\(words[input.metric].name) \(NumberText.percent(share))"
        }
        return words(
            .scoreFormula, ["weights": parts.joined(separator: ", "), "count": String(definitions.scoreMinimumInputs)])
    }

    private static let columns: [WordingKey] = [.columnFigure, .columnValue, .columnRank, .columnWeight, .columnPart]

    private var rows: [TemplateRecord] {
        finding.inputs.map { input in
            let text = FigureText(input.figure, of: input.metric, in: creator.currency, words)
            let cells = [
                text.value ?? words.unknown(input.figure),
                input.rank.flatMap { FixedDecimal(rounding: $0.share) }.map(NumberText.percent) ?? "–",
                input.rescaledWeight.flatMap { FixedDecimal(rounding: $0) }.map(NumberText.percent) ?? "–",
                input.contribution.flatMap { FixedDecimal(rounding: $0) }.map(NumberText.short) ?? "–",
            ]
            return ["head": .text(words[input.metric].name), "cells": .list(cells.map { ["text": .text($0)] })]
        }
    }

    private var note: String? {
        switch finding.outcome {
        case .stated where !finding.inputs.isEmpty:
            words(.scoreStatedCounts)
        case .computed:
            words(.scoreRankMeans, ["market": words[creator.market]])
        default: nil
        }
    }
}
