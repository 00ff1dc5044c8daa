public import Foundation
public import Marketplace
public import Templating

/// A member's own company: what creators see of it, how that is corrected, and for owners its members.
public struct OwnCompanyPage: Page {
    public let template = "pages/own-company"
    public let path: String
    private let company: Company
    private let people: People?
    private let notice: Saying?

    /// A member, as owners see them.
    public struct Person: Sendable {
        public let member: Member
        public let signedIn: Date?
        public let hasPassword: Bool

        public init(member: Member, signedIn: Date?, hasPassword: Bool) {
            (self.member, self.signedIn, self.hasPassword) = (member, signedIn, hasPassword)
        }
    }

    /// What only owners see.
    public struct People: Sendable {
        public var members: [Person]
        /// Who looks at the page.
        public var viewer: Member
        /// What was written into the form for a new member, and what was wrong with it.
        public var typed: String
        public var error: Saying?

        public init(members: [Person], viewer: Member, typed: String = "", error: Saying? = nil) {
            (self.members, self.viewer, self.typed, self.error) = (members, viewer, typed, error)
        }
    }

    /// - Parameters:
    ///   - people: nil for who is no owner.
    ///   - path: the address that answers with it, below the top of the site.
    public init(company: Company, people: People?, notice: Saying? = nil, path: String = "company") {
        (self.company, self.people, self.notice, self.path) = (company, people, notice, path)
    }

    public static let shape: TemplateShape = [
        "notice": .text, "own": .record(ownShape), "channels": .list(["channel": .text, "address": .text]),
        "has_channels": .flag, "manager": .text, "correction": .text,
        "people": .record([
            "add_action": .text, "role_action": .text, "link_action": .text, "remove_action": .text, "typed": .text,
            "error": .text,
            "persons": .list([
                "address": .text, "role": .text, "is_viewer": .flag, "signed_in_text": .text, "has_password": .flag,
                "other_role": .text, "other_role_text": .text,
            ]),
        ]),
    ]

    private static let ownShape = CompanyValues.summaryShape.merging([
        "purposes": .list(["role": .text, "statement": .text]), "introduction": .html,
    ])

    public func title(in frame: PageFrame) -> String? { company.name }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryOwnCompany) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let summary = CompanyValues.summary(of: company, root: root, frame.words)
        return [
            "notice": .text(notice.map { frame.words($0) }),
            "own": .record(
                summary.merging([
                    "purposes": .list(
                        company.roles.map {
                            ["role": .text(frame.words[$0]), "statement": .text(frame.words[$0.purpose].statement)]
                        }),
                    "introduction": .html(PublicMarkdown.html(from: company.introduction, redacting: company.contacts)),
                ])),
            "channels": .list(
                company.contacts.entries().map { ["channel": .text(frame.words[$0.channel]), "address": .text($0.address)] }),
            "has_channels": .flag(!company.contacts.entries().isEmpty),
            "manager": .text(CompanyValues.accountManager(of: company)),
            "correction": .text(CompanyValues.correction(of: company, frame.words)),
            "people": people.map { .record(values(of: $0, in: frame)) },
        ]
    }

    private func values(of people: People, in frame: PageFrame) -> TemplateRecord {
        [
            "add_action": .text(root + "company/members"), "role_action": .text(root + "company/members/role"),
            "link_action": .text(root + "company/members/link"), "remove_action": .text(root + "company/members/remove"),
            "typed": .text(people.typed), "error": .text(people.error.map { frame.words($0) }),
            "persons": .list(people.members.map { values(of: $0, viewer: people.viewer, in: frame) }),
        ]
    }

    private func values(of person: Person, viewer: Member, in frame: PageFrame) -> TemplateRecord {
        let signedIn = person.signedIn.map { frame.text(of: $0) }
        let isOwner = person.member.role == .owner
        return [
            "address": .text(person.member.email), "role": .text(frame.words[person.member.role]),
            "is_viewer": .flag(person.member == viewer), "signed_in_text": .text(signedIn ?? frame.words(.never)),
            "has_password": .flag(person.hasPassword),
            "other_role": .text((isOwner ? Member.Role.member : .owner).rawValue),
            "other_role_text": .text(frame.words(isOwner ? .makeMember : .makeOwner)),
        ]
    }
}
