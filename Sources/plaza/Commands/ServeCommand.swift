public import ArgumentParser
import Catalogue
import Foundation
public import Logging
import Marketplace
import Server
import SiteGenerator
import Store
import Words

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves a site with its private half; builds first where something has changed.",
        discussion: "Prints its address once it answers, and a link that signs the owner in once."
    )

    @Argument(help: "The folder of the site.")
    var folder = "site"

    @Option(help: "The address to listen on. Anything but a loopback address opens the server to others.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any free one.")
    var port = 8080

    @Flag(help: "Build again whenever a file of the site changes, and have browsers show it.")
    var watch = false

    @Option(help: "What is logged to stderr: trace, debug, info, notice, warning, error or critical.")
    var logLevel = Logger.Level.warning

    /// How long the owner's link holds.
    private static let linkLifetime: TimeInterval = 24 * 60 * 60

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("A port is 0 to 65535, not \(port).") }
    }

    func run() async throws {
        try await Console.explaining {
            let workspace = Workspace(folder)
            let theme = try workspace.theme()
            let catalogue = try await workspace.built(theme: theme)
            let store = try workspace.store()
            let settings = ServerSettings(
                renderer: workspace.renderer(of: catalogue, theme: theme), publicFolder: workspace.folders.output,
                directoryFile: workspace.folders.directoryFile, tableFile: workspace.folders.tableFile, store: store,
                inboxKey: try InboxKey.load(at: workspace.inboxKeyFile), version: Plaza.version,
                reload: watch ? ReloadSignal(after: Int(Date().timeIntervalSince1970 * 1000)) : nil,
                wordCount: WordCounter.count)
            let watching = try watch ? Rebuilding(workspace, theme: theme, settings: settings).start() : nil
            defer { watching?.cancel() }
            let server = MarketplaceServer(settings)
            let link = try await ownerLink(in: store, of: catalogue)
            var logger = Logger(label: "plaza") { StreamLogHandler.standardError(label: $0) }
            logger.logLevel = logLevel
            try await server.run(host: host, port: port, logger: logger) { address in
                Console.result("listening on \(address)")
                Console.result("sign in once as \(link.email): \(address)/sign-in?token=\(link.secret.text)")
            }
            try store.close()
        }
    }

    /// A one-time link for the owner of the site's company, who is made where there is none yet (SPEC A1).
    private func ownerLink(in store: Store, of catalogue: SiteCatalogue) async throws -> (email: String, secret: Secret) {
        let company = catalogue.owner.slug
        let owners = try await store.members().filter { $0.company == company && $0.role == .owner }
        let owner =
            if let owner = owners.first {
                owner
            } else {
                try await newOwner(in: store, of: catalogue)
            }
        let secret = try await store.createSignInLink(for: owner.email, expires: Date(timeIntervalSinceNow: Self.linkLifetime))
        return (owner.email, secret)
    }

    /// Signs in by the company's e-mail address, or by one that reaches nobody where that is taken or absent.
    private func newOwner(in store: Store, of catalogue: SiteCatalogue) async throws -> Member {
        var address = catalogue.owner.contacts[.email] ?? Self.addressOfNobody
        let isTaken = try await store.member(email: address) != nil
        if isTaken || !ContactChannel.email.accepts(address) { address = Self.addressOfNobody }
        let owner = Member(email: address, company: catalogue.owner.slug, role: .owner)
        try await store.add(owner, now: Date())
        return owner
    }

    /// RFC 2606 §2.
    private static let addressOfNobody = "owner@plaza.invalid"
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
