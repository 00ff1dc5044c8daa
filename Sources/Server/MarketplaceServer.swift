import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
public import Logging
import Marketplace
import NIOCore
import Pages
import ServiceLifecycle
import UnixSignals

/// The private half over HTTP, and the public half's files, from one address.
public struct MarketplaceServer: Sendable {
    private let settings: ServerSettings
    private let hosts: HostList
    private let lookup: CreatorLookup
    private let desk: InviteDesk

    public init(_ settings: ServerSettings) {
        self.settings = settings
        lookup = CreatorLookup(file: DirectoryFile(settings.directoryFile), settings: settings)
        desk = InviteDesk(settings: settings, lookup: lookup)
        let announced = settings.site.serverURL.flatMap { URL(string: $0) }.flatMap(Self.authority)
        hosts = HostList(settings.hosts + [announced].compactMap { $0 })
    }

    /// Every route behind its middleware; for tests it needs no socket.
    func router() -> Router<RequestState> {
        let router = Router(context: RequestState.self, options: .autoGenerateHeadEndpoints)
        router.add(
            middleware: SecurityHeaders(
                server: settings.site.serverURL, isForSearchEngines: settings.site.isForSearchEngines))
        if settings.reload != nil { router.add(middleware: ReloadInjection()) }
        let routes = RouteList()
        router.add(middleware: ProblemAnswers(renderer: settings.renderer, routes: routes))
        router.add(middleware: KnownFraming())
        router.add(middleware: KnownHosts(hosts: hosts))
        router.add(middleware: Authentication(store: settings.store, now: settings.now))

        let gate = MemberGate(settings: settings)
        SignInRoutes(settings: settings).add(to: router)
        ContactRoute(settings: settings, gate: gate, lookup: lookup).add(to: router)
        InviteRoute(settings: settings, gate: gate, desk: desk).add(to: router)
        QueueRoutes(settings: settings, gate: gate).add(to: router)
        TemplateRoutes(settings: settings, gate: gate).add(to: router)
        MessageRoute(settings: settings, gate: gate, lookup: lookup).add(to: router)
        PickRoutes(settings: settings, gate: gate, desk: desk).add(to: router)
        ShortlistRoutes(settings: settings, gate: gate, lookup: lookup).add(to: router)
        RemarkRoutes(settings: settings, gate: gate, lookup: lookup).add(to: router)
        HistoryRoutes(settings: settings, gate: gate, desk: desk).add(to: router)
        SettingsRoutes(settings: settings, gate: gate).add(to: router)
        CompanyRoutes(settings: settings, gate: gate).add(to: router)
        AnswerRoutes(settings: settings, gate: gate).add(to: router)
        InboxRoutes(settings: settings, lookup: lookup).add(to: router)
        if let reload = settings.reload { ReloadRoutes(signal: reload).add(to: router) }
        CatalogueRoutes(settings: settings, lookup: lookup).add(to: router)
        routes.fill(with: router)
        return router
    }

    /// Serves until the process is told to end (SIGTERM, SIGINT); requests in flight are finished, for ten
    /// seconds at most.
    ///
    /// - Parameters:
    ///   - port: 0 for any free one.
    ///   - onListening: called once with the address that the server answers at, without a trailing slash.
    /// - Throws: `ServerFailure` where the address cannot be taken.
    public func run(
        host: String, port: Int, logger: Logger, onListening: @escaping @Sendable (String) async -> Void
    ) async throws {
        let hosts = hosts
        let application = Application(
            router: router(), server: HTTPServerBuilder { LoopHTTP1(responder: $0, idleTimeout: .seconds(60)) },
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? port
                let name = host.contains(":") ? "[\(host)]" : host
                hosts.add([name, "localhost", "127.0.0.1", "[::1]"].map { "\($0):\(port)" })
                if port == 80 { hosts.add([name, "localhost", "127.0.0.1", "[::1]"]) }
                await onListening("http://\(name):\(port)")
            },
            logger: logger
        )
        let mailRoom = MailRoom(settings: settings, lookup: lookup, logger: logger)
        do {
            var configuration = ServiceGroupConfiguration(
                services: [
                    .init(service: mailRoom),
                    .init(service: application),
                    .init(service: QueueDispatcher(settings: settings, desk: desk, logger: logger)),
                    .init(service: Caretaker(settings: settings, logger: logger)),
                ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger
            )
            // A client that never finishes its request must not hold the end up.
            configuration.maximumGracefulShutdownDuration = .seconds(10)
            try await ServiceGroup(configuration: configuration).run()
        } catch let error as IOError {
            throw ServerFailure.cannotListen(host: host, port: port, reason: String(cString: strerror(error.errnoCode)))
        }
    }

    /// Host and port as a browser names them; the standard ports are left out.
    private static func authority(of url: URL) -> String? {
        guard let host = url.host() else { return nil }
        let name = host.contains(":") ? "[\(host)]" : host
        let standardPort = url.scheme == "https" ? 443 : 80
        return url.port.flatMap { $0 == standardPort ? nil : "\(name):\($0)" } ?? name
    }
}

/// Why the server does not run.
public enum ServerFailure: Error, CustomStringConvertible {
    case cannotListen(host: String, port: Int, reason: String)

    public var description: String {
        switch self {
        case .cannotListen(let host, let port, let reason):
            "cannot listen on \(host):\(port): \(reason). Choose another with --port, or end what uses it."
        }
    }
}
