/// What a company does in the marketplace.
public enum CompanyRole: String, CaseIterable, Sendable, Hashable, Codable {
    /// Multi-channel network: manages creators.
    case mcn
    /// Matches sellers' products with creators (also called CAP or TAP).
    case affiliatePartner = "affiliate_partner"

    /// Why a company in this role invites creators.
    public var purpose: Purpose {
        switch self {
        case .mcn: .partnership
        case .affiliatePartner: .distribution
        }
    }
}

/// Why an invitation is sent.
public enum Purpose: String, CaseIterable, Sendable, Hashable, Codable {
    case partnership
    case distribution
}

/// An agency: its members invite creators in its name.
public struct Company: Hashable, Sendable {
    public let slug: Slug
    public let name: String
    /// One or both, in the order of `CompanyRole.allCases`.
    public let roles: [CompanyRole]
    /// Where it works, in the order of `Market.allCases`.
    public let markets: [Market]
    public let service: String?
    public let category: String?
    public let address: String?
    /// Shown to a creator who is interested, and to nobody before.
    public let contacts: ContactDetails
    /// The name of the person who corrects the company's information.
    public let accountManager: String?
    /// Markdown.
    public let introduction: String

    public init(
        slug: Slug, name: String, roles: Set<CompanyRole>, markets: Set<Market> = Set(Market.allCases),
        service: String? = nil, category: String? = nil, address: String? = nil,
        contacts: ContactDetails = ContactDetails(), accountManager: String? = nil, introduction: String = ""
    ) {
        precondition(!roles.isEmpty, "a company has one role at least")
        self.slug = slug
        self.name = name
        self.roles = CompanyRole.allCases.filter(roles.contains)
        self.markets = Market.allCases.filter(markets.contains)
        self.service = service
        self.category = category
        self.address = address
        self.contacts = contacts
        self.accountManager = accountManager
        self.introduction = introduction
    }

    /// The purposes that its invitations can have, in the order of its roles.
    public var purposes: [Purpose] { roles.map(\.purpose) }

    /// Whether a creator's `agency` names this company, by slug or by name in any case.
    public func isNamed(by agency: String) -> Bool {
        agency == slug.text || agency.lowercased() == name.lowercased()
    }
}

extension Sequence<Company> {
    /// Whether one of them is an affiliate partner: then creators of other agencies are listed, and can be filtered by that
    /// (SPEC C1, C3).
    public var haveAnAffiliatePartner: Bool { contains { $0.roles.contains(.affiliatePartner) } }
}
