import Marketplace
import Templating

/// How a creator's score came about, in words and numbers that can be followed (SPEC D4).
struct ScoreWorking {
    let finding: ScoreFinding
    let creator: PublicCreator
    let definitions: Definitions

    static let shape: TemplateShape = [
        "id": .text, "name": .text, "result": .text, "definition": .text, "is_yes": .flag, "columns": .list(["text": .text]),
        "rows": .list(["head": .text, "cells": .list(["text": .text])]), "has_rows": .flag, "note": .text,
    ]

    var values: TemplateRecord {
        [
            "id": .text("score"), "name": .text("Score"), "result": .text(result), "definition": .text(definition),
            "columns": .list(columns.map { ["text": .text($0)] }), "rows": .list(rows),
            "has_rows": .flag(!rows.isEmpty), "note": .text(note),
        ]
    }

    private var result: String {
        switch finding.outcome {
        case .stated(let value): "\(NumberText.short(value)) of 100, as the source states"
        case .computed(let value): "\(NumberText.short(value)) of 100, computed here"
        case .tooFewInputs: "Not known: too few of its figures are"
        case .notOffered: "None: no score is computed in \(creator.market.name)"
        case .closed: "Not shared"
        }
    }

    private var definition: String {
        let total = definitions.scoreWeights.reduce(0) { $0 + $1.weight.double }
        let parts = definitions.scoreWeights.map { input in
            let share = FixedDecimal(rounding: input.weight.double / total) ?? .zero
            return "\(MetricText(input.metric).name) \(NumberText.percent(share))"
        }
        return "The weighted mean of where the creator stands in the market, from 0 to 100: \(parts.joined(separator: ", ")). "
            + "Where a figure is not known, the others share its weight. There is no score unless "
            + "\(definitions.scoreMinimumInputs) figures are known, GMV among them."
    }

    private let columns = ["Figure", "Value", "Stands above", "Weight", "Adds"]

    private var rows: [TemplateRecord] {
        finding.inputs.map { input in
            let text = FigureText(input.figure, of: input.metric, in: creator.currency)
            let cells = [
                text.value ?? Self.unknown(input.figure),
                input.rank.flatMap { FixedDecimal(rounding: $0.share) }.map(NumberText.percent) ?? "–",
                input.rescaledWeight.flatMap { FixedDecimal(rounding: $0) }.map(NumberText.percent) ?? "–",
                input.contribution.flatMap { FixedDecimal(rounding: $0) }.map(NumberText.short) ?? "–",
            ]
            return ["head": .text(MetricText(input.metric).name), "cells": .list(cells.map { ["text": .text($0)] })]
        }
    }

    private static func unknown(_ figure: Figure) -> String { figure == .closed ? "not shared" : "not known" }

    private var note: String? {
        switch finding.outcome {
        case .stated where !finding.inputs.isEmpty:
            "The source's own score counts; the table shows what would be computed from."
        case .computed:
            "\"Stands above\" is the share of creators in \(creator.market.name) with a known figure that is lower, half of the equal ones counted."
        default: nil
        }
    }
}
