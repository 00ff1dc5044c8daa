/// What a creator sells with, by the larger GMV in 30 days (SPEC C3, D4).
public enum ContentType: String, CaseIterable, Sendable, Hashable {
    case video
    case live

    /// What can be said of a creator's type.
    public enum Finding: Hashable, Sendable {
        case known(ContentType)
        case closed
        case missing
    }

    /// Video where video GMV is at least live GMV, both known.
    public static func finding(in metrics: Metrics) -> Finding {
        let (video, live) = (metrics[.gmvVideo], metrics[.gmvLive])
        if video == .closed || live == .closed { return .closed }
        guard let video = video.value, let live = live.value else { return .missing }
        return .known(video >= live ? .video : .live)
    }
}

extension PublicCreator {
    public var contentType: ContentType.Finding { ContentType.finding(in: metrics) }
}
