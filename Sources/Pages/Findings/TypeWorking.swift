import Marketplace
import Templating

/// What a creator sells with, and by which figures (SPEC C3, D4).
struct TypeWorking {
    let creator: PublicCreator

    /// "Sells with videos"; nil where it is not known, or nothing was sold.
    static func badge(of creator: PublicCreator) -> String? {
        // Where nothing was sold, neither part is the larger for people, though the formula says video.
        if creator.metrics[.gmvVideo].value == .zero, creator.metrics[.gmvLive].value == .zero { return nil }
        return switch creator.contentType {
        case .known(.video): "Sells with videos"
        case .known(.live): "Sells live"
        case .closed, .missing: nil
        }
    }

    static let definition = "Where the larger part of GMV in 30 days comes from: videos or livestreams."

    var values: TemplateRecord {
        let result =
            switch creator.contentType {
            case .known(.video): "Video, computed here"
            case .known(.live): "Live, computed here"
            case .closed: "Not shared"
            case .missing: "Not known: GMV from videos and from livestreams must both be"
            }
        let rows = [Metric.gmvVideo, .gmvLive].map { metric -> TemplateRecord in
            let figure = FigureText(creator.metrics[metric], of: metric, in: creator.currency)
            let text = figure.exact ?? figure.value ?? (figure.state == .closed ? "not shared" : "not known")
            return ["head": .text(MetricText(metric).name), "cells": .list([["text": .text(text)]])]
        }
        let isClosed = creator.contentType == .closed
        return [
            "id": .text("type"), "name": .text("Creator type"), "result": .text(result), "definition": .text(Self.definition),
            "columns": .list(["Figure", "GMV in 30 days"].map { ["text": .text($0)] }),
            "rows": .list(isClosed ? [] : rows), "has_rows": .flag(!isClosed),
        ]
    }
}
