import Marketplace
import Pages
import Store

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

    /// The creator as they want to be shown at this moment, listed or not; nil where the last build knew nobody of the name,
    /// or they were erased since.
    func known(_ username: Username) throws -> Creator? {
        guard let creator = try file.creator(username) else { return nil }
        return try settings.store.standing(of: username).applied(to: creator)
    }

    /// Whether the pages of the last build show something of a creator that the creator has switched since.
    func isSwitchedSinceBuild(_ username: Username) throws -> Bool {
        guard let built = try file.creator(username) else { return false }
        guard let creator = try settings.store.standing(of: username).applied(to: built) else { return true }
        return creator.showsContact != built.showsContact || creator.isAuthorized != built.isAuthorized
    }

    /// The creator where the catalogue lists them; nil for everyone else, so that nobody can ask who is known.
    func listed(_ name: String) throws -> Creator? {
        guard let username = Username(name), let creator = try known(username) else { return nil }
        return publicRule.lists(creator) ? creator : nil
    }

    /// The creator where the company may contact and invite them (SPEC C1).
    func open(_ name: String, to company: Company) throws -> Creator? {
        let rule = ListingRule(site: settings.site, company: company)
        return try listed(name).flatMap { rule.lists($0) ? $0 : nil }
    }
}
