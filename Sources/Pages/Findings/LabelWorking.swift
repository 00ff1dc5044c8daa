import Marketplace
import Templating

/// How a label came about: who says it, and by which figures (SPEC D4).
struct LabelWorking {
    let finding: LabelFinding
    let creator: PublicCreator
    let definitions: Definitions
    let words: Wording

    var values: TemplateRecord {
        [
            "id": .text(id), "name": .text(words[finding.label].name),
            "result": .text(Self.result(of: finding, words)), "definition": .text(definition),
            "is_yes": .flag(finding.state == .yes),
            "columns": .list([WordingKey.columnFigure, .columnValue].map { ["text": .text(words($0))] }), "rows": .list(rows),
            "has_rows": .flag(!rows.isEmpty),
            "note": .text(finding.origin == .stated ? words(.statedCountsFirst) : nil),
        ]
    }

    /// Names the working in the page.
    private var id: String {
        switch finding.label {
        case .quickToRespond: "quick-to-respond"
        case .postsFrequently: "posts-frequently"
        case .reliableWithSamples: "reliable-with-samples"
        }
    }

    /// "Yes, computed here".
    static func result(of finding: LabelFinding, _ words: Wording) -> String {
        switch (finding.state, finding.origin) {
        case (.yes, .stated): words(.resultYesStated)
        case (.no, .stated): words(.resultNoStated)
        case (.yes, _): words(.resultYesComputed)
        case (.no, _): words(.resultNoComputed)
        case (.closed, _): words(.resultNotShared)
        case (.missing, _): words(.resultNotKnown)
        }
    }

    private var definition: String {
        let bar = finding.threshold
        switch finding.label {
        case .quickToRespond: return words(.quickFormula, ["time": words.hours(bar.minimum)])
        case .postsFrequently:
            let (count, minimum) = (NumberText.exact(bar.value), NumberText.exact(bar.minimum))
            let share = NumberText.percent(definitions.frequentQuantile)
            guard let ofMarket = bar.ofMarket else {
                return words(.frequentFormula, ["count": count, "minimum": minimum, "share": share])
            }
            return words(
                .frequentFormulaMarket,
                [
                    "count": count, "minimum": minimum, "share": share, "market": words[creator.market],
                    "bar": NumberText.exact(ofMarket),
                ])
        case .reliableWithSamples:
            let (share, minimum) = (NumberText.percent(bar.value), NumberText.percent(bar.minimum))
            let deviations = "\(definitions.reliableDeviations)"
            guard let ofMarket = bar.ofMarket else {
                return words(.reliableFormula, ["share": share, "minimum": minimum, "deviations": deviations])
            }
            return words(
                .reliableFormulaMarket,
                ["share": share, "minimum": minimum, "deviations": deviations, "bar": NumberText.percent(ofMarket)])
        }
    }

    private var rows: [TemplateRecord] {
        var rows = finding.inputs.map { input in
            (
                words[input.metric].name,
                FigureText(input.figure, of: input.metric, in: creator.currency, words).value ?? words.unknown(input.figure)
            )
        }
        if finding.label == .postsFrequently {
            let sum = finding.inputs.dropFirst().reduce(finding.inputs.first?.figure ?? .missing) { $0 + $1.figure }
            if let value = sum.value { rows.append((words(.rowTogether), NumberText.exact(value))) }
        }
        if !finding.inputs.isEmpty { rows.append((words(.rowThreshold), threshold)) }
        return rows.map { head, text in ["head": .text(head), "cells": .list([["text": .text(text)]])] }
    }

    private var threshold: String {
        switch finding.label {
        case .quickToRespond: words(.thresholdUpTo, ["value": words.hours(finding.threshold.value)])
        case .postsFrequently: words(.thresholdFrom, ["value": NumberText.exact(finding.threshold.value)])
        case .reliableWithSamples: words(.thresholdFrom, ["value": NumberText.percent(finding.threshold.value)])
        }
    }
}

extension Wording {
    /// What a table says of a figure that is not there.
    func unknown(_ figure: Figure) -> String { self(figure == .closed ? .cellNotShared : .cellNotKnown) }
}
