/// A native column of a creator: the header of a CSV file and the key of a JSON line.
public enum CreatorColumn: String, CaseIterable, Sendable, Hashable, CodingKey {
    case username, nickname, market, bio, profile, photo, categories
    case followers
    case audienceFemale = "audience_female"
    case audienceAge18To24 = "audience_age_18_24"
    case audienceAge25To34 = "audience_age_25_34"
    case audienceAge35To44 = "audience_age_35_44"
    case audienceAge45To54 = "audience_age_45_54"
    case audienceAge55Plus = "audience_age_55_plus"
    case ecommerce
    case accountType = "account_type"
    case agency, authorized
    case contactVisible = "contact_visible"
    case email, whatsapp, phone, zalo, viber, line
    case rating, products, currency, gmv
    case gmvVideo = "gmv_video"
    case gmvLive = "gmv_live"
    case gpmVideo = "gpm_video"
    case gpmLive = "gpm_live"
    case unitsSold = "units_sold"
    case videos, lives
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
    case quickToRespond = "quick_to_respond"
    case postsFrequently = "posts_frequently"
    case reliableWithSamples = "reliable_with_samples"
    case score, updated

    /// What a record must have.
    public static let required: [CreatorColumn] = [.username, .nickname, .market]
}

// Spelled out, as a build asks for them for every value of every creator, and a look-up by name costs more than the value.
extension CreatorColumn {
    /// The figure that the column holds, if it holds one.
    public var metric: Metric? {
        switch self {
        case .followers: .followers
        case .audienceFemale: .audienceFemale
        case .audienceAge18To24: .audienceAge18To24
        case .audienceAge25To34: .audienceAge25To34
        case .audienceAge35To44: .audienceAge35To44
        case .audienceAge45To54: .audienceAge45To54
        case .audienceAge55Plus: .audienceAge55Plus
        case .rating: .rating
        case .products: .products
        case .gmv: .gmv
        case .gmvVideo: .gmvVideo
        case .gmvLive: .gmvLive
        case .gpmVideo: .gpmVideo
        case .gpmLive: .gpmLive
        case .unitsSold: .unitsSold
        case .videos: .videos
        case .lives: .lives
        case .videoViewsAverage: .videoViewsAverage
        case .likesAverage: .likesAverage
        case .commentsAverage: .commentsAverage
        case .sharesAverage: .sharesAverage
        case .liveViewersAverage: .liveViewersAverage
        case .liveViewSecondsAverage: .liveViewSecondsAverage
        case .completionRate: .completionRate
        case .engagementRate: .engagementRate
        case .responseRate: .responseRate
        case .sampleFulfilmentRate: .sampleFulfilmentRate
        case .responseHours: .responseHours
        case .score: .score
        default: nil
        }
    }

    /// The contact channel whose address the column holds, if it holds one.
    public var channel: ContactChannel? {
        switch self {
        case .email: .email
        case .whatsapp: .whatsapp
        case .phone: .phone
        case .zalo: .zalo
        case .viber: .viber
        case .line: .line
        default: nil
        }
    }

    /// The label that the column states, if it states one.
    public var label: WorkingLabel? {
        switch self {
        case .quickToRespond: .quickToRespond
        case .postsFrequently: .postsFrequently
        case .reliableWithSamples: .reliableWithSamples
        default: nil
        }
    }
}
