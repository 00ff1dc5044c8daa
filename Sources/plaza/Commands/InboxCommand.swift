import ArgumentParser
import Catalogue
import Foundation
import Marketplace
import Store

struct InboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox", abstract: "Prints the link to a creator's inbox, which is a key: give it to the creator only.")

    @Argument(help: "The creator's username, as the catalogue writes it.")
    var username: String

    @Flag(help: "Make a new link; those that were given before stop working.")
    var revoke = false

    @OptionGroup var option: SiteOption

    func run() async throws {
        guard let name = Username(username) else { throw ValidationError("'\(username)' is no username.") }
        try await option.withStore { store in
            let workspace = option.workspace
            let key = try InboxKey.load(at: workspace.inboxKeyFile)
            let token = try await store.inbox(of: name, key: key, revokes: revoke, at: Date())
            let address = try workspace.catalogueWithoutCreators().site.serverURL ?? "http://127.0.0.1:8080"
            Console.result("\(address)/inbox/\(token.text)")
        }
    }
}
