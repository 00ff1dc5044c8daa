import Foundation
import Marketplace
import Pages

/// The creators that each company of the site is linked to, from the last build.
struct CompanyShelf: Sendable {
    private let file: ReplacedFile<[Slug: Linked]>
    private let lookup: CreatorLookup
    private let renderer: PageRenderer

    /// What is shown of a company's creators.
    private struct Linked: Sendable {
        let count: Int
        let top: [Username]
    }

    init(settings: ServerSettings, lookup: CreatorLookup) {
        self.lookup = lookup
        renderer = settings.renderer
        let renderer = settings.renderer
        file = ReplacedFile(settings.directoryFile) { url in
            let directory = CreatorDirectory(try Data(contentsOf: url, options: .alwaysMapped))
            let rule = ListingRule(site: renderer.site, owner: renderer.owner, companies: renderer.companies)
            let linked = try directory.creators { agency in renderer.companies.contains { $0.isNamed(by: agency) } }
                .filter(rule.lists).sorted(by: Creator.hasMoreFollowers)
            return Dictionary(
                uniqueKeysWithValues: renderer.companies.map { company in
                    let own = linked.filter { $0.agency.map(company.isNamed(by:)) ?? false }
                    return (company.slug, Linked(count: own.count, top: own.prefix(3).map(\.username)))
                })
        }
    }

    /// The company with what its creators let be seen at this moment; nil where the site has no such company.
    func company(_ slug: Slug) throws -> InboxCompany? {
        guard let company = renderer.companies.first(where: { $0.slug == slug }) else { return nil }
        let linked = try file.content()[slug]
        let top = try (linked?.top ?? []).compactMap { try lookup.listed($0.text).map(PublicCreator.init) }
        return InboxCompany(company: company, linkedCount: linked?.count ?? 0, topCreators: top)
    }
}
