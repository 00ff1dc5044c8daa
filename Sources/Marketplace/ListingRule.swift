/// Which creators are in the catalogue, and which of them a company may contact and invite (SPEC C1).
public struct ListingRule: Sendable {
    /// Why a creator is not listed.
    public enum Exclusion: Hashable, Sendable {
        case marketNotServed(Market)
        case noCommercePermission
        case notACreatorAccount(Creator.AccountType)
        case linkedElsewhere(agency: String)
    }

    private let ownCompany: Company
    private let servedMarkets: Set<Market>
    private let takesLinkedCreators: Bool

    /// The rule of the site: linked creators of others are listed where any of its companies is an affiliate partner.
    public init(site: Site, owner: Company, companies: [Company]) {
        ownCompany = owner
        servedMarkets = Set(site.markets)
        takesLinkedCreators = companies.haveAnAffiliatePartner
    }

    /// The rule of one company of the site: its own markets, its own roles.
    public init(site: Site, company: Company) {
        ownCompany = company
        servedMarkets = Set(site.markets).intersection(company.markets)
        takesLinkedCreators = company.roles.contains(.affiliatePartner)
    }

    /// Nil where the creator is listed.
    public func exclusion(of creator: Creator) -> Exclusion? {
        if !servedMarkets.contains(creator.market) { return .marketNotServed(creator.market) }
        if !creator.hasCommercePermission { return .noCommercePermission }
        if creator.accountType != .creator { return .notACreatorAccount(creator.accountType) }
        if let agency = creator.agency, !takesLinkedCreators, !ownCompany.isNamed(by: agency) {
            return .linkedElsewhere(agency: agency)
        }
        return nil
    }

    public func lists(_ creator: Creator) -> Bool { exclusion(of: creator) == nil }
}
