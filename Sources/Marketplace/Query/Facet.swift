/// A property of creators that has a few values, each with a count beside it (SPEC C3). The raw value is the parameter.
public enum Facet: String, CaseIterable, Sendable, Hashable {
    /// First-level categories; a creator has up to three.
    case category
    /// What the creator sells with: `video` or `live`.
    case type
    /// The largest band of the audience.
    case audienceAge = "audience_age"
    /// The larger share of the audience.
    case audienceGender = "audience_gender"
    case quick
    case frequent
    case reliable
    /// Linked to an agency; offered by sites of affiliate partners only.
    case managed

    /// Those whose values are the same everywhere: all but the category.
    public static let choices: [Facet] = [.type, .audienceAge, .audienceGender, .quick, .frequent, .reliable, .managed]

    /// The values in the order in which they are shown; empty for the category, whose values are the site's.
    public var values: [String] {
        switch self {
        case .category: []
        case .type: ContentType.allCases.map(\.rawValue)
        case .audienceAge: ["18-24", "25-34", "35-44", "45-54", "55-plus"]
        case .audienceGender: ["female", "male"]
        case .quick, .frequent, .reliable, .managed: ["true", "false"]
        }
    }

    /// Whether the parameter may be repeated, which means "or".
    public var isRepeatable: Bool { self == .category || self == .audienceAge }

    /// The label that the facet asks for, if it asks for one.
    public var label: WorkingLabel? {
        switch self {
        case .quick: .quickToRespond
        case .frequent: .postsFrequently
        case .reliable: .reliableWithSamples
        case .category, .type, .audienceAge, .audienceGender, .managed: nil
        }
    }
}

extension PublicCreator {
    /// The position of the creator's value in `Facet.values`; nil where it is unknown, and for the category.
    public func position(in facet: Facet) -> Int? {
        switch facet {
        case .category: return nil
        case .type:
            guard case .known(let type) = contentType else { return nil }
            return type == .video ? 0 : 1
        case .audienceAge: return largestAgeBand
        case .audienceGender:
            return metrics[.audienceFemale].value.map { $0 > FixedDecimal(millionths: 500_000) ? 0 : 1 }
        case .managed: return agency == nil ? 1 : 0
        case .quick, .frequent, .reliable:
            switch facet.label.flatMap({ labels[$0] }) {
            case .yes: return 0
            case .no: return 1
            case .closed, .missing, nil: return nil
            }
        }
    }

    /// The largest of the five shares, all known; the younger on a tie.
    private var largestAgeBand: Int? {
        var largest: (band: Int, share: FixedDecimal)?
        for (band, metric) in Metric.audienceAges.enumerated() {
            guard let share = metrics[metric].value else { return nil }
            if largest.map({ share > $0.share }) ?? true { largest = (band, share) }
        }
        return largest?.band
    }
}
