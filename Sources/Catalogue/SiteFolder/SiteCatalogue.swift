public import Marketplace

/// Everything that a site's folder holds, checked.
public struct SiteCatalogue: Sendable {
    /// What `site.yaml` says.
    public let site: Site
    /// The site's own company, which is one of `companies`.
    public let owner: Company
    /// Sorted by slug.
    public let companies: [Company]
    /// Sorted by username, byte by byte; no two with the same name in any case.
    public let creators: [Creator]
    /// What imports said of each creator and when, by folded username; in the order of the days.
    public let snapshots: [String: [Snapshot]]
    /// The names of the pictures in `photos/`, sorted byte by byte.
    public let photoFiles: [String]
    /// What is to be remembered of the lines that were read, once the catalogue is built.
    public var lines: LineMemory?

    /// The site and its companies alone, for those who go on after a build and must not hold everybody's records.
    public var withoutCreators: SiteCatalogue {
        SiteCatalogue(site: site, owner: owner, companies: companies, creators: [], snapshots: [:], photoFiles: [])
    }
}
