/// A figure that a creator can have. The raw value is its native column; the order is that of the columns.
public enum Metric: String, CaseIterable, Sendable, Hashable {
    case followers
    case audienceFemale = "audience_female"
    case audienceAge18To24 = "audience_age_18_24"
    case audienceAge25To34 = "audience_age_25_34"
    case audienceAge35To44 = "audience_age_35_44"
    case audienceAge45To54 = "audience_age_45_54"
    case audienceAge55Plus = "audience_age_55_plus"
    case rating
    case products
    case gmv
    case gmvVideo = "gmv_video"
    case gmvLive = "gmv_live"
    case gpmVideo = "gpm_video"
    case gpmLive = "gpm_live"
    case unitsSold = "units_sold"
    case videos
    case lives
    case videoViewsAverage = "video_views_avg"
    case likesAverage = "likes_avg"
    case commentsAverage = "comments_avg"
    case sharesAverage = "shares_avg"
    case liveViewersAverage = "live_viewers_avg"
    case liveViewSecondsAverage = "live_view_seconds_avg"
    case completionRate = "completion_rate"
    case engagementRate = "engagement_rate"
    case responseRate = "response_rate"
    case sampleFulfilmentRate = "sample_fulfilment_rate"
    case responseHours = "response_hours"
    case score

    /// The five bands of an audience's age, youngest first.
    public static let audienceAges: [Metric] = [
        .audienceAge18To24, .audienceAge25To34, .audienceAge35To44, .audienceAge45To54, .audienceAge55Plus,
    ]

    /// What the number counts, which settles its range and how it is written.
    public enum Kind: Sendable {
        /// A whole number, 0 or more.
        case count
        /// A mean of counts, 0 or more.
        case average
        /// An amount in the creator's currency, 0 or more.
        case money
        /// A part of the whole, 0 to 1; shown as a percentage.
        case share
        /// Hours, 0 or more.
        case hours
        /// Seconds, 0 or more.
        case seconds
        /// Stars, 0 to 5.
        case rating
        /// Points, 0 to 100.
        case score
    }

    public var kind: Kind {
        switch self {
        case .followers, .products, .unitsSold, .videos, .lives: .count
        case .videoViewsAverage, .likesAverage, .commentsAverage, .sharesAverage, .liveViewersAverage: .average
        case .gmv, .gmvVideo, .gmvLive, .gpmVideo, .gpmLive: .money
        case .audienceFemale, .audienceAge18To24, .audienceAge25To34, .audienceAge35To44, .audienceAge45To54,
            .audienceAge55Plus, .completionRate, .engagementRate, .responseRate, .sampleFulfilmentRate:
            .share
        case .responseHours: .hours
        case .liveViewSecondsAverage: .seconds
        case .rating: .rating
        case .score: .score
        }
    }

    /// Whether it stays open where the creator has not authorised the marketplace to show their data (SPEC D1, D2).
    public var staysOpen: Bool {
        self == .followers || self == .rating || self == .products
    }
}

extension Metric {
    /// The position in `allCases`.
    public var ordinal: Int {
        switch self {
        case .followers: 0
        case .audienceFemale: 1
        case .audienceAge18To24: 2
        case .audienceAge25To34: 3
        case .audienceAge35To44: 4
        case .audienceAge45To54: 5
        case .audienceAge55Plus: 6
        case .rating: 7
        case .products: 8
        case .gmv: 9
        case .gmvVideo: 10
        case .gmvLive: 11
        case .gpmVideo: 12
        case .gpmLive: 13
        case .unitsSold: 14
        case .videos: 15
        case .lives: 16
        case .videoViewsAverage: 17
        case .likesAverage: 18
        case .commentsAverage: 19
        case .sharesAverage: 20
        case .liveViewersAverage: 21
        case .liveViewSecondsAverage: 22
        case .completionRate: 23
        case .engagementRate: 24
        case .responseRate: 25
        case .sampleFulfilmentRate: 26
        case .responseHours: 27
        case .score: 28
        }
    }
}
