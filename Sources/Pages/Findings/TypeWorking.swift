import Marketplace
import Templating

/// What a creator sells with, and by which figures (SPEC C3, D4).
struct TypeWorking {
    let creator: PublicCreator
    let words: Wording

    /// "Sells with videos"; nil where it is not known, or nothing was sold.
    static func badge(of creator: PublicCreator, _ words: Wording) -> String? {
        // Where nothing was sold, neither part is the larger for people, though the formula says video.
        if creator.metrics[.gmvVideo].value == .zero, creator.metrics[.gmvLive].value == .zero { return nil }
        return switch creator.contentType {
        case .known(.video): words(.sellsWithVideos)
        case .known(.live): words(.sellsLive)
        case .closed, .missing: nil
        }
    }

    var values: TemplateRecord {
        let result =
            switch creator.contentType {
            case .known(.video): words(.typeVideo)
            case .known(.live): words(.typeLive)
            case .closed: words(.resultNotShared)
            case .missing: words(.typeNeedsBoth)
            }
        let rows = [Metric.gmvVideo, .gmvLive].map { metric -> TemplateRecord in
            let figure = FigureText(creator.metrics[metric], of: metric, in: creator.currency, words)
            let text = figure.exact ?? figure.value ?? words.unknown(creator.metrics[metric])
            return ["head": .text(words[metric].name), "cells": .list([["text": .text(text)]])]
        }
        let isClosed = creator.contentType == .closed
        return [
            "id": .text("type"), "name": .text(words(.typeHeading)), "result": .text(result),
            "definition": .text(words(.sellsMeans)),
            "columns": .list([WordingKey.columnFigure, .columnGmv].map { ["text": .text(words($0))] }),
            "rows": .list(isClosed ? [] : rows), "has_rows": .flag(!isClosed),
        ]
    }
}
