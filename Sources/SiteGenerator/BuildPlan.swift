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

/// What a known host takes. As its pages said on 29 November 2026.
public struct HostLimits: Sendable {
    public let name: String
    /// Where it says so.
    public let source: String
    var files: Int?
    var bytes: Int?
    var bytesOfAFile: Int?
    var filesInAFolder: Int?

    /// Hosts that people put static sites on, by name.
    public static let known = [
        HostLimits(
            name: "Cloudflare Pages, free", source: "https://developers.cloudflare.com/pages/platform/limits/", files: 20_000,
            bytesOfAFile: 25 << 20),
        HostLimits(
            name: "Cloudflare Pages, paid", source: "https://developers.cloudflare.com/pages/platform/limits/", files: 100_000,
            bytesOfAFile: 25 << 20),
        HostLimits(
            name: "GitHub Pages",
            source: "https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits",
            bytes: 1 << 30),
        HostLimits(
            name: "GitLab Pages", source: "https://docs.gitlab.com/user/gitlab_com/#gitlab-pages", files: 200_000,
            bytes: 1 << 30),
        HostLimits(name: "Netlify", source: "https://docs.netlify.com/site-deploys/overview/", filesInAFolder: 54_000),
    ]

    /// Why a catalogue is too large for the host, each reason with what it has and what is allowed; empty where it fits.
    public func reasons(against plan: BuildPlan) -> [String] {
        [
            Self.reason("files", plan.fileCount, files),
            Self.reason("bytes", plan.byteCount, bytes),
            Self.reason("bytes in \(plan.largest.path)", plan.largest.byteCount, bytesOfAFile),
            Self.reason("files in \(plan.fullest.path)/", plan.fullest.fileCount, filesInAFolder),
        ].compactMap(\.self)
    }

    private static func reason(_ what: String, _ count: Int, _ limit: Int?) -> String? {
        guard let limit, count > limit else { return nil }
        return "\(count) \(what), \(limit) allowed"
    }
}
