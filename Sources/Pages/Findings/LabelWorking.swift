import Marketplace
import Templating

/// How a label came about: who says it, and by which figures (SPEC D4).
struct LabelWorking {
    let finding: LabelFinding
    let creator: PublicCreator
    let definitions: Definitions

    var values: TemplateRecord {
        [
            "id": .text(finding.label.rawValue.replacing("_", with: "-")), "name": .text(LabelText(finding.label).name),
            "result": .text(Self.result(of: finding)), "definition": .text(definition),
            "is_yes": .flag(finding.state == .yes),
            "columns": .list(["Figure", "Value"].map { ["text": .text($0)] }), "rows": .list(rows),
            "has_rows": .flag(!rows.isEmpty),
            "note": .text(finding.origin == .stated ? "What the source states counts before what would be computed." : nil),
        ]
    }

    /// "Yes, computed here".
    static func result(of finding: LabelFinding) -> String {
        switch (finding.state, finding.origin) {
        case (.yes, .stated): "Yes, as the source states"
        case (.no, .stated): "No, as the source states"
        case (.yes, _): "Yes, computed here"
        case (.no, _): "No, computed here"
        case (.closed, _): "Not shared"
        case (.missing, _): "Not known"
        }
    }

    private var definition: String {
        let bar = finding.threshold
        let market = creator.market.name
        switch finding.label {
        case .quickToRespond: return "Answers a message within \(NumberText.hours(bar.minimum)), by the median."
        case .postsFrequently:
            let own = bar.ofMarket.map { "; the busiest part of \(market) begins at \(NumberText.exact($0))" } ?? ""
            return "At least \(NumberText.exact(bar.value)) videos and livestreams in 30 days: the larger of "
                + "\(NumberText.exact(bar.minimum)) and the market's \(NumberText.percent(definitions.frequentQuantile)) mark"
                + "\(own)."
        case .reliableWithSamples:
            let own = bar.ofMarket.map { ", which is \(NumberText.percent($0))" } ?? ""
            return "Shows at least \(NumberText.percent(bar.value)) of accepted samples: the larger of "
                + "\(NumberText.percent(bar.minimum)) and the market's mean plus \(definitions.reliableDeviations) standard "
                + "deviations\(own)."
        }
    }

    private var rows: [TemplateRecord] {
        var rows = finding.inputs.map { input in
            (
                MetricText(input.metric).name,
                FigureText(input.figure, of: input.metric, in: creator.currency).value ?? Self.unknown(input.figure)
            )
        }
        if finding.label == .postsFrequently {
            let sum = finding.inputs.dropFirst().reduce(finding.inputs.first?.figure ?? .missing) { $0 + $1.figure }
            if let value = sum.value { rows.append(("Together", NumberText.exact(value))) }
        }
        if !finding.inputs.isEmpty { rows.append(("Threshold", threshold)) }
        return rows.map { head, text in ["head": .text(head), "cells": .list([["text": .text(text)]])] }
    }

    private var threshold: String {
        switch finding.label {
        case .quickToRespond: "up to " + NumberText.hours(finding.threshold.value)
        case .postsFrequently: "from " + NumberText.exact(finding.threshold.value)
        case .reliableWithSamples: "from " + NumberText.percent(finding.threshold.value)
        }
    }

    private static func unknown(_ figure: Figure) -> String { figure == .closed ? "not shared" : "not known" }
}
