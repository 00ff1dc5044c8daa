import Marketplace

/// What people call the columns of creators, the likelier name first. Names are compared as words: lower case, every
/// run of other characters than letters and digits one space.
enum ColumnSynonyms {
    /// The names that a field goes by, its native one first.
    static func names(of field: CreatorColumn) -> [String] { [words(of: field.rawValue)] + (others[field] ?? []) }

    /// "Views avg." and "views(avg)" are both "views avg".
    static func words(of name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    private static let others: [CreatorColumn: [String]] = [
        .username: [
            "user name", "handle", "creator handle", "tiktok handle", "tiktok username", "unique id", "tiktoker name",
            "tiktoker",
            "instagram username", "instagram name", "account name", "account", "user", "creator username", "creator name",
            "creator",
            "influencer", "creator id", "profile url", "tiktok url", "profile link", "tiktok link", "link", "url",
        ],
        .nickname: ["nick name", "display name", "influencer name", "tiktok name", "full name", "name", "creator name"],
        .market: ["market code", "selection region", "sale region", "country code", "country"],
        .bio: ["biography", "description", "bio description", "signature", "about"],
        .profile: ["long profile", "profile text"],
        .categories: [
            "category", "main category", "niche", "niches", "industry", "main industry", "categories list", "category 1",
            "category 2",
            "category 3",
        ],
        .followers: [
            "follower", "follower count", "followers count", "subscribers", "subscriber count", "subscribers count",
            "subscriber",
            "fans", "fans count", "follower cnt", "number of followers", "total followers",
        ],
        .audienceFemale: ["female audience", "audience female share", "female followers", "female"],
        .agency: ["mcn", "mcn name", "agency name"],
        .accountType: ["type of account"],
        .email: ["e mail", "mail", "email address", "e mail address", "contact email", "business email"],
        .whatsapp: ["whats app", "whatsapp number", "wa", "wa number"],
        .phone: ["phone number", "telephone", "tel", "mobile", "mobile number"],
        .zalo: ["zalo number", "zalo id"],
        .viber: ["viber number"],
        .line: ["line id"],
        .rating: ["shop rating", "creator rating", "stars"],
        .products: ["product count", "products count", "number of products"],
        .currency: ["currency code"],
        .gmv: ["gmv 30d", "gmv 30 days", "total gmv", "sales", "revenue"],
        .gmvVideo: ["video gmv"],
        .gmvLive: ["live gmv"],
        .gpmVideo: ["video gpm"],
        .gpmLive: ["live gpm"],
        .unitsSold: ["items sold", "units", "sold"],
        .videos: ["video count", "videos count", "number of videos"],
        .lives: ["live count", "lives count", "number of lives", "livestreams"],
        .videoViewsAverage: [
            "views avg", "avg views", "average views", "avg video views", "average video views", "video views", "views",
        ],
        .likesAverage: ["avg likes", "average likes", "likes average", "likes"],
        .commentsAverage: ["avg comments", "average comments", "comments average", "comments"],
        .sharesAverage: ["avg shares", "average shares", "shares average", "shares"],
        .liveViewersAverage: ["avg live viewers", "average live viewers", "live viewers"],
        .liveViewSecondsAverage: ["avg live view seconds", "average live viewing time"],
        .completionRate: ["video completion rate", "completion"],
        .engagementRate: ["engagement", "er", "avg engagement rate", "average engagement rate"],
        .responseRate: ["reply rate"],
        .sampleFulfilmentRate: ["sample fulfillment rate", "fulfilment rate", "fulfillment rate"],
        .responseHours: ["response time hours", "median response hours"],
        .score: ["creator score"],
        .updated: ["updated at", "last updated", "collected at", "scraped at", "snapshot date"],
    ]
}
