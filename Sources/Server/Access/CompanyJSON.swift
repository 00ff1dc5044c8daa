import Marketplace
import Pages
import Store

/// A member's own company in answers to programs.
enum CompanyJSON {
    /// - Parameter members: nil for who may not see them.
    static func value(of company: Company, members: [MemberListing]?) -> JSONValue {
        let contacts = company.contacts.entries().map { (key: $0.channel.rawValue, value: JSONValue.string($0.address)) }
        return .members([
            "company": .string(company.slug.text), "name": .string(company.name),
            "roles": .array(company.roles.map { .string($0.rawValue) }),
            "markets": .array(company.markets.map { .string($0.rawValue) }), "service": .string(company.service),
            "category": .string(company.category), "address": .string(company.address), "contacts": .object(contacts),
            "account_manager": .string(company.accountManager), "introduction": .string(company.introduction),
            "members": members.map { .array($0.map(json)) },
        ])
    }

    private static func json(_ listing: MemberListing) -> JSONValue {
        .members([
            "email": .string(listing.member.email), "role": .string(listing.member.role.rawValue),
            "added": .string(listing.added.rfc3339), "signed_in": .string(listing.signedIn?.rfc3339),
            "has_password": .boolean(listing.hasPassword),
        ])
    }
}
