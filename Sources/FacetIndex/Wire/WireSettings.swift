/// How the files for browsers are cut (docs/index-format.md).
public struct WireSettings: Sendable {
    /// Rows of a segment.
    public var segmentSize = 16_384
    /// Cards of a head; a list that is no longer has no lists beside the one by followers.
    public var headSize = 64
    /// Heads of a list, at most.
    public var headCount = 3
    /// Records of a list, at most; a market with no more rows has no segments.
    public var recordDepth = 1_024

    public init() {}

    public static let standard = WireSettings()

    /// Files of names: about 200 creators a file, a power of two.
    func nameFileCount(for rowCount: Int) -> Int {
        var count = 1
        while count * 200 < rowCount, count < 1_024 { count *= 2 }
        return count
    }
}

/// A file for browsers: its path below `index/`, with its name in it.
public struct WireFile: Sendable {
    public let path: String
    public let bytes: [UInt8]
}
