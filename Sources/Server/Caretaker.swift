import Foundation
import Logging
import Marketplace
import ServiceLifecycle
import Store

/// What a server does by the clock: ends invitations that nobody answered in time, and removes what
/// was kept long enough.
struct Caretaker: Service {
    let settings: ServerSettings
    let logger: Logger

    private static let pause = Duration.seconds(60)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await tidy()
                } catch is CancellationError {
                    return
                } catch {
                    // The next round tries again.
                    logger.error("the store could not be tidied", metadata: ["error": "\(error)"])
                }
                // Sleeping ends early only when the server does.
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    /// One round.
    func tidy() async throws {
        let correspondence = settings.site.correspondence
        try await settings.store.expire(after: correspondence.invitationLifetime, now: settings.now)
        try await settings.store.apply(correspondence.retention, now: settings.now)
    }
}
