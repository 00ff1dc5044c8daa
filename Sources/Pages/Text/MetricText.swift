import Marketplace

/// What a figure is called, and what it means.
struct MetricText {
    let name: String
    let definition: String

    init(_ metric: Metric) {
        (name, definition) = Self.texts(of: metric)
    }

    private static func texts(of metric: Metric) -> (String, String) {
        switch metric {
        case .followers: ("Followers", "Accounts that follow the creator.")
        case .audienceFemale: ("Women", "Share of followers who are women.")
        case .audienceAge18To24: ("18–24", "Share of followers aged 18 to 24.")
        case .audienceAge25To34: ("25–34", "Share of followers aged 25 to 34.")
        case .audienceAge35To44: ("35–44", "Share of followers aged 35 to 44.")
        case .audienceAge45To54: ("45–54", "Share of followers aged 45 to 54.")
        case .audienceAge55Plus: ("55 and over", "Share of followers aged 55 and over.")
        case .rating: ("Rating", "E-commerce rating, out of 5.")
        case .products: ("Products", "Products that the creator promotes.")
        case .gmv: ("GMV 30 d", "Gross merchandise value: sales through the creator in 30 days.")
        case .gmvVideo: ("GMV from videos", "Sales through videos in 30 days.")
        case .gmvLive: ("GMV from livestreams", "Sales through livestreams in 30 days.")
        case .gpmVideo: ("Video GPM", "Sales for every 1,000 shopping-cart exposures in videos.")
        case .gpmLive: ("Live GPM", "Sales for every 1,000 shopping-cart exposures in livestreams.")
        case .unitsSold: ("Units sold", "Items sold through the creator in 30 days.")
        case .videos: ("Videos", "Videos published in 30 days.")
        case .lives: ("Livestreams", "Livestreams held in 30 days.")
        case .videoViewsAverage: ("Views a video", "Average views of a video in 30 days.")
        case .likesAverage: ("Likes a video", "Average likes of a video in 30 days.")
        case .commentsAverage: ("Comments a video", "Average comments on a video in 30 days.")
        case .sharesAverage: ("Shares a video", "Average shares of a video in 30 days.")
        case .liveViewersAverage: ("Viewers a livestream", "Average viewers of a livestream in 30 days.")
        case .liveViewSecondsAverage: ("Watched a viewer", "Average time that a viewer stays in a livestream.")
        case .completionRate: ("Watched to the end", "Share of video views that reach the end.")
        case .engagementRate: ("Engagement", "Likes, comments and shares for every view.")
        case .responseRate: ("Answers", "Share of messages that the creator answers.")
        case .sampleFulfilmentRate: ("Samples shown", "Share of accepted samples that the creator showed.")
        case .responseHours: ("Answers within", "Median time until the creator answers a message.")
        case .score: ("Score", "Creator score, out of 100.")
        }
    }
}

/// What a working label is called, and what it means.
struct LabelText {
    let name: String
    let definition: String

    init(_ label: WorkingLabel) {
        (name, definition) =
            switch label {
            case .quickToRespond: ("Quick to respond", "Checks and answers messages sooner than most.")
            case .postsFrequently: ("Posts frequently", "Publishes more videos or livestreams than most.")
            case .reliableWithSamples: ("Reliable with samples", "Shows samples well above the average.")
            }
    }
}
