/// A label about how a creator works with partners (SPEC C3). The raw value is its native column.
public enum WorkingLabel: String, CaseIterable, Sendable, Hashable {
    case quickToRespond = "quick_to_respond"
    case postsFrequently = "posts_frequently"
    case reliableWithSamples = "reliable_with_samples"

    /// Whether a creator has the label, and whether anyone may know.
    public enum State: UInt8, Sendable, Hashable {
        case yes = 0
        case no = 1
        case closed = 2
        case missing = 3
    }
}
