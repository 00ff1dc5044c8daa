/// How the files for browsers are cut (docs/index-format.md).
public struct WireSettings: Sendable {
    /// Rows of a segment: most markets have one, as a request costs more than the bytes do.
    public var segmentSize = 65_536
    /// Cards of a list's heads, one after the other; a list no longer than the first has no lists beside the one by
    /// followers.
    public var headSizes = [60, 160, 100, 128]
    /// A market with no more rows has no segments, and a scope with no more rows has all values in one file.
    public var recordDepth = 1_024
    /// Of the choice facets, values that no more than this part of the market has get a file of everybody.
    public var rarePart = 4

    public init() {}

    public static let standard = WireSettings()

    /// Creators of a list of which everything stands in its one head.
    var smallSize: Int { headSizes.first ?? 0 }

    /// Where in a list each head begins, and the last one ends.
    var headBorders: [Int] { headSizes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) } }

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
