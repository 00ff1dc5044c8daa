/// What a list of creators is ordered by. Figures stand from the largest, unknown last; names by their case-folded form;
/// ties by username, byte by byte.
public enum CreatorSort: String, CaseIterable, Sendable, Hashable {
    case score
    case followers
    case gmv
    case gpmVideo = "gpm_video"
    case gpmLive = "gpm_live"
    case views
    case name

    /// The figure that orders; nil for the name.
    public var figure: RangeFigure? {
        switch self {
        case .score: .score
        case .followers: .followers
        case .gmv: .gmv
        case .gpmVideo: .gpmVideo
        case .gpmLive: .gpmLive
        case .views: .views
        case .name: nil
        }
    }

    /// What stands where nothing is asked for.
    public static let standard = CreatorSort.followers
}
