import Hummingbird
import Marketplace
import Store

/// Makes the links that creators get.
struct InboxLinks: Sendable {
    let settings: ServerSettings

    /// The addresses of creators' inboxes, by folded username; none for who was never invited.
    func addresses(of creators: [Username], for request: Request) async throws -> [String: String] {
        try await settings.store.inboxes(of: creators, key: settings.inboxKey)
            .mapValues { Self.address(of: $0, base: base(for: request)) }
    }

    /// The address of a creator's inbox; nil for who was never invited.
    func address(of creator: Username, for request: Request) async throws -> String? {
        try await addresses(of: [creator], for: request)[creator.folded]
    }

    static func address(of token: InboxToken, base: String) -> String { base + "/inbox/" + token.text }

    /// Where the server is reached: as the site says, or as the one who asks reached it.
    private func base(for request: Request) -> String {
        settings.site.serverURL ?? "http://" + (request.head.authority ?? "localhost")
    }
}
