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

    /// The figure that the column holds, if it holds one.
    public var metric: Metric? { Metric(rawValue: rawValue) }

    /// The contact channel whose address the column holds, if it holds one.
    public var channel: ContactChannel? { ContactChannel(rawValue: rawValue) }

    /// The label that the column states, if it states one.
    public var label: WorkingLabel? { WorkingLabel(rawValue: rawValue) }

    /// What a record must have.
    public static let required: [CreatorColumn] = [.username, .nickname, .market]
}
