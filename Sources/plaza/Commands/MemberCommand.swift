public import ArgumentParser
import Catalogue
import Foundation
public import Marketplace
import Store

struct MemberCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "member", abstract: "Manages who may sign in.", subcommands: [Add.self, Link.self, List.self, Remove.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds a member and prints a link that signs them in once.")

        @Argument(help: "The member's e-mail address.")
        var email: String

        @Option(help: "The slug of the member's company.")
        var company: String

        @Option(help: "owner or member.")
        var role = Member.Role.member

        @OptionGroup var option: SiteOption

        func run() async throws {
            try await option.withStore { store in
                let catalogue = try option.workspace.catalogue()
                guard let company = catalogue.companies.first(where: { $0.slug.text == company }) else {
                    let known = catalogue.companies.map(\.slug.text).joined(separator: ", ")
                    throw ValidationError("The site has no company '\(company)'; it has \(known).")
                }
                let member = Member(email: email, company: company.slug, role: role)
                try await store.add(member, now: Date())
                Console.result("added \(member.email), \(member.role.rawValue) of \(company.name)")
                try await MemberCommand.printLink(for: member.email, in: store, of: catalogue)
            }
        }
    }

    struct Link: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prints a link that signs a member in once.")

        @Argument(help: "The member's e-mail address.")
        var email: String

        @OptionGroup var option: SiteOption

        func run() async throws {
            try await option.withStore { store in
                let catalogue = try option.workspace.catalogue()
                try await MemberCommand.printLink(for: email, in: store, of: catalogue)
            }
        }
    }

    /// How long a link holds.
    private static let linkLifetime: TimeInterval = 7 * 24 * 60 * 60

    private static func printLink(for email: String, in store: Store, of catalogue: SiteCatalogue) async throws {
        let expires = Date(timeIntervalSinceNow: linkLifetime)
        let secret = try await store.createSignInLink(for: email, expires: expires)
        let address = catalogue.site.serverURL ?? "http://127.0.0.1:8080"
        Console.result("sign in once: \(address)/sign-in?token=\(secret.text)")
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the members, one a line: e-mail, company, role, last sign-in.")

        @OptionGroup var option: SiteOption

        func run() async throws {
            try await option.withStore { store in
                for listing in try await store.memberListings() {
                    let member = listing.member
                    let signedIn = listing.signedIn?.rfc3339 ?? "never"
                    Console.result("\(member.email)\t\(member.company)\t\(member.role.rawValue)\t\(signedIn)")
                }
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Removes a member and ends all that signs them in. What they sent stays in the history."
        )

        @Argument(help: "The member's e-mail address.")
        var email: String

        @OptionGroup var option: SiteOption

        func run() async throws {
            try await option.withStore { store in
                let removed = try await store.removeMember(email: email)
                Console.result("removed \(removed.email)")
            }
        }
    }
}

extension Member.Role: ExpressibleByArgument {}
