public import Marketplace

/// What a facet and its values are called.
public struct FacetText: Sendable {
    /// The heading of its choices.
    public let legend: String
    /// What each of `Facet.values` is called, in their order; empty for the category, whose names are the site's.
    public let values: [String]

    public init(_ facet: Facet) {
        (legend, values) =
            switch facet {
            case .category: ("Category", [])
            case .type: ("Sells best in", ["Videos", "Livestreams"])
            case .audienceAge: ("Audience mostly aged", ["18–24", "25–34", "35–44", "45–54", "55 and over"])
            case .audienceGender: ("Audience mostly", ["Women", "Men"])
            case .quick: ("Answers", [LabelText(.quickToRespond).name, "Not quick to respond"])
            case .frequent: ("Posts", [LabelText(.postsFrequently).name, "Does not post frequently"])
            case .reliable: ("Samples", [LabelText(.reliableWithSamples).name, "Not reliable with samples"])
            case .managed: ("Agency", ["Managed by an agency", "Not managed by an agency"])
            }
    }
}

extension FacetText {
    /// What the values of every facet that a site offers are called.
    ///
    /// - Parameter offersManaged: whether the filter by agency is offered (SPEC C3).
    public static func valueNames(offersManaged: Bool) -> [Facet: [String]] {
        let offered = Facet.allCases.filter { $0 != .managed || offersManaged }
        return Dictionary(uniqueKeysWithValues: offered.map { ($0, FacetText($0).values) })
    }
}

/// What an order of creators is called, behind "sorted by".
struct SortText {
    let name: String

    init(_ sort: CreatorSort) {
        name =
            switch sort {
            case .score: "score"
            case .followers: "followers"
            case .gmv: "GMV"
            case .gpmVideo: "video GPM"
            case .gpmLive: "live GPM"
            case .views: "views"
            case .name: "name"
            }
    }
}
