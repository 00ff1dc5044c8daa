/// What a known host takes, as was found on 29 November 2026; hosts change what they take.
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
            name: "GitLab Pages", source: "https://gitlab.com/gitlab-org/gitlab/-/issues/405048", files: 200_000,
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
