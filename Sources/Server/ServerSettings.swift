public import Foundation
import HTTPTypes
import Hummingbird
public import Marketplace
public import Pages
public import Store

/// All that the server stands on; everything that acts on the world is passed in.
public struct ServerSettings: Sendable {
    /// Renders pages, and knows the site and its companies.
    public var renderer: PageRenderer { live.current }
    /// Takes another renderer while the server runs.
    public let live: LiveRenderer
    /// Tells browsers of builds; nil where the site is not watched.
    public let reload: ReloadSignal?
    /// `public/` of the site.
    public let publicFolder: URL
    /// The file of all creators that the build writes.
    public let directoryFile: URL
    /// Where the build writes the table that queries of a market are answered from.
    public let tableFile: @Sendable (Market) -> URL
    public let store: Store
    /// Makes and reads the links to creators' inboxes.
    public let inboxKey: InboxKey
    /// Host names and addresses with ports ("127.0.0.1:8080") that requests may name besides those that the server listens
    /// on and the host of the site's `server_url`.
    public let hosts: [String]
    public let limits: InvitationLimits
    /// The version of the program.
    public let version: String
    /// Counts words by UAX #29 with dictionaries.
    public let wordCount: @Sendable (String) -> Int
    public let now: @Sendable () -> Date

    public init(
        renderer: PageRenderer, publicFolder: URL, directoryFile: URL,
        tableFile: @escaping @Sendable (Market) -> URL, store: Store, inboxKey: InboxKey, hosts: [String] = [],
        limits: InvitationLimits = .standard, version: String = "0", reload: ReloadSignal? = nil,
        wordCount: @escaping @Sendable (String) -> Int, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        live = LiveRenderer(renderer)
        self.reload = reload
        self.publicFolder = publicFolder
        self.directoryFile = directoryFile
        self.tableFile = tableFile
        self.store = store
        self.inboxKey = inboxKey
        self.hosts = hosts
        self.limits = limits
        self.version = version
        self.wordCount = wordCount
        self.now = now
    }

    var site: Site { renderer.site }

    func company(of member: Member) -> Company? {
        renderer.companies.first { $0.slug == member.company }
    }

    /// What tells the client from others, where wrong passwords are counted.
    func client(of request: Request, _ state: RequestState) -> String {
        let forwarded = HTTPField.Name("X-Forwarded-For").flatMap { request.headers[$0] }
        return ClientAddress(peer: state.peer, forwarded: forwarded, isBehindProxy: site.serverURL != nil).text
    }
}
