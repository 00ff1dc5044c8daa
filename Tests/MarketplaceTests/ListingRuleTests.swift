import Fixtures
import Marketplace
import Testing

@Suite("C1: who is listed")
struct ListingRuleTests {
    private func siteRule(roles: Set<CompanyRole>, others: [Company] = [], markets: Set<Market> = Set(Market.allCases)) throws
        -> ListingRule
    {
        let owner = try Company.sample(roles: roles)
        return ListingRule(site: try .sample(markets: markets), owner: owner, companies: [owner] + others)
    }

    @Test func listsCreatorsWithCommercePermission() throws {
        #expect(try siteRule(roles: [.mcn]).lists(.sample()))
    }

    @Test func leavesOutWhoHasNoCommercePermission() throws {
        let creator = try Creator.sample { $0.hasCommercePermission = false }
        #expect(try siteRule(roles: [.mcn, .affiliatePartner]).exclusion(of: creator) == .noCommercePermission)
    }

    @Test(arguments: [Creator.AccountType.official, .marketing])
    func leavesOutOfficialAndMarketingAccounts(type: Creator.AccountType) throws {
        let creator = try Creator.sample { $0.accountType = type }
        #expect(try siteRule(roles: [.mcn, .affiliatePartner]).exclusion(of: creator) == .notACreatorAccount(type))
    }

    @Test func anMCNDoesNotListCreatorsOfAnotherMCN() throws {
        let rule = try siteRule(roles: [.mcn])
        #expect(try rule.exclusion(of: .sample(agency: "Kilau Media")) == .linkedElsewhere(agency: "Kilau Media"))
    }

    @Test(arguments: ["northlight", "Northlight", "NORTHLIGHT"])
    func anMCNListsItsOwnCreators(agency: String) throws {
        #expect(try siteRule(roles: [.mcn]).lists(.sample(agency: agency)))
    }

    @Test func anAffiliatePartnerListsCreatorsOfEveryMCN() throws {
        #expect(try siteRule(roles: [.affiliatePartner]).lists(.sample(agency: "Kilau Media")))
    }

    @Test func anyCompanyOfTheSiteWithTheAffiliateRoleOpensLinkedCreators() throws {
        let partner = try Company.sample("bright", name: "Bright", roles: [.affiliatePartner])
        #expect(try siteRule(roles: [.mcn], others: [partner]).lists(.sample(agency: "Kilau Media")))
    }

    @Test func leavesOutMarketsThatAreNotServed() throws {
        #expect(try siteRule(roles: [.mcn], markets: [.my]).exclusion(of: .sample(market: .id)) == .marketNotServed(.id))
    }

    @Test func aCompanyReachesItsOwnMarketsAndRolesOnly() throws {
        let company = try Company.sample("kilau-media", name: "Kilau Media", roles: [.mcn], markets: [.my])
        let rule = ListingRule(site: try .sample(), company: company)
        #expect(try rule.lists(.sample(market: .my, agency: "Kilau Media")))
        #expect(try !rule.lists(.sample(market: .id)))
        #expect(try !rule.lists(.sample(market: .my, agency: "Northlight")))
    }
}
