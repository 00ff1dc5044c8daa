import Foundation
import Logging
import Marketplace
import ServiceLifecycle
import Store

/// Sends what waits as soon as the limits allow it, while the server runs (SPEC I6).
///
/// It keeps nothing in memory: what waits is in the store, and is found there again after a restart. Two servers on one
/// store send nothing twice, as each sending is one transaction.
struct QueueDispatcher: Service {
    let settings: ServerSettings
    let desk: InviteDesk
    let logger: Logger

    /// How often it looks. A look that finds no queue reads one index.
    private static let pause = Duration.seconds(1)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await dispatch()
                } catch is CancellationError {
                    return
                } catch {
                    // The next look tries again: a store that is busy now need not be then.
                    logger.error("the queue could not be sent", metadata: ["error": "\(error)"])
                }
                // Sleeping ends early only when the server does.
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    /// Sends what may leave at this moment.
    func dispatch() async throws {
        for company in try await settings.store.companiesWithQueue() {
            try await settings.store.sendQueued(
                of: company, limits: settings.limits, timeZone: settings.site.timeZone, now: settings.now,
                obstacle: { try desk.obstacle(to: $0) })
        }
    }
}
