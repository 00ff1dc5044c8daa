import Marketplace
import Templating

/// A group of figures on the creator's page.
struct CreatorSections {
    let id: String
    let title: String
    let metrics: [Metric]

    static let all = [
        CreatorSections(
            id: "sales", title: "Sales", metrics: [.gmv, .gmvVideo, .gmvLive, .gpmVideo, .gpmLive, .unitsSold]),
        CreatorSections(
            id: "content", title: "Content",
            metrics: [
                .videos, .videoViewsAverage, .likesAverage, .commentsAverage, .sharesAverage, .completionRate,
                .engagementRate, .lives, .liveViewersAverage, .liveViewSecondsAverage,
            ]
        ),
        CreatorSections(id: "audience", title: "Audience", metrics: [.audienceFemale] + Metric.audienceAges),
        CreatorSections(
            id: "partnership", title: "Working together",
            metrics: [.score, .responseRate, .responseHours, .sampleFulfilmentRate]
        ),
    ]

    func values(for creator: PublicCreator) -> TemplateRecord {
        ["id": .text(id), "title": .text(title), "figures": .list(metrics.map { FigureValues.values(of: $0, for: creator) })]
    }
}
