import Foundation
public import Marketplace

/// Why a sample could not be made; only a mistake in a test does that.
struct SampleError: Error, CustomStringConvertible {
    let description: String
}

extension Username {
    public static func sample(_ text: String = "ayu.lestari") throws -> Username {
        guard let username = Username(text) else { throw SampleError(description: "'\(text)' is no username") }
        return username
    }
}

extension Slug {
    public static func sample(_ text: String) throws -> Slug {
        guard let slug = Slug(text) else { throw SampleError(description: "'\(text)' is no slug") }
        return slug
    }
}

extension Creator {
    /// A creator who is listed, and of whom nothing else is known.
    public static func sample(
        _ username: String = "ayu.lestari", market: Market = .id, agency: String? = nil, followers: Int? = nil,
        change: (inout Creator) -> Void = { _ in }
    ) throws -> Creator {
        var creator = Creator(username: try .sample(username), nickname: "Ayu Lestari", market: market)
        creator.agency = agency
        if let followers { creator.metrics[.followers] = try .known(followers) }
        change(&creator)
        return creator
    }
}

extension Company {
    public static func sample(
        _ slug: String = "northlight", name: String = "Northlight", roles: Set<CompanyRole> = [.mcn],
        markets: Set<Market> = Set(Market.allCases), contacts: ContactDetails = ContactDetails(), introduction: String = ""
    ) throws -> Company {
        Company(
            slug: try .sample(slug), name: name, roles: roles, markets: markets, contacts: contacts, introduction: introduction
        )
    }
}

extension Site {
    public static func sample(
        markets: Set<Market> = Set(Market.allCases), baseURL: String? = nil, serverURL: String? = nil, pageSize: Int = 24,
        isForSearchEngines: Bool = true
    ) throws -> Site {
        Site(
            name: "Northlight", company: try .sample("northlight"), baseURL: baseURL, serverURL: serverURL, markets: markets,
            pageSize: pageSize, isForSearchEngines: isForSearchEngines
        )
    }
}

extension Figure {
    public static func known(_ whole: Int) throws -> Figure {
        guard let value = FixedDecimal(whole) else { throw SampleError(description: "\(whole) is beyond the range") }
        return .known(value)
    }
}
