/// A figure that a query can bound (SPEC C3, C4). The raw value is the parameter without "_min" or "_max".
public enum RangeFigure: String, CaseIterable, Sendable, Hashable {
    case score
    case followers
    case gmv
    case units
    case views
    case gpmVideo = "gpm_video"
    case gpmLive = "gpm_live"
    case engagement
    case rating
    case products

    public var metric: Metric {
        switch self {
        case .score: .score
        case .followers: .followers
        case .gmv: .gmv
        case .units: .unitsSold
        case .views: .videoViewsAverage
        case .gpmVideo: .gpmVideo
        case .gpmLive: .gpmLive
        case .engagement: .engagementRate
        case .rating: .rating
        case .products: .products
        }
    }

    public var minimumName: String { rawValue + "_min" }

    /// The parameter of the upper bound; nil for a figure of which nobody asks for less.
    public var maximumName: String? {
        switch self {
        case .score, .followers, .gmv: rawValue + "_max"
        case .units, .views, .gpmVideo, .gpmLive, .engagement, .rating, .products: nil
        }
    }
}

/// What a figure is held against; both ends are included.
public struct FigureBounds: Hashable, Sendable {
    public var minimum: FixedDecimal?
    public var maximum: FixedDecimal?

    public init(minimum: FixedDecimal? = nil, maximum: FixedDecimal? = nil) {
        (self.minimum, self.maximum) = (minimum, maximum)
    }

    /// Whether a figure lies within; nil where that is not known, as of one that is closed, missing, or a range that a bound
    /// cuts through.
    public func contain(_ figure: Figure) -> Bool? {
        switch figure {
        case .known(let value): contains(from: value, to: value)
        case .range(let from, let to): contains(from: from, to: to)
        case .closed, .missing: nil
        }
    }

    /// The same for a range by its ends; without an upper end it is open.
    public func contains(from: FixedDecimal, to: FixedDecimal?) -> Bool? {
        if let minimum, let to, to < minimum { return false }
        if let maximum, from > maximum { return false }
        let holdsMinimum = minimum.map { from >= $0 } ?? true
        let holdsMaximum = maximum.map { limit in to.map { $0 <= limit } ?? false } ?? true
        return holdsMinimum && holdsMaximum ? true : nil
    }
}
