import ArgumentParser
import Foundation
import Marketplace
import Store

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Manages the tokens that programs sign in with.",
        subcommands: [Create.self, List.self, Revoke.self]
    )

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a token and prints it, this once.",
            discussion: "A program sends it with every request: Authorization: Bearer TOKEN"
        )

        @Option(help: "The e-mail address of the member that the program acts for.")
        var member: String

        @Option(help: "What the token is for, to know it again in the list.")
        var name = "command line"

        @OptionGroup var option: SiteOption

        func run() async throws {
            try await option.withStore { store in
                let secret = try await store.createToken(for: member, name: name, now: Date())
                Console.result(secret.text)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists a member's tokens, one a line: id, made, last used, name.")

        @Option(help: "The member's e-mail address.")
        var member: String

        @OptionGroup var option: SiteOption

        func run() async throws {
            try await option.withStore { store in
                for token in try await store.tokens(of: member) {
                    let used = token.used?.rfc3339 ?? "never"
                    Console.result("\(token.id)\t\(token.created.rfc3339)\t\(used)\t\(token.name)")
                }
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Ends a token; programs that send it are refused at once.")

        @Argument(help: "The token's id, as the list shows it.")
        var id: String

        @Option(help: "The member's e-mail address.")
        var member: String

        @OptionGroup var option: SiteOption

        func run() async throws {
            try await option.withStore { store in
                guard try await store.revokeToken(id: id, of: member) else {
                    throw ValidationError("\(member) has no token '\(id)'.")
                }
                Console.result("revoked \(id)")
            }
        }
    }
}
