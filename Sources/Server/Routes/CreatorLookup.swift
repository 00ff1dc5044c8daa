import Marketplace
import Pages

/// Which creators there are for everyone, and for a company.
struct CreatorLookup: Sendable {
    private let file: DirectoryFile
    private let settings: ServerSettings
    private let publicRule: ListingRule

    init(file: DirectoryFile, settings: ServerSettings) {
        self.file = file
        self.settings = settings
        let renderer = settings.renderer
        publicRule = ListingRule(site: renderer.site, owner: renderer.owner, companies: renderer.companies)
    }

    /// The creator where the catalogue lists them; nil for everyone else, so that nobody can ask who is known.
    func listed(_ name: String) throws -> Creator? {
        guard let username = Username(name), let creator = try file.creator(username) else { return nil }
        return publicRule.lists(creator) ? creator : nil
    }

    /// The creator where the company may contact and invite them (SPEC C1).
    func open(_ name: String, to company: Company) throws -> Creator? {
        let rule = ListingRule(site: settings.site, company: company)
        return try listed(name).flatMap { rule.lists($0) ? $0 : nil }
    }
}
