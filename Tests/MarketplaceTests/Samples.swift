import Foundation
import Marketplace
import Testing

extension Username {
    /// A username of a test, which is known to be one.
    static func sample(_ text: String = "ayu.lestari") throws -> Username { try #require(Username(text)) }
}

extension Creator {
    static func sample(
        _ username: String = "ayu.lestari", market: Market = .id, agency: String? = nil,
        change: (inout Creator) -> Void = { _ in }
    ) throws -> Creator {
        var creator = Creator(username: try .sample(username), nickname: "Ayu Lestari", market: market)
        creator.agency = agency
        change(&creator)
        return creator
    }
}

extension Company {
    static func sample(
        _ slug: String = "northlight", name: String = "Northlight", roles: Set<CompanyRole> = [.mcn],
        markets: Set<Market> = Set(Market.allCases)
    ) throws -> Company {
        Company(slug: try #require(Slug(slug)), name: name, roles: roles, markets: markets)
    }
}

extension Site {
    static func sample(markets: Set<Market> = Set(Market.allCases)) throws -> Site {
        Site(name: "Northlight", company: try #require(Slug("northlight")), markets: markets)
    }
}

extension Figure {
    static func known(_ whole: Int) throws -> Figure { .known(try #require(FixedDecimal(whole))) }
}
