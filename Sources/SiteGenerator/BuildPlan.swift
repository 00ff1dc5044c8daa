/// How large a catalogue is, and what a build would write of it.
public struct BuildPlan: Sendable {
    public let fileCount: Int
    public let byteCount: Int
    /// Files that are new or have other bytes than those in place, and those that would go away.
    public let writtenCount: Int
    public let removedCount: Int
    /// The largest file.
    public let largest: (path: String, byteCount: Int)
    /// The folder that holds most files, those in folders of its own not counted.
    public let fullest: (path: String, fileCount: Int)

    init(_ files: [CatalogueRun.Entry], before memory: BuildMemory?) {
        fileCount = files.count
        byteCount = files.reduce(0) { $0 + $1.file.byteCount }
        writtenCount = files.count { $0.outcome == .written }
        let paths = Set(files.map(\.path))
        removedCount = memory?.files.keys.count { !paths.contains($0) } ?? 0
        let largest = files.max { ($0.file.byteCount, $1.path) < ($1.file.byteCount, $0.path) }
        self.largest = (largest?.path ?? "", largest?.file.byteCount ?? 0)
        let folders = files.reduce(into: [Substring: Int]()) { counts, file in
            let end = file.path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? file.path.startIndex
            counts[file.path[..<end], default: 0] += 1
        }
        let fullest = folders.max { ($0.value, $1.key) < ($1.value, $0.key) }
        self.fullest = (fullest.map { String($0.key) } ?? "", fullest?.value ?? 0)
    }
}
